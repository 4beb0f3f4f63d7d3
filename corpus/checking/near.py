"""Which passage of a library comes nearest to some words, by the index and by edit distance."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from corpus.checking.alignment import nearest
from corpus.checking.wordings import Place
from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
    from corpus.checking.wordings import Wordings
    from corpus.search.library import Library
    from corpus.vocabulary import Section

FEWEST = 3
ALIGNED = 600  # characters that are aligned altogether, or a little more
RAREST, HELD, LOOKED_AT = 24, 300, 8
"""Pairs of characters that are looked up, sections of each that are counted, sections that are aligned."""


@dataclass(frozen=True)
class NearPlace:
    """A stretch near some words, and its edit distance."""

    place: Place
    distance: int


def candidates(words: str, library: Library) -> list[Section]:
    """Return the sections that hold most of the rarest pairs of characters of some words, the best first."""
    letters = normalize_letters(words)
    pairs = list(dict.fromkeys(letters[at : at + 2] for at in range(len(letters) - 1)))
    counts = library.frequencies("bigrams", pairs)
    known = sorted((counts.get(one, 0), at, one) for at, one in enumerate(pairs) if counts.get(one, 0))
    size = library.size()
    votes: dict[int, float] = defaultdict(float)
    for count, _, one in known[:RAREST]:
        for number in library.holding("bigrams", one, HELD):
            votes[number] += log(1 + size / count)
    best = sorted(votes, key=lambda number: (-votes[number], number))[:LOOKED_AT]
    return library.sections(best)


def nearest_places(words: str, library: Library, wordings: Wordings) -> list[NearPlace]:
    """Return the nearest stretch in each section that may hold some words, the nearest first."""
    found: list[NearPlace] = []
    most = max(FEWEST, min(LOOKED_AT, ALIGNED // (len(words) + 1)))
    for section in candidates(words, library)[:most]:
        wording = wordings.of(section.article)
        if wording is None:
            continue
        folded = wording.folded
        start, end = folded.place(section.start), folded.place(section.end)
        left, right = _window(words, folded.text, start, end)
        distance, (first, last) = nearest(words, folded.text[left:right])
        found.append(NearPlace(Place(wording, left + first, left + last), distance))
        if distance <= 1:
            break
    return sorted(found, key=lambda one: one.distance)


def _window(words: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Return the part of a section, and a little round it, in which the words most likely stand."""
    length = len(words)
    at: dict[str, list[int]] = defaultdict(list)
    for place in range(max(0, start - length), min(len(text), end + length) - 2):
        at[text[place : place + 3]].append(place)
    votes = Counter(
        (place - offset) // 8
        for offset in range(length - 2)
        for place in at.get(words[offset : offset + 3], ())[:8]
    )
    room = length * 2 // 5 + 16
    if not votes:
        return max(0, start - room), min(len(text), end + room)
    diagonal = votes.most_common(1)[0][0] * 8
    return max(0, diagonal - room), min(len(text), diagonal + length + room)
