"""Headings that fill their line to the end, and so were joined with the text below: their siblings tell them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.reading.structure.heading_forms import CHAPTERS, LONGEST, SET_ALONE, is_phrase
from corpus.reading.wording import sentence_ends
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece
    from corpus.text.numbering import Family

_LEAST = 2
"""Siblings that stand alone before a joined one is taken apart."""
_MANY = 3
"""How many times more of them there are than ones that run on in their line."""
_CERTAINTY = 0.7
_DOUBT = "a heading that fills its line, told by its siblings only"


def split(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, those parted whose first line ends a phrase that others of their numbering set alone."""
    cuts: dict[int, int] = {}
    for places in _members(pieces).values():
        members = [pieces[place] for place in places]
        closed = sum(piece.text.endswith("。") for piece in members if is_phrase(piece.text)) > 0
        if _set_alone(members, closed=closed):
            found = ((place, _hidden(pieces[place], closed=closed)) for place in places)
            cuts |= {place: cut for place, cut in found if cut is not None}
    made: list[Piece] = []
    for place, piece in enumerate(pieces):
        if place in cuts:
            made += halves(piece, cuts[place], _DOUBT)
        else:
            made.append(piece)
    return made


def _members(pieces: Sequence[Piece]) -> dict[Family, list[int]]:
    found: dict[Family, list[int]] = defaultdict(list)
    for place, piece in enumerate(pieces):
        mark = marker(piece.text)
        if mark and mark.family in CHAPTERS | SET_ALONE:
            found[mark.family].append(place)
    return found


def _set_alone(members: Sequence[Piece], *, closed: bool) -> bool:
    alone = sum(is_phrase(piece.text) for piece in members)
    running = sum(not is_phrase(piece.text) and _hidden(piece, closed=closed) is None for piece in members)
    return alone >= _LEAST and alone >= _MANY * running


def _hidden(piece: Piece, *, closed: bool) -> int | None:
    """Return where a phrase ends with a printed line of a piece that goes on below it; None where none does.

    `closed` says that the phrases of this numbering end in full stops; unclosed ones take one line.
    """
    opening = sentence_ends.first_sentence(piece.text)
    if opening == piece.text:
        return None
    for end in piece.ends if closed else piece.ends[:1]:
        phrase = piece.text[:end].rstrip()
        fits = phrase == opening if closed else len(phrase) < len(opening) and not sentence_ends.ended(phrase)
        if fits and len(phrase) <= LONGEST["sibling"]:
            return end
    return None


def halves(piece: Piece, cut: int, doubt: str) -> list[Piece]:
    """Return the halves of a piece, cut at the end of one of its lines; both are unsure, for the reason given."""
    unsure = replace(piece, certainty=min(piece.certainty, _CERTAINTY), doubt=doubt)
    return [
        replace(unsure, text=piece.text[:cut].rstrip(), lines=1, ends=()),
        replace(unsure, text=piece.text[cut:].lstrip(), lines=piece.lines - 1, ends=()),
    ]
