"""How alike two wordings are, and which of many belong together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ALIKE = 0.6
"""Least share of characters in common and in order (Indel similarity) of two wordings of one passage."""

SHORT, ALIKE_IF_SHORT = 12, 0.7  # a few characters agree by chance sooner than many
GRAM = 2  # characters of the runs by which candidates are found
LOOKED = 500  # places looked at for each new wording before its more common runs are passed over
TRIED = 8  # candidates compared for each new wording: those with most runs in common


def pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pair old and new wordings that are alike, each at most once, as places (old, new).

    The most alike go first; of pairs equally alike the one nearest in place.
    """
    scored = sorted(_scored(old, new))
    found, taken_old, taken_new = [], set(), set()
    for _, _, at, to in scored:
        if at not in taken_old and to not in taken_new:
            found.append((at, to))
            taken_old.add(at)
            taken_new.add(to)
    return found


def _scored(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[float, int, int, int]]:
    """Give (-likeness, distance, old, new) for each pair that is alike enough."""
    places = _index(old)
    for to, text in enumerate(new):
        for at in _candidates(text, places):
            least = ALIKE_IF_SHORT if min(len(text), len(old[at])) < SHORT else ALIKE
            score = Indel.normalized_similarity(old[at], text, score_cutoff=least)
            if score >= least:
                yield -round(score, 6), abs(at - to), at, to


def _index(texts: Sequence[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for gram in _grams(text):
            places[gram].append(place)
    return places


def _candidates(text: str, places: dict[str, list[int]]) -> list[int]:
    """Return the places that share most runs with a text; common runs cost most and say least."""
    weights: dict[int, float] = defaultdict(float)
    looked = 0
    for found in sorted((places[gram] for gram in _grams(text) if gram in places), key=len):
        looked += len(found)
        if looked > LOOKED and weights:
            break
        for place in found:
            weights[place] += 1 / len(found)
    return sorted(weights, key=lambda place: (-round(weights[place], 9), place))[:TRIED]


def _grams(text: str) -> set[str]:
    return {text[at : at + GRAM] for at in range(max(1, len(text) - GRAM + 1))}
