"""Heads of annexes that take two or three centred lines (新建居住区设施 / 移交管理办法): put into one, and reported."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.reading.structure.lines_of_one import put_together
from corpus.reading.wording import adoption_notes, front_lines
from corpus.reading.wording.sentence_ends import ended
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece

_MOST_LINES = 4
_LONGEST = 80
"""Characters of such a head at most."""
_SURE = 0.8
_DOUBT = "a heading put together from centred lines"


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces below a title, centred lines that together name a kind of document put into one."""
    return put_together(pieces, _MOST_LINES, _lines, _head)


def _head(lines: Sequence[Piece], text: str) -> Piece:
    bold = len(text) if all(piece.bold >= len(piece.text) for piece in lines) else 0
    return replace(lines[0], text=text, bold=bold, certainty=_SURE, doubt=_DOUBT)


def _lines(pieces: Sequence[Piece]) -> int:
    """Return how many pieces from the first are lines of one head; 0 where they name no kind of document together."""
    said = ""
    for count, piece in enumerate(pieces, start=1):
        if not piece.centred or piece.level or piece.role or _is_apart(piece.text):
            return 0
        said += piece.text
        if front_lines.is_whole_title(said):
            return count if len(said) <= _LONGEST else 0
    return 0


def _is_apart(text: str) -> bool:
    """Return whether a centred line is no line of such a head: numbered, closed, a body, a date, a note."""
    return (
        ended(text)
        or marker(text) is not None
        or front_lines.is_body(text)
        or front_lines.is_date(text)
        or front_lines.is_number(text)
        or adoption_notes.opens(text)
    )
