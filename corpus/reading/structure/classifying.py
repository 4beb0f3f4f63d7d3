"""What each piece is: title, author, lead, heading or paragraph; and the outline they make, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.reading.structure import centred_heads, document_title, leads, notes_of_adoption, topics
from corpus.reading.structure.headings import headings
from corpus.reading.structure.levels import levels
from corpus.reading.structure.run_ins import run_ins
from corpus.reading.wording import front_lines
from corpus.vocabulary import Block, Outline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece
    from corpus.vocabulary import BlockKind

_TOP = 3
"""Pieces below the title among which the author stands."""


def assemble(
    pieces: Sequence[Piece], furniture: tuple[str, ...] = (), *, title: str | None = None
) -> Outline:
    """Return the outline that the pieces make, each with its kind; `title` is one known from elsewhere."""
    rest, named = document_title.join_title(notes_of_adoption.joined(pieces), title)
    below = 0 if named is None else named + 1
    rest = rest[:below] + centred_heads.joined(rest[below:])
    author_at, author = _author(rest, named)
    if author_at is not None:
        rest = leads.take_apart(rest, author_at + 1)
    lead_at, lead = _lead(rest, author_at if author else named)
    fronts: dict[int, BlockKind] = {
        place: "heading" for place, piece in enumerate(rest) if piece.role == "front"
    }
    if named is not None:
        fronts[named] = "title"
    if author_at is not None:
        fronts[author_at] = "author"
    if lead_at is not None:
        fronts[lead_at] = "lead"
    known = title or (rest[named].text if named is not None else "")
    return Outline(known, author, lead, tuple(_blocks(rest, fronts)), furniture)


def _blocks(pieces: list[Piece], fronts: dict[int, BlockKind]) -> list[Block]:
    body = [place for place in range(len(pieces)) if place not in fronts]
    below = [pieces[place] for place in body]
    above = next((place for place, kind in fronts.items() if kind == "title"), -1)
    heads = [head and place > above for place, head in zip(body, headings(below), strict=True)]
    made = {
        place: Block(
            kind,
            pieces[place].text,
            level=1 if kind == "heading" else None,
            certainty=pieces[place].certainty,
            doubt=pieces[place].doubt,
        )
        for place, kind in fronts.items()
    }
    stated = sum(piece.level is not None for piece in below) > 1
    for at, (place, piece, head, level, run) in enumerate(
        zip(body, below, heads, levels(below, heads), run_ins(below, heads), strict=True)
    ):
        unsure = "" if run or stated else topics.doubt(below, heads, at)
        made[place] = Block(
            kind="heading" if head else "paragraph",
            text=piece.text,
            level=level,
            run_in=run,
            certainty=min(piece.certainty, topics.SURE) if unsure else piece.certainty,
            doubt=piece.doubt or unsure,
        )
    return [made[place] for place in sorted(made)]


def _author(pieces: Sequence[Piece], title: int | None) -> tuple[int | None, str | None]:
    """Return where the author stands below the title, and the name; nothing but dates and the like may come first."""
    start = 0 if title is None else title + 1
    for place in range(start, min(start + _TOP, len(pieces))):
        name = front_lines.author_of(pieces[place])
        if name:
            return place, name
        if pieces[place].role != "lead" and not _is_front(pieces[place]):
            break
    return None, None


def _is_front(piece: Piece) -> bool:
    """Return whether a piece may stand between title and author: a date, a number, a subtitle, a source."""
    text = piece.text
    return (
        front_lines.is_number(text) or front_lines.is_date(text) or text.startswith(("—", "（", "(", "来源"))
    )


def _lead(pieces: Sequence[Piece], above: int | None) -> tuple[int | None, str | None]:
    """Return where the lead stands, below the author or the title, and its words without their mark."""
    start = 0 if above is None else above + 1
    for place in range(start, min(start + 2, len(pieces))):
        lead = front_lines.lead_of(pieces[place])
        if lead:
            return place, lead
    if above and start + 2 < len(pieces) and leads.reads_as_lead(pieces, start):
        return start, pieces[start].text
    return None, None
