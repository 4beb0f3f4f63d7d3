"""From plain text to an outline: lines, what joins them, and what each block is."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.reading.furniture import stripping
from corpus.reading.layout.breaks import Verdict, choose, weigh
from corpus.reading.layout.joining import Joined, Spacing, joined
from corpus.reading.layout.lines import Line, lines
from corpus.reading.pieces import Piece
from corpus.reading.structure.classifying import assemble
from corpus.reading.structure.splitting import split
from corpus.reading.structure.suspects import doubted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.layout.hypotheses import Layout
    from corpus.vocabulary import Outline

_DIVIDED = 0.8
"""Certainty of a block with a line end at which a word or a space may be hidden."""
_STRAY = 0.3
"""Share of lines that may have a space at their end before it is the habit of a program and says nothing."""
_UNSURE = 0.9
"""Below this certainty of its end a block is reported as doubtful."""


def outline(text: str, *, title: str | None = None) -> Outline:
    """Read the structure of a plain text from its layout and wording.

    `title` is the title where it is known already; a text that does not open with it has none printed.
    """
    kept, dropped = stripping.strip(lines(text))
    return assemble(pieces(kept), dropped, title=title)


def pieces(found: Sequence[Line]) -> list[Piece]:
    """Join lines into pieces, each with the certainty of its two ends."""
    if not found:
        return []
    layout = choose(found)
    verdicts = doubted(found, weigh(found, layout), layout)
    spacing = Spacing(line.text for line in found)
    spacing.divided = layout.divides(found, [not verdict.cut for verdict in verdicts], spacing.are_words)
    shown = _spaces_shown(found)
    made: list[Piece] = []
    first = 0
    for place in range(len(found)):
        if place == len(found) - 1 or verdicts[place].cut:
            sure = _certainty(verdicts, first, place)
            block = found[first : place + 1]
            exact = [layout.is_exact(line) and not line.trail for line in block]
            text = joined([line.text for line in block], spacing, exact, shown[first:place])
            piece = _piece(block, layout, text, sure)
            following = found[place + 1].text if place + 1 < len(found) else ""
            made.append(replace(piece, full=layout.is_full(found[place], following)))
            first = place + 1
    return split(made)


def _certainty(verdicts: Sequence[Verdict], first: int, last: int) -> float:
    around = verdicts[max(first - 1, 0) : last + 1]
    return min((verdict.certainty for verdict in around), default=1.0)


def _spaces_shown(found: Sequence[Line]) -> list[bool]:
    """Return for each line but the last whether the source has a space behind it: rare at line ends, so it is meant."""
    shown = [line.trail == 1 or (after.lead == 1 and not after.gap) for line, after in pairwise(found)]
    return shown if sum(shown) <= _STRAY * len(found) else [False] * len(shown)


def _piece(block: Sequence[Line], layout: Layout, said: Joined, certainty: float) -> Piece:
    opening = block[0]
    doubt = "" if certainty >= _UNSURE else "a full line may hide where this block begins or ends"
    if said.doubt and not doubt:
        certainty, doubt = _DIVIDED, said.doubt
    return Piece(
        text=said.text,
        size=opening.size,
        bold=len(said.text) if all(line.bold for line in block) else 0,
        lines=len(block),
        ends=said.ends,
        indent=opening.indent,
        gap=max(opening.gap - layout.gap, 0),
        centred=layout.is_centred(opening),
        certainty=round(certainty, 3),
        doubt=doubt,
    )
