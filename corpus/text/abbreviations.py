"""Short forms of names and what they stand for: a curators' list, and those that a text itself introduces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, product
from typing import TYPE_CHECKING

from corpus.text.han import HAN
from corpus.text.normalize import normalize_letters, occurrences
from corpus.text.segmentation import is_word, pieces
from corpus.text.tables import lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_INTRODUCED = re.compile(
    r"([\w·“”、]{4,60})[（(][^（）()]{0,12}?(?:简称|统称|下称|简写为)(?:为)?[：:]?\s*[“「『\"]?([\w·+]{2,14}?)[”」』\"]?"
    r"[^\w（）()]{0,2}[）)]"
)
_SAID = re.compile(
    r"([\w·]{4,60})[”」』]?[，,；]?(?:以下)?(?:简称|下称|简写为)(?:为|是)?[：:]?"
    r"(?:[“「『]([\w·+]{2,14})[”」』]|(?<=[，,；]简称)([\w·+]{2,8}?)(?=[，,。；、）)]))"
)
_BRACKETED = re.compile(rf"(\w{{3,60}})[（(]([{HAN}]{{3,40}})[）)]")
_NUMERAL = re.compile(rf"^[第一二三四五六七八九十百千万亿零]|[^{HAN}]")
SHORTEST, LONGEST_SHORT = 3, 8  # characters of a short form that is known by its make alone
MOST_WORDS = 4  # words of a name that is shortened in every way
REMEMBERED = 4_096  # names with what they may be shortened to
LEAST_LEFT_OUT = 2  # characters by which it is shorter
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
    found: dict[str, tuple[str, ...]] = {}
    for short, *full in (line.split() for line in lines("abbreviations.txt")):
        key = normalize_letters(short)
        found[key] = (*found.get(key, ()), *map(normalize_letters, full))
    return found


def listed(short: str) -> tuple[str, ...]:
    """Return the full forms of a folded short form on the curators' list."""
    return _listed().get(short, ())


def introduced(text: str) -> tuple[tuple[str, str], ...]:
    """Return the (short, full) forms, folded, that a text introduces or shows beside one another.

    It introduces them by 全称（以下简称“简称”） or 全称，简称“简称”: the full form is then the shortest end of what
    stands before that holds the characters of the short form in order. Where it only puts one in brackets behind
    the other, 全称（简称） or 简称（全称）, the short form must be an abbreviation by `is_abbreviation`.
    """
    found: list[tuple[str, str]] = []
    if "称" in text:
        matches = (match for pattern in (_INTRODUCED, _SAID) for match in pattern.finditer(text))
        said = (
            (normalize_letters(match[match.lastindex or 0]), normalize_letters(match[1])) for match in matches
        )
        found += [(short, _name(before, short)) for short, before in said]
    if "（" in text or "(" in text:
        for match in _BRACKETED.finditer(text):
            found += _beside(normalize_letters(match[1]), normalize_letters(match[2]))
    return tuple(
        dict.fromkeys((short, full) for short, full in found if short and full and short not in full)
    )


def shown(bare: str, words: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the (short, full) forms that stand in one folded text: 长三角 where 长江三角洲 is a word of it too."""
    names = (word for word in words if len(word) >= SHORTEST + LEAST_LEFT_OUT and not _NUMERAL.search(word))
    return tuple(
        (short, full)
        for full in names
        for short in _abbreviations(full)
        if _stands_apart(short, bare) and is_abbreviation(short, full)
    )


def _stands_apart(short: str, bare: str) -> bool:
    """Whether a short form stands somewhere as more than pieces of other words: 国足球 is cut out of 中国足球."""
    ends = ((at, at + len(short)) for at in occurrences(bare, short))
    return any(
        not (is_word(bare[max(0, start - 1) : start + 1]) or is_word(bare[end - 1 : end + 1]))
        for start, end in ends
    )


@lru_cache(maxsize=REMEMBERED)
def _abbreviations(full: str) -> tuple[str, ...]:
    """Write out what a name may be shortened to: of each of its words some characters, the first among them."""
    ways = [
        [word[0] + "".join(rest) for size in range(len(word)) for rest in combinations(word[1:], size)]
        for word in pieces(full)
    ]
    shorts = ("".join(way) for way in product(*ways)) if 1 < len(ways) <= MOST_WORDS else ()
    return tuple(short for short in shorts if SHORTEST <= len(short) <= len(full) - LEAST_LEFT_OUT)


def is_abbreviation(short: str, full: str) -> bool:
    """Whether a short form is made of a full one: each word of two characters and more leaves its first one, in order.

    A form that leaves a word out means something else (国家队 is no 国家足球队), one that stands in the other needs
    no list, and one character less is a variant (管理制, 管理体制).
    """
    if (
        len(full) < len(short) + LEAST_LEFT_OUT
        or short[0] != full[0]
        or short in full
        or not stands_in_order(short, full)
    ):
        return False
    words = [piece for piece in pieces(full) if len(piece) > 1]
    return len(words) > 1 and _takes_all(short, pieces(full))


def stands_in_order(short: str, full: str) -> bool:
    """Whether the characters of a short form stand in a full one, in order."""
    rest = iter(full)
    return all(char in rest for char in short)


def _takes_all(short: str, words: list[str]) -> bool:
    """Whether a text is made of the words in order, of each its first character and perhaps more.

    A lone character may be left out.
    """
    if not words:
        return not short
    word, rest = words[0], words[1:]
    taken = range(1, min(len(word), len(short)) + 1) if short[:1] == word[0] else range(0)
    whole = any(stands_in_order(short[:size], word) and _takes_all(short[size:], rest) for size in taken)
    return whole or (len(word) == 1 and _takes_all(short, rest))


def _beside(before: str, bracketed: str) -> Iterator[tuple[str, str]]:
    """Give the (short, full) forms where one stands in brackets behind the other, and those of their first words."""
    name = _name(before, bracketed)
    if SHORTEST <= len(bracketed) <= LONGEST_SHORT and is_abbreviation(bracketed, name):
        yield from _with_beginning(bracketed, name)
    for size in range(min(LONGEST_SHORT, len(before)), SHORTEST - 1, -1):
        if is_abbreviation(before[-size:], bracketed):
            yield from _with_beginning(before[-size:], bracketed)
            return


def _with_beginning(short: str, full: str) -> Iterator[tuple[str, str]]:
    """Give a pair, and what is left of it without the word that ends both: 长三角一体化 holds 长三角."""
    yield short, full
    last = pieces(full)[-1]
    rest, whole = short.removesuffix(last), full.removesuffix(last)
    if len(last) > 1 and len(rest) >= SHORTEST and rest != short and is_abbreviation(rest, whole):
        yield rest, whole


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
