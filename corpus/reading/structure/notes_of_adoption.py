"""Notes of adoption that take several lines, （…会议 / 通过，自…起施行）: put into one piece, whatever sets them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.reading.structure.lines_of_one import put_together
from corpus.reading.wording import adoption_notes
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece

_MOST_LINES = 8


def joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, those that together are a note of adoption put into one."""
    return put_together(pieces, _MOST_LINES, _lines, _note)


def _note(lines: Sequence[Piece], text: str) -> Piece:
    return replace(lines[0], text=text, bold=0, ends=(), lines=len(lines))


def _lines(pieces: Sequence[Piece]) -> int:
    """Return how many pieces from the first make a note; 0 where the first opens none, or nothing closes it."""
    if not adoption_notes.opens(pieces[0].text) or pieces[0].level or pieces[0].role:
        return 0
    said = ""
    for count, piece in enumerate(pieces, start=1):
        if count > 1 and (piece.level or piece.role or marker(piece.text)):
            return 0
        said += piece.text
        if adoption_notes.is_whole(said):
            return count
    return 0
