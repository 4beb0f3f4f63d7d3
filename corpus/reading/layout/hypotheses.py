"""How a text may have been laid out: the hypotheses that its lines suggest, for the breaks to choose from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.reading.layout.columns import CLOSERS, MODELS, WidthModel, head, is_ideograph, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from corpus.reading.layout.lines import Line

_LEAST_DIVIDED = 4
"""Full lines between two Latin letters, none short, from which words are taken to be divided."""
_CANDIDATES = 3
"""Wrap widths that are tried for each way to count columns."""
_WIDEST_UNIT = 12
"""Columns of a first word up to which a line end votes for a width; a longer one says too little."""
_INDENTS = range(1, 9)
_LOST = {"wide": 4, "narrow": 4, "count": 2}
"""Columns of the usual first-line indent, two full-width characters."""
_CENTRED = 6
"""Columns by which a centred line may stand nearer to one side, and stands away from the left at least."""
_SHORT = 50
"""Columns of a line that may be a heading."""
_NEARLY = 3
"""Columns by which two full lines may differ: a character that did not fit, a Latin word."""
_NARROWEST = {"wide": 24, "narrow": 24, "count": 12}
"""Columns of the narrowest wrap width that is believed; shorter lines are titles, verses or lists."""
_PARTED = 0.1
"""Share of wider gaps from which blank lines part paragraphs, and are not just page breaks."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One way in which the lines may have been set.

    `margin` is the wrap width in columns, None for a text with one line a paragraph. `hangs` says that a
    closing mark may stand beyond it. `indent` is the first-line indent in columns, 0 for none; `lost` the
    indent that was stripped from first lines, which leaves them short. `gap` is the number of blank lines
    after every line, `spaced` says that blank lines part paragraphs,
    `flush` that short lines at the margin stand between indented ones: headings. `slack` is how many free columns still
    count as none, where widths were measured and not counted. `hyphens` and `glued` say where words
    may be divided (see columns.head).
    """

    model: WidthModel = "wide"
    margin: float | None = None
    hangs: bool = False
    hyphens: bool = False
    glued: bool = True
    indent: float = 0
    lost: float = 0
    slack: float = 0
    gap: int = 0
    spaced: bool = False
    flush: bool = False

    def is_centred(self, line: Line) -> bool:
        """Return whether a line stands as far from the margin as from the left, beyond a paragraph's indent."""
        if self.margin is None:
            return line.indent > _CENTRED
        left = line.set_in(self.model)
        if left <= max(self.indent, _CENTRED):
            return False
        return abs(left - (self.margin - line.full(self.model))) <= _CENTRED

    def is_full(self, line: Line, following: str) -> bool:
        """Return whether the first word of what follows would not have fitted on a line."""
        word, _ = head(following, hyphens=self.hyphens, glued=self.glued)
        return self.margin is not None and line.full(self.model) + width(word, self.model) > self.margin

    def is_exact(self, line: Line) -> bool:
        """Return whether a line has not one column free, as every full one where words are divided anywhere."""
        return self.margin is not None and 0 <= self.margin - line.full(self.model) - line.trail < 1

    def divides(
        self, lines: Sequence[Line], wrapped: Sequence[bool], are_words: Callable[[str, str], bool]
    ) -> bool | None:
        """Return whether lines are broken inside Latin words; None where no line shows it.

        `wrapped` says of each line but the last whether its block goes on in the next. Where words are kept
        whole, lines before a word are short by any part of it; where they are divided, not one is. Two lines that
        meet at `are_words`, which the document has elsewhere, show nothing.
        """
        pairs = [
            (line, following)
            for line, following, wraps in zip(lines, lines[1:], wrapped, strict=False)
            if wraps and _latin(following.text[0])
        ]
        if not all(self.is_exact(line) for line, _ in pairs):
            return False
        told = [_latin(line.text[-1]) and not are_words(line.text, after.text) for line, after in pairs]
        return True if sum(told) >= _LEAST_DIVIDED else None

    def over(self, reach: float, last: str) -> float:
        """Return how far a line that reaches so far goes beyond the margin, a hanging last mark not counted."""
        if self.margin is None or reach <= self.margin:
            return 0
        hung = width(last, self.model) if self.hangs and last in CLOSERS else 0
        return max(reach - hung - self.margin, 0)


