"""What each piece is: title, author, lead, heading or paragraph; and the outline they make."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.reading import front
from corpus.reading.headings import headings
from corpus.reading.joining import Spacing, join
from corpus.reading.levels import levels
from corpus.reading.runins import run_ins
from corpus.reading.sentences import ended
from corpus.vocabulary import Block, Outline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece


def assemble(
    pieces: Sequence[Piece], furniture: tuple[str, ...] = (), *, title: str | None = None
) -> Outline:
    """Say what each piece is and make the outline; `title` is one known from elsewhere."""
    parts: list[Block] = []
    opening, rest = _title(pieces, title)
    parts += [_block("title", piece) for piece in _joined(opening)]
    author, rest = _author(rest, parts)
    lead, rest = _lead(rest, parts)
    parts += _body(rest)
    known = title or "".join(block.text for block in parts if block.kind == "title")
    return Outline(known, author, lead, tuple(parts), furniture)


_LONGEST_TITLE = 4
"""Printed lines of a title, at most."""


def _block(kind: str, piece: Piece, **more: object) -> Block:
    return Block(kind, piece.text, certainty=piece.certainty, doubt=piece.doubt, **more)  # type: ignore[arg-type]


def _joined(opening: list[Piece]) -> list[Piece]:
    """Put the lines of a title into one piece."""
    if len(opening) < 2:
        return opening
    spacing = Spacing(piece.text for piece in opening)
    return [replace(opening[0], text=join([piece.text for piece in opening], spacing))]


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _title(pieces: Sequence[Piece], known: str | None) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces that are the printed title, and the others."""
    rest = list(pieces)
    if not rest:
        return [], []
    if known is not None:
        for count in (1, 2, 3):
            if _squeezed("".join(piece.text for piece in rest[:count])) == _squeezed(known):
                return rest[:count], rest[count:]
        return [], rest
    stated = [piece for piece in rest if piece.role == "title"]
    if stated:
        return stated[:1], [piece for piece in rest if piece is not stated[0]]
    count = 1
    while count < min(len(rest) - 1, _LONGEST_TITLE) and _continues(rest[count - 1], rest[count]):
        count += 1
    return rest[:count], rest[count:]


def _continues(above: Piece, piece: Piece) -> bool:
    """Tell whether a title that was broken by sense goes on in the next piece."""
    if (
        front.author_of(piece)
        or front.is_number(piece.text)
        or front.is_date(piece.text)
        or ended(piece.text)
    ):
        return False
    if above.bold >= len(above.text) and piece.bold >= len(piece.text) and above.size:
        return above.size == piece.size
    if not piece.centred or piece.gap:
        return False
    return (above.centred and not front.is_whole_title(above.text)) or (
        not above.centred and front.is_whole_title(piece.text)
    )


def _author(pieces: list[Piece], parts: list[Block]) -> tuple[str | None, list[Piece]]:
    for place, piece in enumerate(pieces[:3]):
        name = front.author_of(piece)
        if ended(piece.text) and not name:
            break
        if name:
            parts.append(_block("author", piece))
            return name, pieces[:place] + pieces[place + 1 :]
    return None, pieces


def _lead(pieces: list[Piece], parts: list[Block]) -> tuple[str | None, list[Piece]]:
    for place, piece in enumerate(pieces[:2]):
        lead = front.lead_of(piece)
        if lead:
            parts.append(_block("lead", piece))
            return lead, pieces[:place] + pieces[place + 1 :]
    if (
        len(pieces) > 2
        and _reads_as_lead(pieces[0], pieces[1])
        and any(part.kind == "author" for part in parts)
    ):
        parts.append(_block("lead", pieces[0]))
        return pieces[0].text, pieces[1:]
    return None, pieces


def _reads_as_lead(piece: Piece, following: Piece) -> bool:
    """Tell whether an unmarked piece under the author is a lead: longer than a heading, closed by no mark."""
    return not ended(piece.text) and len(piece.text) >= 25 and piece.level is None and ended(following.text)


def _body(pieces: list[Piece]) -> list[Block]:
    heads = headings(pieces)
    ranks = levels(pieces, heads)
    runs = run_ins(pieces, heads)
    return [
        _block("heading", piece, level=ranks[place])
        if heads[place]
        else _block("paragraph", piece, run_in=runs[place])
        for place, piece in enumerate(pieces)
    ]
