"""How deep each heading lies: stated levels are kept, the others follow from the numbering's nesting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.reading.structure.heading_forms import is_annex
from corpus.text.expressions import pattern
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece

_ORDER = ("part", "chapter", "section", "bare", "comma", "ordinal", "bracket", "count", "decimal", "point", "round",
          "figure", "circle", "letter", "topic")  # fmt: skip

_CLOSING = pattern("headings", "closing")
"""Headings that end a document and belong to no part before them."""


def levels(pieces: Sequence[Piece], heads: Sequence[bool]) -> list[int | None]:
    """Return a level from 1 for each heading and None for every other piece."""
    stack: list[str] = []
    found: list[int | None] = []
    for piece, head in zip(pieces, heads, strict=True):
        if not head:
            found.append(None)
        elif piece.level is not None:
            found.append(piece.level)
        elif is_annex(piece.text):
            stack[:] = ["annex"]
            found.append(1)
        elif _CLOSING.fullmatch(piece.text):
            del stack[1:]
            found.append(1)
        else:
            _place(_family(piece), stack)
            found.append(len(stack))
    return _dense(found)


def _family(piece: Piece) -> str:
    mark = marker(piece.text)
    if mark and mark.family in _ORDER:
        return mark.family
    return "topic" if piece.text.endswith("。") else "bare"


def _place(family: str, stack: list[str]) -> None:
    """Go back up to the family where it is open, else above whatever ranks below it, and open it there."""
    if family in stack:
        del stack[stack.index(family) + 1 :]
        return
    rank = _ORDER.index(family)
    while stack and stack[-1] != "annex" and _ORDER.index(stack[-1]) > rank and family in _ORDER[:3]:
        stack.pop()
    stack.append(family)


def _dense(found: Sequence[int | None]) -> list[int | None]:
    ranks = sorted({level for level in found if level is not None})
    return [None if level is None else ranks.index(level) + 1 for level in found]
