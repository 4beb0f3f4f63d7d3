"""A lead that no mark names: told by its form and place, or by a sentence of the text that repeats it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.reading.structure import splitting
from corpus.reading.wording.sentence_ends import ended

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece

_LEAST = 25
"""Characters of a lead that no mark names; shorter ones are headings."""
_DOUBT = "a lead that fills its last line, told only by the sentence of the text that repeats it"


def take_apart(pieces: list[Piece], place: int) -> list[Piece]:
    """Return the pieces, a lead parted from the paragraph it was joined with where the text repeats it as a sentence.

    A lead is often the article's main sentence; closed by no mark and filling its last line, it shows no end.
    """
    if place >= len(pieces) or pieces[place].level is not None:
        return pieces
    piece = pieces[place]
    later = "".join(one.text for one in pieces[place + 1 :])
    for end in piece.ends:
        if _is_repeated(piece.text[:end].rstrip(), piece.text[end:] + later):
            return [*pieces[:place], *splitting.halves(piece, end, _DOUBT), *pieces[place + 1 :]]
    return pieces


def reads_as_lead(pieces: Sequence[Piece], place: int) -> bool:
    """Return whether an unmarked piece under the author is a lead: longer than a heading, closed by no mark."""
    piece = pieces[place]
    if piece.level is not None or ended(piece.text) or len(piece.text) < _LEAST or piece.text[-1] in "？?":
        return False
    return ended(pieces[place + 1].text) or _is_repeated(
        piece.text, "".join(one.text for one in pieces[place + 1 :])
    )


def _is_repeated(text: str, later: str) -> bool:
    return len(text) >= _LEAST and not ended(text) and f"{text}。" in later
