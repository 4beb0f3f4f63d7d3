"""Where blocks end: every gap between two lines is weighed, and the best reading of the whole text kept.

A gap costs something whether it is read as a break or as a join; the cheapest way through all gaps is found
by dynamic programming over (line, does it open a block), because an indent that was stripped from first
lines changes how much room they had. The layout itself is the hypothesis under which the whole text comes
cheapest. Costs are natural logarithms of odds, set by reasoning, not fitted.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.reading.columns import CLOSERS
from corpus.reading.layout import Layout, hypotheses
from corpus.reading.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.lines import Line

_ENDED = re.compile(
    r"[。！？!?…][”’」』）)\"']*$|[.][\"')]?$|[。）)][）)]?$|[”’」』][—–―─-]{1,2}\s*[^，。；]{1,20}$"
)
_PAUSED = re.compile(r"[：:；;][”’」』）)]*$")
_CLINGING = "".join(set(CLOSERS) - set("“‘—….-"))
_NEVER_FIRST = "的了着得们之呢吗吧"
"""Characters that open no sentence."""
_STRONG = frozenset(
    "part chapter section article annex comma bracket point round circle dash bullet ordinal".split()
)
_ALWAYS = frozenset(["chapter", "section", "article"])
_OTHER_SIZE = 0.6
"""Points by which the type of one block may differ from line to line."""
_OVER = 4.0
"""Cost of a line that reaches beyond the margin."""
_UNWRAPPED = 20.0
"""Cost of joining two lines of a text that has one line a paragraph."""
_CHANCE = 2.0
"""Cost of a block's last line that is full, or as long as an opening line, by chance."""
_STRIPPED = 3.0
"""Cost of supposing that indents were stripped: it explains too much."""
_CUSTOM = 1.0
"""Cost of joining a line that begins as other blocks of the document surely do (针对…, 坚持…)."""
_SURE = 0.9
_SAMPLE = 3_000
"""Lines on which the layout is chosen; the rest of a long text follows it."""

Costs = tuple[tuple[float, float], tuple[float, float]]
"""((cut, join) where the line opens a block, (cut, join) where it stands inside one)."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a block ends at a gap, and how sure that is (0.5 is a toss, 1 is certain)."""

    cut: bool
    certainty: float


def choose(lines: Sequence[Line]) -> Layout:
    """Return the layout under which the lines read cheapest; the plainer one where two tie."""
    sample = lines[:_SAMPLE]
    return min(hypotheses(sample), key=lambda layout: round(_total(sample, layout), 3))


def weigh(lines: Sequence[Line], layout: Layout) -> list[Verdict]:
    """Return a verdict for each of the len(lines) - 1 gaps; openings that recur are weighed a second time."""
    costs = [_costs(line, after, layout) for line, after in pairwise(lines)]
    verdicts = _verdicts(costs)
    openings = Counter(
        after.text[:2]
        for after, verdict in zip(lines[1:], verdicts, strict=True)
        if verdict.cut and verdict.certainty > _SURE
    )
    custom = [_CUSTOM if openings[after.text[:2]] > 1 else 0 for after in lines[1:]]
    return _verdicts([_dearer(cost, extra) for cost, extra in zip(costs, custom, strict=True)])


def _dearer(cost: Costs, extra: float) -> Costs:
    """Add to the cost of a join."""
    return (cost[0][0], cost[0][1] + extra), (cost[1][0], cost[1][1] + extra)


def _verdicts(costs: Sequence[Costs]) -> list[Verdict]:
    """Follow the cheapest way through all gaps, and ask at each how much dearer the other turn would be."""
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


def _total(lines: Sequence[Line], layout: Layout) -> float:
    costs = [_costs(line, after, layout) for line, after in pairwise(lines)]
    over = sum(_OVER for line in lines if layout.over(line) > 0)
    return min(_sweep(costs)[-1]) + over + (_STRIPPED if layout.lost else 0)


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


def _costs(line: Line, following: Line, layout: Layout) -> Costs:
    cut, join = _evidence(line, following, layout)
    free = layout.room(line, following)
    chance = _CHANCE if 0 <= free < layout.lost else 0
    opens = _with_room(cut, join, free - layout.lost, layout)
    inside = _with_room(cut + chance, join, free, layout)
    return opens, inside


def _with_room(cut: float, join: float, free: float, layout: Layout) -> tuple[float, float]:
    if layout.margin is None:
        return cut, join + _UNWRAPPED
    if free < layout.slack:
        return cut + _CHANCE, join
    return cut, join + min(3.5 + free, 8)


def _evidence(line: Line, following: Line, layout: Layout) -> tuple[float, float]:
    """Weigh what does not depend on the room left: wording, blank lines, indents."""
    cut, join = _wording(line.text, following.text)
    if abs(line.size - following.size) > _OTHER_SIZE:
        join += 10
    if following.gap > layout.gap and not following.page:
        join += 6 if layout.spaced else 0.5
    elif layout.spaced and not following.page:
        cut += 2
    if layout.indent:
        if following.indent >= layout.indent:
            join += 8
        elif marker(following.text) is None:
            cut += 3
    return cut, join


def _wording(before: str, after: str) -> tuple[float, float]:
    cut, join = 0.0, 0.0
    ended = _ENDED.search(before) is not None
    if after[0] in _NEVER_FIRST:
        cut += 3
    if after[0] in _CLINGING or ("a" <= after[0] <= "z" and not marker(after)):
        cut += 6
    if ended:
        join += 0.5
    elif not _PAUSED.search(before):
        cut += 3
    mark = marker(after)
    if mark and mark.family in _STRONG:
        if ended:
            join += 5
        elif cut == 0 or mark.family in _ALWAYS:
            join += 3
    return cut, join
