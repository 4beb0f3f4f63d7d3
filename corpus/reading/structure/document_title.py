"""The title: which of the first pieces it is, joined where it took several lines, and reported where that is unsure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.reading.layout.joining import Spacing, join
from corpus.reading.structure import mastheads, promulgations
from corpus.reading.wording import adoption_notes, front_lines
from corpus.reading.wording.sentence_ends import ended, unspaced
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece

_LONGEST_TITLE = 4
"""Printed lines of a title, at most."""
_SENTENCES = ("；", "，", "：", ";", ":")
_LONGEST_SENTENCE = 30
"""Characters from which a first piece that breaks off as a sentence does is no title; one that ends in 。 never is."""
_TWO = 2
_LONGEST_LINE = 40
"""Characters of a title's second line."""
_LONGEST_SALUTATION = 30
_SUBTITLE = ("—", "－", "-", "（", "(", "●", "•")
_JOINED = 0.8
"""How sure it is that a piece below a full line belongs to the title."""
_LINES_DOUBT = "the title is put together from lines of its own"
_CHOSEN_DOUBT = "the title is the first line below a red head, numbers or a table of data"
_NO_TITLE = 0.5
_NO_TITLE_DOUBT = "no title above the text; the file's name stands for it"


def join_title(pieces: list[Piece], known: str | None) -> tuple[list[Piece], int | None]:
    """Return the pieces, those of the title put into one, and the place of that one; None where none is."""
    if not pieces:
        return pieces, None
    if known is not None:
        return _printed(pieces, known)
    stated = next((place for place, piece in enumerate(pieces) if piece.role == "title"), None)
    if stated is not None:
        return pieces, stated
    return _made_known(pieces) or _first_lines(pieces)


def _made_known(pieces: list[Piece]) -> tuple[list[Piece], int] | None:
    """Return the pieces and the place of the title of a document below its promulgation; None where none stands so."""
    seen = promulgations.below(pieces)
    if seen is None:
        return None
    found = _official(pieces, seen.start, seen.lines)
    return promulgations.headed(found, seen.heads), seen.start - seen.heads + 1


def _first_lines(pieces: list[Piece]) -> tuple[list[Piece], int | None]:
    """Return the pieces and the place of a title that the first of them make, below a masthead or not."""
    start = mastheads.above(pieces)
    official = _official_lines(pieces[start:])
    if official > 1 or (start and (official or not ended(pieces[start].text))):
        return _official(pieces, start, max(official, 1)), start
    if not _titles(pieces):
        return [_untitled(pieces[0]), *pieces[1:]], None
    count = 1
    while count < min(len(pieces) - 1, _LONGEST_TITLE) and _continues(pieces[:count], pieces[count:]):
        count += 1
    return _joined(pieces, count), 0


def _titles(pieces: Sequence[Piece]) -> bool:
    """Return whether the first piece can be a title: text follows it, and it is no sentence of a text."""
    text = pieces[0].text
    sentence = text.endswith("。") or (text.endswith(_SENTENCES) and len(text) > _LONGEST_SENTENCE)
    return len(pieces) > 1 and not sentence


def _untitled(piece: Piece) -> Piece:
    return replace(piece, certainty=min(piece.certainty, _NO_TITLE), doubt=piece.doubt or _NO_TITLE_DOUBT)


def _printed(pieces: list[Piece], known: str) -> tuple[list[Piece], int | None]:
    """Join the first pieces that together are a title known from elsewhere; it may stand in none."""
    for count in range(1, _LONGEST_TITLE):
        if unspaced("".join(piece.text for piece in pieces[:count])) == unspaced(known):
            return _joined(pieces, count), 0
    return _own(pieces)


