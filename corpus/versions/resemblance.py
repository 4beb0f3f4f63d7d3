"""How alike two wordings are, by what tells passages apart: rare characters and the opening before boilerplate."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import accumulate
from math import log
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from corpus.text.end_marks import PARTED
from corpus.versions.wording import FIGURE, other_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.versions.wording import Wording

ALIKE = 0.6
"""Least share of characters (Indel similarity), and of their weight, that two wordings of one passage share."""

SHORT, ALIKE_IF_SHORT = 12, 0.7  # a few characters agree by chance sooner than many
OPENING, BOOST = 12, 2.0  # the first clause, at most so long, weighs more
FAINT = 0.02  # the weight of figures and marks
GRAM = 2  # characters of the runs by which candidates are found
LOOKED = 500  # places looked at for each wording before its more common runs are passed over
TRIED = 8  # candidates compared for each wording: those with most runs in common
_CLAUSE = re.compile(f"[{PARTED}，,：:]")


class Resemblance:
    """The likeness of the passages of two versions, `old` and `new`; what was worked out is kept."""

    def __init__(self, old: Sequence[Wording], new: Sequence[Wording]) -> None:
        self.old, self.new = old, new
        self._rarity = _rarity(old, new)
        self._sums: dict[str, list[float]] = {}
        self._found: dict[tuple[int, int], float] = {}

    def likeness(self, at: int, to: int) -> float:
        """Return how alike an old and a new passage are, 0 where they are not alike enough or named otherwise."""
        if (at, to) not in self._found:
            self._found[at, to] = self._likeness(self.old[at], self.new[to])
        return self._found[at, to]

    def candidates(self, olds: Sequence[int], news: Sequence[int]) -> dict[tuple[int, int], float]:
        """Return the pairs of passages, one of them among `olds` or `news`, that are alike, with their likeness."""
        before, after = _index(self.old), _index(self.new)
        pairs = {(at, to) for to in news for at in _most_in_common(self.new[to].masked, before)}
        pairs |= {(at, to) for at in olds for to in _most_in_common(self.old[at].masked, after)}
        return {pair: likeness for pair in sorted(pairs) if (likeness := self.likeness(*pair))}

    def _likeness(self, old: Wording, new: Wording) -> float:
        if other_name(old, new):
            return 0.0
        short, long = sorted((old.masked, new.masked), key=len)
        least = ALIKE_IF_SHORT if len(short) < SHORT and short not in long else ALIKE
        if not Indel.normalized_similarity(old.masked, new.masked, score_cutoff=least):
            return 0.0
        before, after = self._weighed(old.masked), self._weighed(new.masked)
        shared = sum(
            before[code.src_end] - before[code.src_start] + after[code.dest_end] - after[code.dest_start]
            for code in Indel.opcodes(old.masked, new.masked)
            if code.tag == "equal"
        )
        score = shared / (before[-1] + after[-1])
        return round(score, 6) if score >= least else 0.0

    def _weighed(self, text: str) -> list[float]:
        """Return the sums of the weights of a text's characters up to each place."""
        if text not in self._sums:
            clause = _CLAUSE.search(text, 0, OPENING)
            opening = clause.start() if clause else OPENING
            weights = (
                self._rarity[char] * (BOOST if place < opening else 1) for place, char in enumerate(text)
            )
            self._sums[text] = [*accumulate(weights, initial=0.0)]
        return self._sums[text]


def _rarity(old: Sequence[Wording], new: Sequence[Wording]) -> dict[str, float]:
    """Return the weight of each character: the fewer passages of a version have it, the more."""
    counts = [Counter(char for one in side for char in set(one.masked)) for side in (old, new)]
    most = 1 + max(len(old), len(new))
    return {
        char: log(most / max(count[char] for count in counts)) if _tells(char) else FAINT
        for char in counts[0].keys() | counts[1].keys()
    }


def _tells(char: str) -> bool:
    return char.isalnum() and char != FIGURE


def _index(wordings: Sequence[Wording]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(wordings):
        for gram in _grams(one.masked):
            places[gram].append(place)
    return places


def _most_in_common(text: str, places: dict[str, list[int]]) -> list[int]:
    """Return the places that share most runs with a text; common runs cost most and say least."""
    weights: dict[int, float] = defaultdict(float)
    looked = 0
    for found in sorted((places[gram] for gram in _grams(text) if gram in places), key=len):
        looked += len(found)
        if looked > LOOKED and weights:
            break
        for place in found[:LOOKED]:  # all weigh the same, and the first are taken
            weights[place] += 1 / len(found)
    return sorted(weights, key=lambda place: (-round(weights[place], 9), place))[:TRIED]


def _grams(text: str) -> set[str]:
    return {text[at : at + GRAM] for at in range(max(1, len(text) - GRAM + 1))}
