"""Where blocks end: every gap between two lines is weighed, and the best reading of the whole text kept.

Each gap has its costs (corpus.reading.layout.evidence) as an end and as a wrap; the cheapest way through all gaps is
found by dynamic programming over (line, does it open a block), because an indent that was stripped from first
lines changes how much room they had. The layout itself is the hypothesis under which the whole text comes
cheapest.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.reading.layout.evidence import Evidence, dearer
from corpus.reading.layout.hypotheses import Layout, hypotheses
from corpus.reading.layout.openings import Openings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.layout.evidence import Costs
    from corpus.reading.layout.lines import Line

_OVER = 4.0
"""Cost of a line that reaches beyond the margin."""
_WRAPPED = 1.0
"""Cost of supposing that the text is wrapped at all."""
_STRIPPED = 5.0
"""Cost of supposing that indents were stripped: it explains too much."""
_SURE = 0.9
_ROUNDED = 0.001
"""What rounding may take off a cost."""
_SAMPLE = 1_500
"""Lines on which the layout is chosen; the rest of a long text follows it."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Return whether a block ends at a gap, and how sure that is (0.5 is a toss, 1 is certain)."""

    cut: bool
    certainty: float


def choose(lines: Sequence[Line]) -> Layout:
    """Return the layout under which the lines read cheapest; the plainer one where two tie."""
    sample = Evidence(lines[:_SAMPLE])
    best, least = Layout(), math.inf
    for layout in hypotheses(sample.lines):
        total = round(_total(sample, layout, least + _ROUNDED), 3)
        if total < least:
            best, least = layout, total
    return best


def weigh(lines: Sequence[Line], layout: Layout) -> list[Verdict]:
    """Return a verdict for each of the len(lines) - 1 gaps; openings that recur are weighed a second time."""
    costs = Evidence(lines).costs(layout)
    verdicts = _verdicts(costs)
    openings = Openings(lines, [verdict.cut and verdict.certainty > _SURE for verdict in verdicts])
    shown = bool(layout.indent or layout.lost) or layout.spaced
    return _verdicts([dearer(cost, openings.cost(gap, shown=shown)) for gap, cost in enumerate(costs)])


def _verdicts(costs: Sequence[Costs]) -> list[Verdict]:
    """Return the turns of the cheapest way through all gaps, each as sure as the other turn is dearer."""
    forward, backward = _sweep(costs), _sweep_back(costs)
    verdicts = []
    inside = False
    for gap, (opens, within) in enumerate(costs):
        before, after = forward[gap], backward[gap + 1]
        cut = min(before[0] + opens[0], before[1] + within[0]) + after[0]
        join = min(before[0] + opens[1], before[1] + within[1]) + after[1]
        here = within if inside else opens
        turns = here[0] + after[0] < here[1] + after[1]
        verdicts.append(Verdict(turns, 1 / (1 + math.exp(-min(abs(cut - join), 30)))))
        inside = not turns
    return verdicts


def _total(shown: Evidence, layout: Layout, limit: float) -> float:
    """Return what a layout costs, infinity where that is beyond a limit for sure: no gap costs less than nothing."""
    supposed = (
        _OVER * shown.over(layout) + (_STRIPPED if layout.lost else 0) + (_WRAPPED if layout.margin else 0)
    )
    costs = shown.costs(layout, limit - supposed) if supposed <= limit else []
    return supposed + min(_sweep(costs)[-1]) if len(costs) == len(shown.lines) - 1 else math.inf


def _sweep(costs: Sequence[Costs]) -> list[tuple[float, float]]:
    """Return for each line the least cost of all gaps before it: (it opens a block, it stands inside)."""
    reached = [(0.0, math.inf)]
    for opens, inside in costs:
        first, later = reached[-1]
        reached.append((min(first + opens[0], later + inside[0]), min(first + opens[1], later + inside[1])))
    return reached


def _sweep_back(costs: Sequence[Costs]) -> list[tuple[float, float]]:
    """Return for each line the least cost of all gaps after it, by the same two states."""
    left = [(0.0, 0.0)]
    for opens, inside in reversed(costs):
        cut, join = left[-1]
        left.append((min(opens[0] + cut, opens[1] + join), min(inside[0] + cut, inside[1] + join)))
    return left[::-1]
