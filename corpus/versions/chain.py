"""The heaviest chain of pairs that keeps the order on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Pair = tuple[int, int]


def in_order(weights: Mapping[Pair, float]) -> list[Pair]:
    """Return the pairs (old, new) of the chain, rising in both places, whose weights (all > 0) sum to most.

    A binary indexed tree over the new places holds the best chain that ends at or before each: n log n.
    """
    size = max((new for _, new in weights), default=-1) + 2
    best: list[tuple[float, Pair | None]] = [(0.0, None)] * size
    before: dict[Pair, Pair | None] = {}
    for pair in sorted(weights, key=lambda pair: (pair[0], -pair[1])):
        total, last = _best_below(best, pair[1])
        before[pair] = last
        _raise_to(best, pair[1] + 1, (total + weights[pair], pair))
    at = _best_below(best, size - 1)[1]
    chain: list[Pair] = []
    while at is not None:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def _best_below(best: list[tuple[float, Pair | None]], place: int) -> tuple[float, Pair | None]:
    """Return the best chain among those that end at a new place less than `place`."""
    found: tuple[float, Pair | None] = (0.0, None)
    while place > 0:
        found = max(found, best[place], key=lambda one: one[0])
        place -= place & -place
    return found


def _raise_to(best: list[tuple[float, Pair | None]], place: int, chain: tuple[float, Pair]) -> None:
    while place < len(best):
        best[place] = max(best[place], chain, key=lambda one: one[0])
        place += place & -place
