"""How a text was laid out, voted over all its lines: wrap width, hanging marks, indents and blank lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.reading.columns import CLOSERS, MODELS, WidthModel, head, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.lines import Line

_LEAST_SHARE = 0.16
"""Least share of line ends that agree on a wrap width for a text to count as wrapped."""
_LEAST_VOTES = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """What the lines agree on.

    `margin` is the wrap width in columns, None for a text with one line a paragraph. `hangs` says that a
    closing mark may stand beyond it. `indent` is the first-line indent in columns, 0 for none; `lost` the
    indent that was stripped from first lines, which leaves them short. `gap` is the number of blank lines
    after every line, `spaced` says that blank lines part paragraphs.
    """

    model: WidthModel = "wide"
    margin: float | None = None
    hangs: bool = False
    hyphens: bool = False
    indent: float = 0
    lost: float = 0
    gap: int = 0
    spaced: bool = False


def measure(lines: Sequence[Line]) -> Layout:
    """Estimate the layout of a text from its lines."""
    gap = _usual_gap(lines)
    hyphens = sum(line.text.endswith("-") for line in lines) > 1
    votes = {model: _margin(lines, model) for model in MODELS}
    model = max(MODELS, key=lambda name: (votes[name][1], -MODELS.index(name)))
    margin, share = votes[model]
    if share < _LEAST_SHARE or margin is None:
        return Layout(gap=gap, indent=_indent(lines), spaced=_spaced(lines, gap))
    bare = Layout(model, margin, _hangs(lines, model, margin), hyphens, _indent(lines), 0, gap)
    lost = 0 if bare.indent else _lost(lines, bare)
    return Layout(model, margin, bare.hangs, hyphens, bare.indent, lost, gap, _spaced(lines, gap))


def room(layout: Layout, line: Line, following: Line) -> float:
    """Return the columns left on a line had the next one's first word been set on it; below 0: no room."""
    if layout.margin is None:
        return 0
    word, marks = head(following.text, hyphens=layout.hyphens)
    hung = marks[1:] if layout.hangs else marks
    space = 1 if _latin(line.text[-1:]) and _latin(word[:1]) else 0
    return layout.margin - line.full(layout.model) - space - width(word + hung, layout.model)


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _margin(lines: Sequence[Line], model: WidthModel) -> tuple[float | None, float]:
    """Let every line end vote for the widths at which its line would have been broken just there."""
    votes: Counter[int] = Counter()
    for line, following in zip(lines, lines[1:], strict=False):
        end = round(line.full(model))
        word, _ = head(following.text)
        votes.update(range(end, end + min(width(word, model), 12)))
    if not votes:
        return None, 0
    best = max(votes, key=lambda column: (votes[column], -column))
    if votes[best] < _LEAST_VOTES:
        return None, 0
    return float(best), votes[best] / (len(lines) - 1)


def _hangs(lines: Sequence[Line], model: WidthModel, margin: float) -> bool:
    over = [line for line in lines if margin < line.full(model) <= margin + 2]
    return any(line.text[-1] in CLOSERS for line in over)


def _usual_gap(lines: Sequence[Line]) -> int:
    gaps = Counter(line.gap for line in lines[1:])
    return gaps.most_common(1)[0][0] if gaps else 0


def _spaced(lines: Sequence[Line], gap: int) -> bool:
    wider = sum(line.gap > gap for line in lines[1:])
    return wider > 0.1 * len(lines)


def _indent(lines: Sequence[Line]) -> float:
    """Return the indent that a good part of the lines share while others stand at the margin."""
    indents = Counter(line.indent for line in lines if 0 < line.indent <= 8)
    if not indents:
        return 0
    common, count = indents.most_common(1)[0]
    return common if count >= max(2, 0.08 * len(lines)) else 0


def _lost(lines: Sequence[Line], layout: Layout) -> float:
    """Return 4 where lines that open a paragraph are full four columns early: their indent was stripped."""
    openings = [
        (line, following)
        for before, line, following in zip(lines, lines[1:], lines[2:], strict=False)
        if room(layout, before, line) > 4
    ]
    early = sum(-2 <= room(layout, line, following) - 4 < 0 for line, following in openings)
    late = sum(-2 <= room(layout, line, following) < 0 for line, following in openings)
    return 4 if early > late else 0
