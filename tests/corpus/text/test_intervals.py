"""Spans joined, kept apart and clipped, for any spans."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from corpus.text.intervals import clipped, disjoint, merged

if TYPE_CHECKING:
    from corpus.vocabulary import Span

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: (min(pair), max(pair))))


def covered(spans: list[Span]) -> set[int]:
    """Return the places that spans cover."""
    return {place for start, end in spans for place in range(start, end)}


@given(SPANS)
def test_merged_spans_cover_the_same_with_room_between(spans: list[Span]) -> None:
    """The union is the same, in order, and between two of its spans something is left out."""
    joined = merged(spans)
    assert covered(joined) == covered(spans)
    assert all(start < end for start, end in joined)
    assert all(one[1] < other[0] for one, other in pairwise(joined))


@given(SPANS)
def test_of_spans_that_overlap_the_first_and_longest_stays(spans: list[Span]) -> None:
    """What stays is in order and apart; what goes overlaps one that stays and is no earlier."""
    kept = disjoint(spans, lambda one: one)
    assert all(one[1] <= other[0] for one, other in pairwise(kept))
    for start, end in set(spans) - set(kept):
        assert any(first <= start < last and (first < start or last >= end) for first, last in kept)


@given(SPANS, st.integers(0, 30), st.integers(0, 30))
def test_clipped_spans_are_counted_from_the_start_of_what_they_lie_in(
    spans: list[Span], one: int, other: int
) -> None:
    """They cover what the spans cover of it, and none is empty."""
    first, last = min(one, other), max(one, other)
    parts = clipped(spans, (first, last))
    assert covered(parts) == {place - first for place in covered(spans) if first <= place < last}
    assert all(start < end for start, end in parts)