def _own(pieces: list[Piece]) -> tuple[list[Piece], int | None]:
    """Return the place of the title that a text prints where another one is given; None where it prints none.

    It is a title for certain only: one that names a kind of document, or that stands over a date, an author,
    a number or a salutation.
    """
    stated = next((place for place, piece in enumerate(pieces) if piece.role == "title"), None)
    if stated is not None or not _titles(pieces) or marker(pieces[0].text) or ended(pieces[0].text):
        return pieces, stated
    shown = (
        front_lines.is_whole_title(pieces[0].text)
        or front_lines.is_date(pieces[1].text)
        or _stands_over_front(pieces)
    )
    start = mastheads.above(pieces)
    official = _official_lines(pieces[start:])
    if official:
        return (_official(pieces, start, official), start) if start or official > 1 else (pieces, 0)
    return pieces, 0 if shown and pieces[0].level is None else None


def _official_lines(pieces: Sequence[Piece]) -> int:
    """Return how many pieces from the first make an official title; 0 where they make none."""
    return mastheads.lines_over_number(pieces) or mastheads.lines_of_title(pieces)


def _official(pieces: list[Piece], start: int, count: int) -> list[Piece]:
    """Return the pieces, an official title's lines put into one, which is reported: it was chosen or joined."""
    lines = pieces[start : start + count]
    text = join([piece.text for piece in lines], Spacing(piece.text for piece in lines))
    doubt = _LINES_DOUBT if count > 1 else _CHOSEN_DOUBT
    sure = min(_JOINED, *(piece.certainty for piece in lines))
    return [
        *pieces[:start],
        replace(lines[0], text=text, certainty=sure, doubt=doubt),
        *pieces[start + count :],
    ]


def _joined(pieces: list[Piece], count: int) -> list[Piece]:
    """Return the pieces, the first ones put into one, a title; one that its full lines join is reported."""
    opening = pieces[:count]
    spacing = Spacing(piece.text for piece in opening)
    text = join([piece.text for piece in opening], spacing)
    title = replace(opening[0], text=text)
    if count > 1 and not front_lines.is_whole_title(text) and not all(piece.centred for piece in opening):
        sure = min(_JOINED, *(piece.certainty for piece in opening))
        title = replace(title, certainty=sure, doubt="the title's last line may be a heading")
    return [title, *pieces[count:]]


def _continues(above: Sequence[Piece], below: Sequence[Piece]) -> bool:
    """Return whether a title that was broken by its width or by sense goes on in the next piece."""
    last, piece = above[-1], below[0]
    if _is_apart(piece):
        return False
    if last.bold >= len(last.text) and piece.bold >= len(piece.text) and last.size:
        return last.size == piece.size
    title = "".join(one.text for one in above)
    whole = front_lines.is_whole_title(title)
    if _stands_over_front(below) or (
        front_lines.is_about(title) and not whole and _is_completed(title, below)
    ):
        return True
    if piece.gap:
        return False
    if piece.centred:
        return not whole if last.centred else front_lines.is_whole_title(piece.text)
    return last.full and not whole


def _stands_over_front(below: Sequence[Piece]) -> bool:
    """Return whether what can be no heading, having no text below it, stands over an author, a number or 同志们：."""
    if len(below) < _TWO or len(below[0].text) > _LONGEST_LINE or below[0].text.startswith(_SUBTITLE):
        return False
    text = below[1].text
    salutation = len(text) <= _LONGEST_SALUTATION and text.endswith(("：", ":"))
    return (
        salutation
        or front_lines.author_of(below[1]) is not None
        or front_lines.is_number(text)
        or front_lines.lead_of(below[1]) is not None
    )


def _is_completed(title: str, below: Sequence[Piece]) -> bool:
    """Return whether one of the next pieces says what kind of document it is, nothing else being among them."""
    for piece in below[:_LONGEST_TITLE]:
        if _is_apart(piece):
            return False
        title += piece.text
        if front_lines.is_whole_title(title):
            return True
    return False


def _is_apart(piece: Piece) -> bool:
    """Return whether a piece can be no line of a title."""
    text = piece.text
    return (
        front_lines.author_of(piece) is not None
        or front_lines.is_number(text)
        or front_lines.is_date(text)
        or ended(text)
        or adoption_notes.opens(text)
        or marker(text) is not None
    )
