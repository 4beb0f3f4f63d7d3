"""Lines that are one thing, a head or a note of adoption, put into one piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.reading.layout.joining import Spacing, join

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.reading.pieces import Piece


def put_together(
    pieces: Sequence[Piece],
    most: int,
    lines: Callable[[Sequence[Piece]], int],
    whole: Callable[[Sequence[Piece], str], Piece],
) -> list[Piece]:
    """Return the pieces with each run of lines put into one piece, which `whole` makes of the run and its text.

    `lines` is given at most `most` pieces and says how many from the first are one thing; fewer than 2 are left.
    """
    made: list[Piece] = []
    place = 0
    while place < len(pieces):
        count = lines(pieces[place : place + most])
        run = pieces[place : place + count]
        if count > 1:
            made.append(whole(run, join([piece.text for piece in run], Spacing(piece.text for piece in run))))
        else:
            made.append(pieces[place])
        place += max(count, 1)
    return made
