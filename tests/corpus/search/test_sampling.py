"""A document frequency is counted where that is cheap, and estimated from windows of ids where it is not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from corpus.search.sampling import FIRST, FREQUENT, WINDOW, WINDOWS, document_frequency, windows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.search.sampling import Window

SIZE = 1_000_000


@dataclass
class Term:
    """A term that every so many sections hold, of ids from 1 on; it writes down how it was counted."""

    every: int
    size: int = SIZE
    analyzed: list[str] = field(default_factory=list)

    def ids(self) -> range:
        """Return the sections that hold it."""
        return range(self.every, self.size + 1, self.every)

    def exact(self) -> int:
        """Count to the last."""
        self.analyzed.append("exact")
        return len(self.ids())

    def last_id(self) -> int:
        """Return the last section."""
        return self.size

    def within(self, windows: Sequence[Window]) -> tuple[int, int]:
        """Count in windows."""
        self.analyzed.append("within")
        counts = [sum(at in self.ids() for at in range(start, stop + 1)) for start, stop in windows]
        return sum(counts), sum(min(stop, self.size) - start + 1 for start, stop in windows)

    def frequency(self) -> int:
        """Return what is told of the term."""
        return document_frequency(self.ids()[:FIRST], self.size, self)


def test_a_rare_term_is_its_first_ids() -> None:
    """Fewer than 32 sections are counted as they are read; nothing more is asked."""
    term = Term(SIZE // (FIRST - 1))
    assert (term.frequency(), term.analyzed) == (FIRST - 1, [])
    assert document_frequency([], SIZE, term) == 0


def test_a_term_is_counted_to_the_last_unless_its_first_ids_lie_close() -> None:
    """One that 29,411 of a million hold is counted, one that 30,303 hold is sampled."""
    counted, sampled = Term(34), Term(33)
    assert (counted.frequency(), counted.analyzed) == (SIZE // 34, ["exact"])
    assert sampled.frequency() == pytest.approx(SIZE // 33, rel=0.02)
    assert sampled.analyzed == ["within"]


def test_a_small_library_is_never_sampled() -> None:
    """However dense a term is: below 30,000 sections no term can be frequent."""
    term = Term(1, FREQUENT - 1)
    assert (term.frequency(), term.analyzed) == (FREQUENT - 1, ["exact"])


def test_a_sample_is_never_below_what_was_read() -> None:
    """A term that stands in no window is held by its first sections at least, in windows without sections too."""

    class Nowhere(Term):
        def within(self, windows: Sequence[Window]) -> tuple[int, int]:
            assert windows
            return 0, 0

    assert Nowhere(1).frequency() == FIRST


def test_the_windows_lie_evenly_between_the_first_id_and_the_last() -> None:
    """Ten of six hundred ids; where ids are fewer they overlap."""
    made = windows(SIZE)
    assert len(made) == WINDOWS
    assert made[0] == (1, WINDOW)
    assert made[1] == (100_001, 100_600)
    assert made[-1] == (900_001, 900_600)
    assert windows(1_000)[:2] == [(1, 600), (101, 700)]
