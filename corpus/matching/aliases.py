"""Short forms of names and what they stand for: a curators' list, and those that a text itself introduces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from corpus.matching.folding import skeleton
from corpus.matching.tables import lines

if TYPE_CHECKING:
    from collections.abc import Callable

_INTRODUCED = re.compile(
    r"([\w·“”、]{4,60})[（(][^（）()]{0,12}?(?:简称|统称|下称|简写为)(?:为)?[：:]?\s*[“「『\"]?([\w·+]{2,14}?)[”」』\"]?"
    r"[^\w（）()]{0,2}[）)]"
)
MOST = 6  # short forms of one query that are written out, the first of them
JOINED = (
    3  # words in a row that may together be a short form, besides all words of a piece: 山智停平台 is five
)
LONGEST_FULL = 40  # characters: more before the bracket belongs to the sentence, not to the name


@dataclass(frozen=True, slots=True)
class Expansion:
    """A short form in a query, the words it is made of, and the full forms it may stand for."""

    short: str
    words: tuple[str, ...]
    full: tuple[str, ...]


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    rows = (line.split() for line in lines("abbreviations.txt"))
    return {skeleton(short): tuple(map(skeleton, full)) for short, *full in rows}


def listed(short: str) -> tuple[str, ...]:
    """Return the full forms of a folded short form on the curators' list."""
    return _listed().get(short, ())


def introduced(text: str) -> tuple[tuple[str, str], ...]:
    """Return the (short, full) forms, folded, that a text introduces: 全称（以下简称“简称”）.

    The full form is the shortest end of what stands before the bracket that holds the characters of the
    short form in order.
    """
    if "称" not in text:
        return ()
    found = (
        (skeleton(match[2]), _name(skeleton(match[1]), skeleton(match[2])))
        for match in _INTRODUCED.finditer(text)
    )
    return tuple((short, full) for short, full in found if short and len(full) > len(short))


def _name(before: str, short: str) -> str:
    """Return the end of a text that starts where the short form, read backwards, finds its first character."""
    at = len(before)
    for char in reversed(short):
        at = before.rfind(char, 0, at)
        if at < 0:
            return ""
    return before[at:] if len(before) - at <= LONGEST_FULL else ""


def expansions(
    chunks: tuple[tuple[str, ...], ...], known: Callable[[str], tuple[str, ...]]
) -> tuple[Expansion, ...]:
    """Find the short forms among the words of a query and what they stand for.

    `known` gives the full forms that a library has introduced. No more than MOST are found, as the index is
    asked for each.
    """
    found: dict[str, Expansion] = {}
    for words in chunks:
        for start in range(len(words)):
            ends = [
                *range(start + 1, min(len(words), start + JOINED) + 1),
                *([len(words)] if not start else []),
            ]
            for end in dict.fromkeys(ends):
                short = "".join(words[start:end])
                full = tuple(dict.fromkeys((*listed(short), *known(short)))) if len(short) > 1 else ()
                if len(found) == MOST:
                    return tuple(found.values())
                if full:
                    found[short] = Expansion(short, words[start:end], full)
    return tuple(found.values())
