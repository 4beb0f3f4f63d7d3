"""Known names in a running text: in any script, width and quotes, longest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import ahocorasick_rs

from corpus.matching.folding import Folded, fold, plain

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Spotted:
    """A known name found at `start`:`end` of the text as it was given."""

    name: str
    start: int
    end: int


class Spotter:
    """Finds known names: `names` maps every way of writing to the name that it stands for."""

    def __init__(self, names: Mapping[str, str]) -> None:
        written = {plain(way): name for way, name in names.items()}
        self._ways = sorted(way for way in written if way)
        self._names = [written[way] for way in self._ways]
        kind = ahocorasick_rs.MatchKind.LeftmostLongest
        self._matcher = ahocorasick_rs.AhoCorasick(self._ways, matchkind=kind)

    def spot(self, text: str) -> tuple[Spotted, ...]:
        """Return the names that a text holds, in order, none overlapping."""
        folded = fold(text)
        found = []
        for which, first, last in self._matcher.find_matches_as_indexes(folded.text):
            start, end = folded.span(first, last)
            if _stands_alone(folded, first, last):
                found.append(Spotted(self._names[which], start, end))
        return tuple(found)


def _stands_alone(folded: Folded, first: int, last: int) -> bool:
    """Tell whether a match is no part of a longer Latin word or number (G20 in G200, AI in MAIL)."""
    return not (_joined(folded, first - 1, first) or _joined(folded, last - 1, last))


def _joined(folded: Folded, left: int, right: int) -> bool:
    if left < 0 or right >= len(folded.text) or folded.offsets[right] - folded.offsets[left] > 1:
        return False
    pair = folded.text[left], folded.text[right]
    return all(char.isascii() and char.isalnum() for char in pair)
