"""The Latin words and numbers of a query: where they stand as typed, between their borders.

One rule above the weights, in one place: what stands as typed is an answer, whatever kind of query it is taken for;
letters inside a longer word (AI in MAIN) are no such standing, and another number is no answer to a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.search.phrase_query import EXACT, find_phrase
from corpus.search.query.borders import (
    BESIDE,
    FIGURE,
    FULL_COMMA,
    LETTER,
    LISTING,
    LOOSE_MARK,
    WORDED,
    figure,
    folding,
    pattern,
    places,
    stands,
)
from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
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
_LATIN = re.compile(rf"{LETTER}|\d")
_WORD = re.compile("[a-z0-9]{2,}")
_ASIDE = " .,;:!?、。…-()"  # what may stand round a query and says nothing
_WIDE_COMMA = re.compile(rf"(?<=\d){FULL_COMMA}(?=\d)")  # typed with an input method


@dataclass(frozen=True, slots=True)
class Latin:
    """Patterns for the Latin words and numbers of a query, and ids of sections that may hold them.

    whole     finds the query as typed; None where it has neither words nor numbers
    loose     finds it with other marks between its words and letters
    alone     it holds no Chinese; `pieces` find each of its words
    numbers   it holds digits and no letters
    joined    finds a query with Chinese in it, with marks round the Chinese characters or none
    figures   find each number of a query with Chinese in it
    worded    three Chinese characters or more stand beside its numbers: it may be cut in the middle of a number
    holders   sections that have it as a word
    headed    sections under a title or heading that holds it
    together  sections that have each of its words
    """

    whole: re.Pattern[str] | None = None
    loose: re.Pattern[str] | None = None
    pieces: tuple[re.Pattern[str], ...] = ()
    alone: bool = False
    numbers: bool = False
    worded: bool = False
    joined: re.Pattern[str] | None = None
    figures: tuple[re.Pattern[str], ...] = ()
    holders: frozenset[int] = frozenset()
    headed: frozenset[int] = frozenset()
    together: frozenset[int] = frozenset()

    @property
    def candidates(self) -> frozenset[int]:
        """The sections to look at besides those that hold the query's characters."""
        return self.holders | self.headed | self.together

    def may_stand(self, entry: Entry) -> float:
        """Return how the query may stand in a section, by its text without marks: what to read first."""
        if entry.id in self.holders or (self.loose is not None and self.loose.search(entry.letters)):
            return WHOLE
        return APART * (entry.id in self.together)

    def stands(self, text: str, head: str = "") -> float:
        """Return how the query stands in a text: WHOLE, APART or 0; some words may stand in the folded head instead."""
        spaced = text.translate(folding())
        if self.whole is None or stands(self.whole, spaced):
            return WHOLE * (self.whole is not None)
        if not self.alone or self.numbers:
            return 0.0
        if self.loose is not None and stands(self.loose, spaced):
            return APART
        here = [stands(piece, spaced) for piece in self.pieces]
        there = (found or stands(piece, head) for piece, found in zip(self.pieces, here, strict=True))
        return APART * (len(here) > 1 and any(here) and all(there))

    def is_cut(self, text: str) -> bool:
        """Return whether a query with Chinese stands nowhere in a text between borders: 5亿元 in 15亿元."""
        return self.joined is not None and not stands(self.joined, text.translate(folding()))

    def lacks_figure(self, text: str, head: str = "") -> bool:
        """Return whether a number of a query with Chinese is missing in a text and in its folded headings."""
        both = text.translate(folding()), head
        return any(not any(stands(figure, one) for one in both) for figure in self.figures)

    def stands_whole(self, spaced: str) -> bool:
        """Return whether the query stands as typed in a text that was folded by `spaced`."""
        return self.whole is not None and stands(self.whole, spaced)

    def places(self, text: str) -> list[Span]:
        """Return where the query stands as typed in a text, or each of its words where it does not."""
        spaced = text.translate(folding())
        offsets = [at for at, char in enumerate(text) for _ in folding()[ord(char)]]
        found = [*places(self.whole, spaced)] if self.whole is not None else []
        if not found and self.alone:
            ways = (self.loose, *self.pieces) if self.loose is not None else self.pieces
            found = [span for way in ways for span in places(way, spaced)]
        return [(offsets[start], offsets[end - 1] + 1) for start, end in found]


NONE = Latin()


def looked_up(typed: str, library: Library) -> Latin:
    """Return the Latin words and numbers of a query as typed, with the sections that have them as words."""
    read = _read(typed)
    if not read.alone:
        return read
    bare, words = (
        normalize_letters(typed),
        [word for word in map(normalize_letters, _words(typed)) if len(word) > 1],
    )
    holders = library.holding("words", bare, EXACT) if _WORD.fullmatch(bare) else []
    holders += _apart(read, bare, library)
    headed = find_phrase(library, "heads", bare) if SHORTEST_HEAD <= len(bare) <= LONGEST_HEAD else []
    several = [set(library.holding("words", one, MET)) for one in words] if len(words) > 1 else []
    together = sorted(set.intersection(*several))[:EXACT] if several else []
    return replace(read, holders=frozenset(holders), headed=frozenset(headed), together=frozenset(together))


def _apart(read: Latin, bare: str, library: Library) -> list[int]:
    """Return ids of sections that hold a query between borders where many hold it inside others: 1.9, not 1990.

    At most `CROWD` sections are read; nothing comes where the plain look-up found fewer than its limit.
    """
    if len(find_phrase(library, "bigrams", bare)) < EXACT or read.loose is None:
        return []
    entries = library.entries(find_phrase(library, "bigrams", bare, CROWD))
    return [entry.id for entry in entries if read.loose.search(entry.letters)][:EXACT]


@lru_cache(maxsize=256)
def _read(typed: str) -> Latin:
    spaced = _WIDE_COMMA.sub(",", typed).translate(folding()).strip(_ASIDE)
    if not _LATIN.search(spaced):
        return NONE
    alone = all(_LATIN.match(char) for char in spaced if char.isalnum())
    letters = re.search(LETTER, spaced) is not None
    return Latin(
        whole=pattern(spaced),
        loose=pattern(normalize_letters(typed), r"[-./·]?") if alone else pattern(normalize_letters(typed)),
        pieces=tuple(map(pattern, _words(typed))) if alone else (),
        alone=alone,
        numbers=alone and not letters,
        worded=WORDED.search(spaced) is not None,
        joined=None if alone else pattern(LOOSE_MARK.sub(" ", spaced), beside=BESIDE),
        figures=() if alone else tuple(map(figure, dict.fromkeys(FIGURE.findall(spaced)))),
    )


def _words(typed: str) -> list[str]:
    """Return the words of a query that is nothing but Latin, the first MOST_PIECES of them."""
    words = (word.strip(_ASIDE) for word in typed.translate(folding()).replace(LISTING, " ").split())
    return [word for word in dict.fromkeys(words) if _LATIN.search(word)][:MOST_PIECES]
