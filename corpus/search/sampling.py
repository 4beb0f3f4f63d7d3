"""Document frequencies: counted to the last where a term is rare, estimated from a sample where it is not.

An index counts a term by reading all sections that hold it, so the most frequent terms would cost most. The estimate
goes into idf; so each store counts and samples in the same way, by this function, and ranks alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST = 32
"""Ids of sections with a term, lowest first, by which it is told whether to count or to sample."""
FREQUENT = 30_000
"""Sections from which a term is sampled, as its first ids promise."""
WINDOWS, WINDOW = 10, 600
"""Stretches of ids, evenly spread, that are the sample, and ids in each: a twelfth off at 30,000 of a million."""

Window = tuple[int, int]  # the first and the last id of a stretch


class TermCounts(Protocol):
    """What an index tells of one term."""

    def exact(self) -> int:
        """Return in how many sections the term stands."""
        ...

    def last_id(self) -> int:
        """Return the highest id of a section that is indexed."""
        ...

    def within(self, windows: Sequence[Window]) -> tuple[int, int]:
        """Return how many sections with an id in one of the windows hold the term, and how many there are."""
        ...


def document_frequency(first: Sequence[int], size: int, counts: TermCounts) -> int:
    """Return in how many of `size` sections a term stands; a sample tells about how many, where it is frequent.

    `first` are the lowest `FIRST` ids of sections with the term, all of them where there are fewer. The term is
    frequent where they lie so close that `FREQUENT` sections or more would hold it, were it as dense throughout.
    """
    if len(first) < FIRST:
        return len(first)
    if len(first) * size < FREQUENT * first[-1]:
        return counts.exact()
    holding, there = counts.within(windows(counts.last_id()))
    return max(len(first), round(holding * size / max(there, 1)))


def windows(last: int) -> list[Window]:
    """Return the stretches of ids from 1 to `last` that are the sample."""
    starts = [1 + at * last // WINDOWS for at in range(WINDOWS)]
    return [(start, start + WINDOW - 1) for start in starts]
