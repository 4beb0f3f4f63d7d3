"""Sections that hold a query but for a slip: neighbours swapped, a character wrong, too many or left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from corpus.search.index_terms import phrase_terms
from corpus.search.phrase_query import EXACT, find_phrase
from corpus.search.query.swaps import LONGEST_SWAPPED, SHORTEST_SWAPPED, swapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.search.library import Library

FEW = 60  # sections that hold one repaired form of a query
LONGEST_REPAIRED = 6  # characters of a name that is tried with each character wrong or left out
LONGEST_TORN = 24  # characters of a longer text whose slip is looked for: one has more of them in more
SMALL = (
    50_000  # sections up to which the index itself looks for one character alone: it reads all that hold it
)
APART = 6  # characters that an abbreviation may leave out in one place
SHORTEST_END = 3  # characters of an end that is looked for near the other
WIDEST_SLIP = 4  # characters that a slip and one character on either side of it take
WINDOW_TOLERANCE = 2  # characters more between the two ends of a torn text than the query has there


def one_edit_variants(library: Library, bare: str) -> set[int]:
    """Sections that hold a short name with two neighbours swapped, one character wrong, or some left out."""
    return _swapped(library, bare) | _respelt(library, bare)


def _swapped(library: Library, bare: str) -> set[int]:
    """Sections that hold a name with two neighbours swapped."""
    if not SHORTEST_SWAPPED <= len(bare) <= LONGEST_SWAPPED:
        return set()
    return {
        section_id for form in swapped(bare) for section_id in find_phrase(library, "bigrams", form)[:FEW]
    }


def _respelt(library: Library, bare: str) -> set[int]:
    """Sections that hold a name with one character replaced, or with characters between left out."""
    found: set[int] = set()
    if not 2 < len(bare) <= LONGEST_REPAIRED:
        return found
    for at in range(1, len(bare)):
        for left, right, gap in ((bare[:at], bare[at:], APART), (bare[:at], bare[at + 1 :], 2)):
            if right and (library.size() <= SMALL or min(len(left), len(right)) > 1):
                found.update(library.near("bigrams", phrase_terms(left), phrase_terms(right), gap, FEW))
            elif right and max(len(left), len(right)) > 1:
                found.update(_beside(library, left, right, gap))
    return found


def _beside(library: Library, left: str, right: str, gap: int) -> list[int]:
    """Sections with one character near a longer run: those that hold the run are read, the first EXACT of them."""
    near = re.compile(f"{re.escape(left)}.{{0,{gap}}}{re.escape(right)}")
    ids = library.phrase("bigrams", phrase_terms(max(left, right, key=len)), EXACT)
    return [entry.id for entry in library.entries(ids) if near.search(entry.letters)][:FEW]


def split_match(library: Library, bare: str) -> set[int]:
    """Return the ids of sections that hold a longer text with one slip in it; none where there are too many.

    The longest beginning and the longest end that the index holds stand round the slip, each less one character that
    may match by chance; one look for both near each other finds the sections, however frequent each pair is.
    """
    said = set(phrase_terms(bare))
    if not LONGEST_REPAIRED < len(bare) <= LONGEST_TORN or 2 * len(said) < len(bare):
        return set()  # one pair over and over: each look for it costs much, and tells nothing
    head = _longest(library, lambda size: bare[:size], len(bare)) - 1
    tail = _longest(library, lambda size: bare[-size:], len(bare)) - 1
    between = len(bare) - head - tail
    if between > WIDEST_SLIP:
        return set()
    left, right = bare[:head], bare[len(bare) - tail :]
    if min(head, tail) < SHORTEST_END:
        found, limit = find_phrase(library, "bigrams", max(left, right, key=len)), EXACT
    else:
        terms = phrase_terms(left), phrase_terms(right)
        found, limit = library.near("bigrams", *terms, max(0, between) + WINDOW_TOLERANCE, FEW), FEW
    return set(found) if len(found) < limit else set()  # the right one may stand behind the limit


def _longest(library: Library, piece: Callable[[int], str], size: int) -> int:
    """Return the length in characters of the longest piece that the index holds: each piece holds all shorter ones."""
    sizes = range(2, size)
    missing = bisect_left(
        sizes, 1, key=lambda width: not library.phrase("bigrams", phrase_terms(piece(width)), 1)
    )
    return 1 + missing
