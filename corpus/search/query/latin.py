"""The Latin words and numbers of a query: where they stand as typed, between their borders.

One rule above the weights, in one place: what stands as typed is an answer, whatever kind of query it is taken for;
letters inside a longer word (AI in MAIN) are no such standing, and another number is no answer to a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpus.search.phrases import EXACT, find_phrase
from corpus.text.normalize import QUOTES, plain, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.search.library import Entry, Library
    from corpus.vocabulary import Span

WHOLE, APART = 1.0, 0.5  # how words stand: as typed; each by itself, or with other marks between
CROWD = 900  # sections with the letters of a query that are looked through where they are many
MET = 600  # sections that hold a word, in which the other words of the query are looked for
MOST_PIECES = 4  # words of a query that are looked up each by itself, the first of them
SHORTEST_HEAD, LONGEST_HEAD = (
    2,
    3,
)  # characters of a word that is looked for in titles: `titled` does longer ones
LONGEST_NUMBER = 24  # characters on either side of a place in which the number round it is looked for
FULL_COMMA, LISTING = "\uff0c", "、"  # NFKC makes a comma of numbers (1,000) of the one that divides a list
_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
# of folded text: Latin, Greek and Cyrillic letters; wider classes take milliseconds to compile
_LETTER = "[a-z\u00df-\u024f\u0370-\u052f\u1e00-\u1fff]"
_BORDERS = {
    "letter": (f"(?<!{_LETTER})", f"(?!{_LETTER})"),
    "digit": (r"(?<!\d)", r"(?!\d)"),
    "other": ("", ""),
}
_LATIN = re.compile(rf"{_LETTER}|\d")
_WORD = re.compile("[a-z0-9]{2,}")
_ASIDE = " .,;:!?、。…-()"  # what may stand round a query and says nothing
_WIDE_COMMA = re.compile(rf"(?<=\d){FULL_COMMA}(?=\d)")  # typed with an input method
_COMMAS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_THREES = re.compile(r"(?:\d{3})+(?!\d)")
_DIGITS = re.compile(r"\d(?:[.,]?\d)*")
_ONE_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")


class _Spaced(dict[int, str]):
    """What each code point becomes in a folded text that keeps its spaces; worked out when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = " " if char.isspace() or char in QUOTES else plain(char)
        self[code] = LISTING if char == FULL_COMMA else "-" if char in _DASHES else kept
        return self[code]


@cache
def _spaced() -> _Spaced:
    return _Spaced()


@dataclass(frozen=True, slots=True)
class Latin:
    """The Latin words and numbers of a query, if it holds any, and the sections that may hold them.

    `whole` finds the query as typed, `loose` with other marks between its words and letters, `pieces` each of its
    words; `alone` says that it holds nothing else, `numbers` that it holds no letters. `holders` are sections that
    have it as a word, `headed` those under a title or heading that holds it, `together` those that have each of its
    words.
    """

    whole: re.Pattern[str] | None = None
    loose: re.Pattern[str] | None = None
    pieces: tuple[re.Pattern[str], ...] = ()
    alone: bool = False
    numbers: bool = False
    holders: frozenset[int] = frozenset()
    headed: frozenset[int] = frozenset()
    together: frozenset[int] = frozenset()

    @property
    def candidates(self) -> frozenset[int]:
        """The sections to look at besides those that hold the query's characters."""
        return self.holders | self.headed | self.together

    def may_stand(self, entry: Entry) -> float:
        """Return how the query may stand in a section, by its text without marks: what to read first."""
        if entry.id in self.holders or (self.loose is not None and self.loose.search(entry.skeleton)):
            return WHOLE
        return APART * (entry.id in self.together)

    def stands(self, text: str, head: str = "") -> float:
        """Return how the query stands in a text: WHOLE, APART or 0; some words may stand in the folded head instead."""
        spaced = text.translate(_spaced())
        if self.whole is None or _stands(self.whole, spaced):
            return WHOLE * (self.whole is not None)
        if not self.alone or self.numbers:
            return 0.0
        if self.loose is not None and _stands(self.loose, spaced):
            return APART
        here = [_stands(piece, spaced) for piece in self.pieces]
        there = (found or _stands(piece, head) for piece, found in zip(self.pieces, here, strict=True))
        return APART * (len(here) > 1 and any(here) and all(there))

    def stands_whole(self, spaced: str) -> bool:
        """Return whether the query stands as typed in a text that was folded by `spaced`."""
        return self.whole is not None and _stands(self.whole, spaced)

    def places(self, text: str) -> list[Span]:
        """Return where the query stands as typed in a text, or each of its words where it does not."""
        spaced = text.translate(_spaced())
        offsets = [at for at, char in enumerate(text) for _ in _spaced()[ord(char)]]
        found = [*_places(self.whole, spaced)] if self.whole is not None else []
        if not found and self.alone:
            ways = (self.loose, *self.pieces) if self.loose is not None else self.pieces
            found = [span for way in ways for span in _places(way, spaced)]
        return [(offsets[start], offsets[end - 1] + 1) for start, end in found]