def hypotheses(lines: Sequence[Line]) -> Iterator[Layout]:
    """Yield the layouts that the lines suggest, the plainest (no wrapping) first."""
    gap, spaced = _gaps(lines)
    indent = _indent(lines)
    flush = _flush(lines, indent)
    hyphens = sum(line.text.endswith("-") for line in lines) > 1
    slack = 2.0 if lines and lines[0].measured is not None else 0.0
    yield Layout(gap=gap, spaced=spaced, indent=indent, flush=flush)
    for model in MODELS:
        for margin in _margins(lines, model):
            hangs = _hangs(lines, model, margin)
            glued = not _broken_at_spaces(lines, model, margin)
            for lost in (0,) if indent else (0, _LOST[model]):
                yield Layout(model, margin, hangs, hyphens, glued, indent, lost, slack, gap, spaced, flush)


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _margins(lines: Sequence[Line], model: WidthModel) -> list[float]:
    """Return the likely wrap widths, in columns: each line end votes for those at which it would have been broken."""
    votes: Counter[int] = Counter()
    for line, following in pairwise(lines):
        end = round(line.full(model))
        word, _ = head(following.text)
        votes.update(range(end, end + min(width(word, model), _WIDEST_UNIT)))
    ranked = sorted(votes, key=lambda column: (-votes[column], column))
    best = [column for column in ranked if votes[column] > 1 and votes[column - 1] < votes[column]]
    tops = best[:_CANDIDATES]
    tops += [top + _LOST[model] for top in tops[:1]] + _widest(lines, model)
    return [float(column) for column in dict.fromkeys(tops) if column >= _NARROWEST[model]]


def _widest(lines: Sequence[Line], model: WidthModel) -> list[int]:
    """Return the widest that two lines nearly share: the margin, where only a few lines are full."""
    ends = (
        line.full(model) - (width(line.text[-1], model) if line.text[-1] in CLOSERS else 0) for line in lines
    )
    widths = sorted(map(round, ends), reverse=True)
    return [wide for wide, next_wide in pairwise(widths) if wide - next_wide <= _NEARLY][:1]


def _hangs(lines: Sequence[Line], model: WidthModel, margin: float) -> bool:
    over = [line for line in lines if margin < line.full(model) <= margin + 2]
    return any(line.text[-1] in CLOSERS for line in over)


def _gaps(lines: Sequence[Line]) -> tuple[int, bool]:
    """Return the blank lines after every line, and whether more of them part paragraphs."""
    gaps = Counter(line.gap for line in lines[1:] if not line.page)
    total = sum(gaps.values()) or 1
    usual = min((gap for gap, times in gaps.items() if times >= _PARTED * total), default=0)
    return usual, sum(times for gap, times in gaps.items() if gap > usual) > _PARTED * total


def _indent(lines: Sequence[Line]) -> float:
    """Return the indent that a good part of the lines share while others stand at the margin."""
    indents = Counter(line.indent for line in lines if round(line.indent) in _INDENTS)
    if not indents:
        return 0
    common, count = indents.most_common(1)[0]
    return common if count >= max(2, 0.08 * len(lines)) else 0


def _flush(lines: Sequence[Line], indent: float) -> bool:
    """Return whether several lines at the margin, unclosed, stand between indented ones."""
    triples = zip(lines, lines[1:], lines[2:], strict=False)
    heads = sum(
        line.indent < indent <= following.indent
        and line.text[-1] not in CLOSERS
        and before.text[-1] in CLOSERS
        and width(line.text) <= _SHORT
        for before, line, following in triples
    )
    return bool(indent) and heads > 1


def _broken_at_spaces(lines: Sequence[Line], model: WidthModel, margin: float) -> bool:
    """Return whether full lines end between a Chinese character and a Latin one."""
    ends = [
        (line.text[-1], following.text[0])
        for line, following in pairwise(lines)
        if line.full(model) >= margin - 2
    ]
    mixed = sum(
        (is_ideograph(one) and _latin(two)) or (_latin(one) and is_ideograph(two)) for one, two in ends
    )
    return mixed > max(1, 0.03 * len(lines))
