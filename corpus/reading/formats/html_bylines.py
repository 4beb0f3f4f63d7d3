"""The line under a web page's title that says when, by whom and how often it was read: no text of the document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.pieces import Piece
from corpus.text.end_marks import CLAUSE
from corpus.text.expressions import any_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.html import HtmlElement

_LINE = re.compile(rf"^[【\[（(]?\s*{any_of('front_lines', 'byline')}\s*[:：]")
_AUTHOR = re.compile(r"作\s*者\s*[:：]\s*([^\s|｜，,\u3000]{2,20}(?: [A-Z][^\s|]{0,20}){0,2})")
_SENTENCE = re.compile(f"[{CLAUSE}]")
_LONGEST = 160
_LONGEST_NAME = 20
_TOP = 6
"""Pieces from the top among which such a line stands."""


def author(text: str) -> str | None:
    """Return the author's name that a line gives, None where it gives none."""
    found = _AUTHOR.search(text)
    return found.group(1) if found else None


def stated_author(root: HtmlElement) -> str | None:
    """Return the author whom a page states for programs, where readers see the name too: an element of its own."""
    for element in root.iter("meta"):
        name = " ".join((element.get("content") or "").split())
        if (element.get("name") or "").lower() == "author" and 1 < len(name) <= _LONGEST_NAME:
            shown = root.iter("span", "a", "em", "strong", "div", "p", "td", "li")
            return name if any((one.text or "").strip() == name for one in shown) else None
    return None


def part(pieces: Sequence[Piece]) -> tuple[list[Piece], tuple[str, ...]]:
    """Return the pieces without such lines near the top, and the words of these; an author named there is kept."""
    kept: list[Piece] = []
    dropped: list[str] = []
    for place, piece in enumerate(pieces):
        if place >= _TOP or not _is_line(piece.text):
            kept.append(piece)
            continue
        name = author(piece.text)
        if name and not any(other.role == "author" for other in kept):
            kept.append(Piece(name, role="author"))
        dropped.append(piece.text)
    return kept, tuple(dropped)


def _is_line(text: str) -> bool:
    return len(text) <= _LONGEST and _LINE.match(text) is not None and _SENTENCE.search(text) is None
