"""Run-in heads: the short topic sentence that opens a paragraph and names what it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading import sentences
from corpus.reading.numbering import marker
from corpus.reading.phrases import is_topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece

_NUMBERED = {"comma", "bracket", "point", "round", "ordinal", "decimal", "circle", "count", "dash"}
_LONGEST = 50


def run_ins(pieces: Sequence[Piece], heads: Sequence[bool]) -> list[str | None]:
    """Return the run-in head of each piece, None where it has none."""
    laws = sum(_family(piece) == "article" for piece in pieces) > 2
    found: list[str | None] = [None] * len(pieces)
    for first, last in _stretches(heads):
        places = range(first, last)
        numbered = {place: run for place in places if (run := _numbered(pieces[place], laws=laws))}
        plain = {place: run for place in places if (run := _plain(pieces[place], laws=laws))}
        for place, run in (numbered | (plain if len(plain) > 1 else {})).items():
            found[place] = run
    return found


def _family(piece: Piece) -> str | None:
    mark = marker(piece.text)
    return mark.family if mark else None


def _stretches(heads: Sequence[bool]) -> list[tuple[int, int]]:
    """Return the stretches of paragraphs between headings."""
    edges = [-1, *[place for place, head in enumerate(heads) if head], len(heads)]
    return [
        (before + 1, after) for before, after in zip(edges, edges[1:], strict=False) if after > before + 1
    ]


def _opening(piece: Piece) -> str | None:
    """Return the first sentence of a piece where more than a bracketed note follows it."""
    opening = sentences.first(piece.text)
    rest = piece.text[len(opening) :]
    if not opening.endswith("。") or not rest.strip() or sentences.is_note(rest):
        return None
    return opening


def _numbered(piece: Piece, *, laws: bool) -> str | None:
    mark, opening = marker(piece.text), _opening(piece)
    if mark is None or opening is None or mark.family not in _NUMBERED or laws:
        return None
    body = opening[len(mark.text) :]
    if len(body) > _LONGEST or re.search(r"应当|不得|可以|[；：？！]", body):
        return None
    return opening


def _plain(piece: Piece, *, laws: bool) -> str | None:
    opening = _opening(piece)
    if laws or opening is None or marker(piece.text):
        return None
    return opening if is_topic(opening) else None
