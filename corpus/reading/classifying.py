"""What each piece is: title, author, lead, heading or paragraph; and the outline they make, in reading order."""

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
    from corpus.vocabulary import BlockKind

_LONGEST_TITLE = 4
"""Printed lines of a title, at most."""
_BELOW_MASTHEAD = 5
"""Pieces under a red head among which the title stands, after number and signer."""
_TOP = 3
"""Pieces below the title among which the author stands."""
_LEAST_LEAD = 25
"""Characters of a lead that no mark names; shorter ones are headings."""


def assemble(
    pieces: Sequence[Piece], furniture: tuple[str, ...] = (), *, title: str | None = None
) -> Outline:
    """Say what each piece is and make the outline; `title` is one known from elsewhere."""
    rest, named = _with_title(list(pieces), title)
    author_at, author = _author(rest, named)
    lead_at, lead = _lead(rest, author_at if author else named)
    fronts: dict[int, BlockKind] = {}
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
    heads = headings(below)
    made = {place: _front_block(kind, pieces[place]) for place, kind in fronts.items()}
    for place, piece, head, level, run in zip(
        body, below, heads, levels(below, heads), run_ins(below, heads), strict=True
    ):
        made[place] = Block(
            kind="heading" if head else "paragraph",
            text=piece.text,
            level=level,
            run_in=run,
            certainty=piece.certainty,
            doubt=piece.doubt,
        )
    return [made[place] for place in sorted(made)]


def _front_block(kind: BlockKind, piece: Piece) -> Block:
    return Block(kind, piece.text, certainty=piece.certainty, doubt=piece.doubt)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _with_title(pieces: list[Piece], known: str | None) -> tuple[list[Piece], int | None]:
    """Return the pieces, those of the title put into one, and the place of that one; None where none is."""
    if not pieces:
        return pieces, None
    if known is not None:
        for count in range(1, _LONGEST_TITLE):
            if _squeezed("".join(piece.text for piece in pieces[:count])) == _squeezed(known):
                return _joined(pieces, count), 0
        return pieces, None
    stated = next((place for place, piece in enumerate(pieces) if piece.role == "title"), None)
    if stated is not None:
        return pieces, stated
    start = _below_masthead(pieces)
    if start:
        return pieces, start
    count = 1
    while count < min(len(pieces) - 1, _LONGEST_TITLE) and _continues(pieces[count - 1], pieces[count]):
        count += 1
    return _joined(pieces, count), 0


def _below_masthead(pieces: Sequence[Piece]) -> int:
    """Return the place of the title that a document with a red head has below it, 0 where there is none."""
    if not front.is_masthead(pieces[0].text):
        return 0
    near = range(1, min(_BELOW_MASTHEAD, len(pieces)))
    return next((place for place in near if front.is_whole_title(pieces[place].text)), 0)


def _joined(pieces: list[Piece], count: int) -> list[Piece]:
    """Put the first pieces, the lines of a title, into one."""
    opening = pieces[:count]
    spacing = Spacing(piece.text for piece in opening)
    return [replace(opening[0], text=join([piece.text for piece in opening], spacing)), *pieces[count:]]


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
    if above.centred:
        return not front.is_whole_title(above.text)
    return front.is_whole_title(piece.text)


def _author(pieces: Sequence[Piece], title: int | None) -> tuple[int | None, str | None]:
    """Return where the author stands below the title, and the name; nothing but dates and the like may come first."""
    start = 0 if title is None else title + 1
    for place in range(start, min(start + _TOP, len(pieces))):
        name = front.author_of(pieces[place])
        if name:
            return place, name
        if pieces[place].role != "lead" and not _is_front(pieces[place]):
            break
    return None, None


def _is_front(piece: Piece) -> bool:
    """Tell whether a piece may stand between title and author: a date, a number, a subtitle, a source."""
    text = piece.text
    return front.is_number(text) or front.is_date(text) or text.startswith(("—", "（", "(", "来源"))


def _lead(pieces: Sequence[Piece], above: int | None) -> tuple[int | None, str | None]:
    """Return where the lead stands, below the author or the title, and its words without their mark."""
    start = 0 if above is None else above + 1
    for place in range(start, min(start + 2, len(pieces))):
        lead = front.lead_of(pieces[place])
        if lead:
            return place, lead
    if above and start + 2 < len(pieces) and _reads_as_lead(pieces[start], pieces[start + 1]):
        return start, pieces[start].text
    return None, None


def _reads_as_lead(piece: Piece, following: Piece) -> bool:
    """Tell whether an unmarked piece under the author is a lead: longer than a heading, closed by no mark."""
    unclosed = not ended(piece.text) and len(piece.text) >= _LEAST_LEAD
    return unclosed and piece.level is None and ended(following.text)
