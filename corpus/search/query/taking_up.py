"""Queries in which nothing is to be looked for: what they want of the question before them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.search.query.borders import spaced
from corpus.search.query.talk import beginnings, offsets_of
from corpus.text.document_names import PLACE_ENDS, places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.search.query.talk import Path, Token

Follow = Literal["more", "change", "about", "talk"]
"""What a query without words wants: more results, the last question with another slot, to know about what was
shown (where it stands, why), or nothing at all: a greeting, thanks, a request without its object."""

LONGEST = 40  # characters of such a query
LONGEST_PLACE = 8
_SLOT = re.compile(
    r"(?:19|20)\d\d年?|[一二〇零○][〇零○一二三四五六七八九]{3}年|[今去前明]年|十[三四五六]五"
    r"|第[〇零一二两三四五六七八九十百千\d]{1,7}[条款项章](?:之[一二三四五六七八九十])?"
)
_AFTER = re.compile(PLACE_ENDS)
_WORD_LIKE = ("material", "kind", "place", "time", "task", "source", "in", "be", "person")


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What a query without words wants, and the slots that it says besides, as typed.

    `may_be_looked_for` says that it is one or two nouns, so that the library may hold it.
    """

    kind: Follow
    left: str = ""
    may_be_looked_for: bool = False


def taken_up(text: str) -> TakenUp | None:
    """Return what a query wants of the question before it; None where there is something to look for.

    还有吗 wants more, 换成2023年 changes 2023年, 出自哪份 asks about what was shown, 你好 is talk.
    """
    folded = spaced(text)
    if len(folded) > LONGEST:
        return None
    spans = tuple(_slots(folded))
    rest = folded
    for start, end in spans:
        rest = rest[:start] + " " * (end - start) + rest[end:]
    round_it = _whole(rest) if spans else None
    if round_it is not None and _changes(round_it):
        return TakenUp("change", " ".join(_typed(text, spans)))
    path = _whole(folded)
    return None if path is None else _by_words(path)


def slots_in(text: str) -> list[str]:
    """Return the years, places and clause numbers in a text, as typed, in order: 杭州2024年的目标 has 杭州, 2024年."""
    return sorted(_typed(text, _slots(spaced(text))), key=text.index)


def _typed(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """Return what stands in a text where its folded form has these spans."""
    offsets = offsets_of(text)
    return [text[offsets[start] : offsets[end - 1] + 1] for start, end in spans]


def only_names_wording(text: str) -> bool:
    """Whether a text is nothing but nouns for the wording or the meaning of something: 提法, 具体含义."""
    folded = spaced(text)
    path = _whole(folded) if len(folded) <= LONGEST else None
    return bool(path) and all(
        token.is_a("wording", "sense", "source", "kind", "aspect", "point") for token in path or ()
    )


def _whole(folded: str) -> Path | None:
    path = beginnings(folded, taking_up=True).get(len(folded))
    return None if path is None else tuple(token for token in path if not token.divides)


def _changes(path: Path) -> bool:
    """Whether the words round a slot put it into the last question: 换成…, 那…呢, 也…, 有没有…的."""
    if not path or any(
        token.is_a("material", "source", "topic") and not token.is_a("change") for token in path
    ):
        return False
    first, last = path[0], path[-1]
    opens = (first.is_a("change") and len(first.word) > 1) or first.word in {"换", "那", "改"}
    return opens or last.word == "呢" or (first.word in {"有没有", "有"} and last.word in {"的", "吗", "么"})


def _slots(folded: str) -> Iterable[tuple[int, int]]:
    """Give where years, places and clause numbers stand in a folded text."""
    at, known = 0, places()
    while at < len(folded):
        found = _SLOT.match(folded, at)
        end = found.end() if found else at
        if not found:
            width = next((size for size in range(LONGEST_PLACE, 1, -1) if folded[at : at + size] in known), 0)
            after = _AFTER.match(folded, at + width) if width else None
            end = after.end() if after else at + width
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _by_words(path: Path) -> TakenUp | None:
    """Return what a text wants that is nothing but words of talk; None where it is nouns that may be looked for."""
    if not path:
        return None
    if len(path) == 1 and not path[0].is_a(
        "courtesy", "aside", "more", "why", "ask", "point", "source", "english please"
    ):
        return None
    nouns = all(token.is_a(*_WORD_LIKE) and not token.is_a("more", "why", "ask", "point") for token in path)
    if nouns and not any(token.is_a("source") for token in path):
        return None
    return TakenUp(_kind(path), may_be_looked_for=len(path) <= 2 and not any(map(_asks, path)))


def _asks(token: Token) -> bool:
    return token.is_a("courtesy", "aside", "ask", "mark", "why", "more", "point")


def _kind(path: Path) -> Follow:
    if (path[0].is_a("more") and not path[0].is_a("kind")) or any(
        token.word in {"还有", "别的", "其他"} for token in path
    ):
        return "more"
    if any(token.is_a("ask", "why", "point", "source", "material", "which") for token in path):
        return "about"
    return "talk"
