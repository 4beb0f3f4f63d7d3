"""Spans of a text joined, or kept apart: offsets [start, end)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from corpus.vocabulary import Span

Item = TypeVar("Item")


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return the union of spans, in order: those that touch or overlap become one, empty ones none."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def disjoint(items: Iterable[Item], span: Callable[[Item], Span]) -> list[Item]:
    """Return items in the order of their spans, without those that overlap an earlier one.

    Of those that start together the longest is the earliest.
    """
    kept: list[Item] = []
    for one in sorted(items, key=lambda item: (span(item)[0], -span(item)[1])):
        if not kept or span(kept[-1])[1] <= span(one)[0]:
            kept.append(one)
    return kept


def clipped(spans: Iterable[Span], within: Span) -> list[Span]:
    """Return the parts of spans that lie in another one, counted from its start; what lies outside is left out."""
    first, last = within
    parts = ((max(start, first) - first, min(end, last) - first) for start, end in spans)
    return [(start, end) for start, end in parts if start < end]
