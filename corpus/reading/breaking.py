"""Where blocks end: every gap between two lines is weighed, and the best reading of the whole text kept.

A gap costs something whether it is read as a break or as a join; the cheapest way through all gaps is found
by dynamic programming over (line, does it open a block), because an indent that was stripped from first
lines changes how much room they had. Costs are natural logarithms of odds, set by reasoning, not fitted.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.reading.columns import CLOSERS
from corpus.reading.layout import Layout, room
from corpus.reading.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.lines import Line

_ENDED = re.compile(r"[。！？!?…][”’」』）)]*$|[.][\"')]?$")
_PAUSED = re.compile(r"[：:；;][”’」』）)]*$")
_CLINGING = "".join(set(CLOSERS) - set("“‘—….-"))
_STRONG = {"part", "chapter", "section", "article", "comma", "bracket", "point", "round", "dash", "bullet", "circle", "annex"}  # fmt: skip  # noqa: E501 - one line reads as the set it is


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a block ends at a gap, and how sure that is (0.5 is a toss, 1 is certain)."""

    cut: bool
    certainty: float


def weigh(lines: Sequence[Line], layout: Layout) -> list[Verdict]:
    """Return a verdict for each of the len(lines) - 1 gaps."""
    costs = [_costs(line, after, layout) for line, after in zip(lines, lines[1:], strict=False)]
    forward = _sweep(costs)
    backward = _sweep_back(costs)
    verdicts = []
    for gap, (opens, inside) in enumerate(costs):
        before = forward[gap]
        after = backward[gap + 1]
        cut = min(before[0] + opens[0], before[1] + inside[0]) + after[0]
        join = min(before[0] + opens[1], before[1] + inside[1]) + after[1]
        verdicts.append(Verdict(cut <= join, 1 / (1 + math.exp(-min(abs(cut - join), 30)))))
    return verdicts


Costs = tuple[tuple[float, float], tuple[float, float]]
"""((cut, join) where the line opens a block, (cut, join) where it stands inside one)."""


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
    free = room(layout, line, following)
    return (_with_room(cut, join, free - layout.lost, layout), _with_room(cut, join, free, layout))


def _with_room(cut: float, join: float, free: float, layout: Layout) -> tuple[float, float]:
    if layout.margin is None:
        return cut, join + 6
    if free < 0:
        return cut + 2, join
    return cut, join + min(3.5 + free, 8)


def _evidence(line: Line, following: Line, layout: Layout) -> tuple[float, float]:
    """Weigh what does not depend on the room left: blank lines, indents, wording."""
    cut, join = 0.0, 0.0
    if following.text[0] in _CLINGING:
        cut += 8
    if _ENDED.search(line.text):
        join += 0.5
    elif not _PAUSED.search(line.text):
        cut += 3
    mark = marker(following.text)
    if mark and mark.family in _STRONG and (cut == 0 or mark.family in {"chapter", "section", "article"}):
        join += 3
    if following.gap > layout.gap and not following.page:
        join += 6 if layout.spaced else 0.5
    elif layout.spaced and not following.page:
        cut += 2
    if layout.indent:
        indented = following.indent >= layout.indent
        cut, join = (cut, join + 8) if indented else (cut + 3, join)
    return cut, join
