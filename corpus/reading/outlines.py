"""From plain text to an outline: lines, what joins them, and what each block is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.reading import furniture
from corpus.reading.breaking import Verdict, choose, weigh
from corpus.reading.classifying import assemble
from corpus.reading.joining import Spacing, joined
from corpus.reading.lines import Line, lines
from corpus.reading.pieces import Piece
from corpus.reading.splitting import split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.layout import Layout
    from corpus.vocabulary import Outline

_DIVIDED = 0.8
_UNSURE = 0.9
"""Below this certainty of its end a block is reported as doubtful."""


def outline(text: str, *, title: str | None = None) -> Outline:
    """Read the structure of a plain text from its layout and wording.

    `title` is the title where it is known already; a text that does not open with it has none printed.
    """
    return from_lines(lines(text), title=title)


def from_lines(found: Sequence[Line], *, title: str | None = None) -> Outline:
    """Read the structure of a document given as printed lines."""
    kept, dropped = furniture.strip(found)
    return assemble(pieces(kept), dropped, title=title)


def pieces(found: Sequence[Line]) -> list[Piece]:
    """Join lines into pieces, each with the certainty of its two ends."""
    if not found:
        return []
    layout = choose(found)
    verdicts = weigh(found, layout)
    divided = layout.divides(found, [not verdict.cut for verdict in verdicts])
    spacing = Spacing((line.text for line in found), divided=divided)
    made: list[Piece] = []
    first = 0
    for place in range(len(found)):
        if place == len(found) - 1 or verdicts[place].cut:
            sure = _certainty(verdicts, first, place)
            piece = _piece(found[first : place + 1], layout, spacing, sure)
            following = found[place + 1].text if place + 1 < len(found) else ""
            made.append(replace(piece, full=layout.is_full(found[place], following)))
            first = place + 1
    return split(made)


def _certainty(verdicts: Sequence[Verdict], first: int, last: int) -> float:
    around = verdicts[max(first - 1, 0) : last + 1]
    return min((verdict.certainty for verdict in around), default=1.0)


def _piece(block: Sequence[Line], layout: Layout, spacing: Spacing, certainty: float) -> Piece:
    opening = block[0]
    full = [layout.is_exact(line) and not line.trail for line in block]
    text, ends, unsure = joined([line.text for line in block], spacing, full)
    doubt = "" if certainty >= _UNSURE else "a full line may hide where this block begins or ends"
    if unsure and not doubt:
        certainty, doubt = _DIVIDED, "a Latin word may be divided at the end of a full line"
    return Piece(
        text=text,
        size=opening.size,
        bold=len(text) if all(line.bold for line in block) else 0,
        lines=len(block),
        ends=ends,
        indent=opening.indent,
        gap=max(opening.gap - layout.gap, 0),
        centred=layout.is_centred(opening),
        certainty=round(certainty, 3),
        doubt=doubt,
    )
