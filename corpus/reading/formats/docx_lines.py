"""Lines of a paragraph that were broken by hand in a Word file, as text pasted from a PDF has them: joined again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.reading.layout.columns import width
from corpus.reading.layout.joining import Spacing, join
from corpus.reading.wording.sentence_ends import ended
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.reading.pieces import Piece

_LEAST = 30
"""Columns of a full line at least; shorter ones are lines of a form, of verse, or of an address."""
_SLACK = 3
"""Columns that a full line may lack: a mark that must not open the next one, half a character."""
_FEWEST = 2
"""Full lines that breaks within paragraphs end from which they are wraps."""
_OFTEN = 4
"""Full lines of one width from which paragraphs, too, are taken for lines of others."""
_SHARE = 0.6


def joined(pieces: Sequence[Piece], soft: frozenset[int]) -> list[Piece]:
    """Return the pieces, lines put together that reach the same margin and end no sentence.

    `soft` are the places of pieces that a line break parts from the piece before, not a paragraph's end.
    """
    broken = [piece for place, piece in enumerate(pieces) if place + 1 in soft]
    soft_margin = _margin(broken, _FEWEST)
    margin = _margin([piece for piece in pieces if _is_bare(piece)], _OFTEN)
    made: list[Piece] = []
    run: list[Piece] = []
    for place, piece in enumerate(pieces):
        run.append(piece)
        wrapped = _is_full(piece, soft_margin if place + 1 in soft else margin)
        if not wrapped or place + 1 >= len(pieces) or not _goes_on(pieces[place + 1]):
            made.append(_together(run))
            run = []
    return made + ([_together(run)] if run else [])


def _characters(text: str) -> int:
    """Return a text's length in columns where every character takes two, as some tools break lines."""
    return 2 * len(text)


_NO_MARGIN: tuple[Callable[[str], int], int] = (width, 0)


def _margin(lines: Sequence[Piece], least: int) -> tuple[Callable[[str], int], int]:
    """Return how lines are measured and the width that most unended ones have; 0 where too few have the same."""
    texts = [piece.text for piece in lines if not ended(piece.text)]
    found = [(_widest(texts, measure, least), measure) for measure in (width, _characters)]
    (count, margin), measure = max(found, key=lambda one: one[0])
    return (measure, margin) if count else _NO_MARGIN


def _widest(texts: Sequence[str], measure: Callable[[str], int], least: int) -> tuple[int, int]:
    """Return how many texts reach one margin, and that margin; 0 and 0 where too few do."""
    widths = [size for text in texts if (size := measure(text)) >= _LEAST]
    near = {size: sum(size - _SLACK <= other <= size for other in widths) for size in set(widths)}
    margin, count = max(near.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    return (count, margin) if count >= least and count >= _SHARE * len(widths) else (0, 0)


def _is_full(piece: Piece, margin: tuple[Callable[[str], int], int]) -> bool:
    measure, most = margin
    return (
        bool(most)
        and _is_bare(piece)
        and most - _SLACK <= measure(piece.text) <= most
        and not ended(piece.text)
    )


def _is_bare(piece: Piece) -> bool:
    return piece.level is None and piece.role is None and not piece.centred


def _goes_on(piece: Piece) -> bool:
    return _is_bare(piece) and marker(piece.text) is None


def _together(run: Sequence[Piece]) -> Piece:
    if len(run) == 1:
        return run[0]
    return replace(
        run[0], text=join([piece.text for piece in run], Spacing(piece.text for piece in run)), bold=0
    )
