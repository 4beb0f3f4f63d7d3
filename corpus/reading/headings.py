"""Which pieces are headings: by what the format states, by numbering, or by form and place alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading import front, sentences
from corpus.reading.numbering import Marker, marker
from corpus.reading.phrases import is_topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece

_CHAPTERS = {"part", "chapter", "section"}
_NUMBERED = {"comma", "bracket", "point", "round", "ordinal", "decimal", "circle", "count", "figure"}
_LONGEST = 48
"""Characters of an unnumbered heading; longer ones are sentences without a full stop."""
_CHAT = re.compile(r"^(?:那么|所以|但是|但|而|因此|现在|然后|当然)[，, ]|呢？$|吗？$")


def headings(pieces: Sequence[Piece]) -> list[bool]:
    """Tell for each piece of a body whether it is a heading."""
    levelled = sum(piece.level is not None for piece in pieces) > 1
    bold = sum(_bold(piece) for piece in pieces) > 1
    marks = [marker(piece.text) for piece in pieces]
    laws = sum(mark is not None and mark.family == "article" for mark in marks) > 2
    return [
        piece.level is not None
        if levelled
        else _bold(piece) or _guessed(place, pieces, marks, laws=laws, plain=not bold)
        for place, piece in enumerate(pieces)
    ]


def _bold(piece: Piece) -> bool:
    return piece.level is not None or (piece.bold >= len(piece.text) and len(piece.text) <= 80)


def _guessed(
    place: int, pieces: Sequence[Piece], marks: Sequence[Marker | None], *, laws: bool, plain: bool
) -> bool:
    piece, mark = pieces[place], marks[place]
    if mark and mark.family in _CHAPTERS:
        return not sentences.ended(piece.text) and len(piece.text) <= 60
    if mark and mark.family in _NUMBERED:
        return _numbered(place, pieces, marks, laws=laws)
    if mark or laws or not plain:
        return False
    return _bare(place, pieces) or _topic(place, pieces, marks)


def _numbered(place: int, pieces: Sequence[Piece], marks: Sequence[Marker | None], *, laws: bool) -> bool:
    """Tell whether a numbered piece is a heading: one phrase, with text of its own below it."""
    text, mark = pieces[place].text, marks[place]
    body = text[len(mark.text) :] if mark else text
    following = marks[place + 1] if place + 1 < len(marks) else None
    if place + 1 >= len(pieces) or not body:
        return False
    if mark and following and following.family == mark.family:
        return False
    if not sentences.ended(text) and "。" not in text[:-1]:
        return True
    if laws or not text.endswith("。") or sentences.first(body) != body or len(body) > 50:
        return False
    return is_topic(body) or len(body) <= 35 and not re.search("应当|不得|可以", body)


def _bare(place: int, pieces: Sequence[Piece]) -> bool:
    """Tell whether an unnumbered piece is a heading: short, closed by no mark, and text follows."""
    text = pieces[place].text
    if sentences.ended(text) or "。" in text or len(text) > (90 if text.isascii() else _LONGEST) or _CHAT.search(text):
        return False
    if front.is_number(text) or front.is_date(text) or place + 1 >= len(pieces):
        return False
    if re.match(r"[（(—\-#]", text) or not re.search(r"[\u4e00-\u9fffA-Za-z]", text):
        return False
    if any(front.is_date(piece.text) for piece in pieces[place + 1 : place + 3]):
        return False
    return any(len(piece.text) > len(text) for piece in pieces[place + 1 : place + 3])


def _topic(place: int, pieces: Sequence[Piece], marks: Sequence[Marker | None]) -> bool:
    """Tell whether a sentence that stands alone is a heading: a topic phrase with paragraphs below it."""
    text = pieces[place].text
    if not text.endswith("。") or sentences.first(text) != text or not is_topic(text):
        return False
    return place + 1 < len(pieces) and len(pieces[place + 1].text) > len(text) and marks[place + 1] is None