NONE = Latin()


def spaced(text: str) -> str:
    """Fold a text as Latin words are looked for in it: its spaces and marks stay (AI 5G becomes ai 5g)."""
    return text.translate(_spaced())


def looked_up(typed: str, library: Library) -> Latin:
    """Return the Latin words and numbers of a query as typed, with the sections that have them as words."""
    read = _read(typed)
    if not read.alone:
        return read
    bare, words = skeleton(typed), [word for word in map(skeleton, _words(typed)) if len(word) > 1]
    holders = library.holding("words", bare, EXACT) if _WORD.fullmatch(bare) else []
    holders += _apart(read, bare, library)
    headed = find_phrase(library, "heads", bare) if SHORTEST_HEAD <= len(bare) <= LONGEST_HEAD else []
    several = [set(library.holding("words", one, MET)) for one in words] if len(words) > 1 else []
    together = sorted(set.intersection(*several))[:EXACT] if several else []
    return replace(read, holders=frozenset(holders), headed=frozenset(headed), together=frozenset(together))


def _apart(read: Latin, bare: str, library: Library) -> list[int]:
    """Sections that may hold a query whose letters stand in a crowd of longer words and numbers: 1.9 beside 1990."""
    if len(find_phrase(library, "bigrams", bare)) < EXACT or read.loose is None:
        return []
    entries = library.entries(find_phrase(library, "bigrams", bare, CROWD))
    return [entry.id for entry in entries if read.loose.search(entry.skeleton)][:EXACT]


@lru_cache(maxsize=256)
def _read(typed: str) -> Latin:
    spaced = _WIDE_COMMA.sub(",", typed).translate(_spaced()).strip(_ASIDE)
    if not _LATIN.search(spaced):
        return NONE
    alone = all(_LATIN.match(char) for char in spaced if char.isalnum())
    letters = re.search(_LETTER, spaced) is not None
    return Latin(
        whole=_pattern(spaced),
        loose=_pattern(skeleton(typed), r"[-./·]?") if alone else None,
        pieces=tuple(map(_pattern, _words(typed))) if alone else (),
        alone=alone,
        numbers=alone and not letters,
    )


def _words(typed: str) -> list[str]:
    """Return the words of a query that is nothing but Latin, the first MOST_PIECES of them."""
    words = (word.strip(_ASIDE) for word in typed.translate(_spaced()).replace(LISTING, " ").split())
    return [word for word in dict.fromkeys(words) if _LATIN.search(word)][:MOST_PIECES]


def _pattern(spaced: str, between: str = "") -> re.Pattern[str]:
    """Return what finds a text between its borders; `between` is what else may stand between its letters.

    A space or a hyphen stands between words where one was typed; between a letter, a digit and a character, spaces
    may or may not, and so may commas between the thousands of a number.
    """
    found, before, blank = "", "", False
    spaced = _COMMAS.sub("", spaced)
    for at, char in enumerate(spaced):
        if char == " ":
            blank = True
            continue
        kind = _kind(char)
        if before:
            inside = between if kind == "letter" else ",?" * bool(_THREES.match(spaced, at))
            same = kind == before and kind != "other"
            found += ("[ -]+" if blank else inside) if same else f"{between} *"
        found, before, blank = found + re.escape(char), kind, False
    first, last = _kind(spaced[:1]), _kind(spaced[-1:])
    return re.compile(f"{_BORDERS[first][0]}{found}{_BORDERS[last][1]}")


def _kind(char: str) -> str:
    if char.isdigit():
        return "digit"
    return "letter" if re.match(_LETTER, char) else "other"


def _stands(pattern: re.Pattern[str], spaced: str) -> bool:
    return next(_places(pattern, spaced), None) is not None


def _places(pattern: re.Pattern[str], spaced: str) -> Iterator[Span]:
    """Yield where a pattern stands in a text, and cuts no number in two."""
    for found in pattern.finditer(spaced):
        start, end = found.span()
        if start < end and not (_cuts(spaced, start) or _cuts(spaced, end)):
            yield start, end


def _cuts(spaced: str, at: int) -> bool:
    """Whether a place lies inside a number: 3.5 and 1,000 are one, the parts of 2026.12.01 and 12,15 are not."""
    if set(spaced[max(0, at - 1) : at + 1]).isdisjoint(".,"):
        return False  # between two digits the pattern itself finds no border
    runs = _DIGITS.finditer(spaced, max(0, at - LONGEST_NUMBER), at + LONGEST_NUMBER)
    return any(run.start() < at < run.end() and _ONE_NUMBER.fullmatch(run[0]) for run in runs)
