"""Marks that mail and chat set into a text that is passed on: quoted lines, bold stars, spaces of a copied page."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.reading.layout.columns import width
from corpus.text.han import HAN

_QUOTED = re.compile(r"^[ \t]*((?:>[ \t]?)+)")
_STARRED = re.compile(r"^([ \t\u3000]*)\*([^*\n]+)\*([ \t]*)$")
_MOST = 0.8
"""Share of the lines that are quoted where the text as a whole was passed on."""
_LEAST_LINES = 3
_LEAST_STARRED = 2
"""Lines in stars from end to end from which they are a program's bold."""
_BROKEN = re.compile(f"(?<=[{HAN}，。、；：！？）”》]) (?=[{HAN}（“《])")
_LEAST_BREAKS = 2
"""Spaces of one line at which a page's lines may have ended."""
_NARROWEST = 24
"""Columns of a page's line at least."""
_UNEVEN = 4
"""Columns by which the lines of a page differ at most, a paragraph's indent included."""


class Unmarked(NamedTuple):
    """A text without such marks, and the marks that were taken out, one a line."""

    text: str
    marks: tuple[str, ...]


def unmarked(text: str) -> Unmarked:
    """Return a text without the marks of mail and chat, where these are the habit of the whole text."""
    lines, marks = text.split("\n"), list[str]()
    said = [line for line in lines if line.strip()]
    if len(said) >= _LEAST_LINES and sum(_QUOTED.match(line) is not None for line in said) >= _MOST * len(
        said
    ):
        marks += [found.group(1) for line in lines if (found := _QUOTED.match(line))]
        lines = [_QUOTED.sub("", line) for line in lines]
    starred = [place for place, line in enumerate(lines) if _STARRED.match(line)]
    if len(starred) >= _LEAST_STARRED:
        marks += ["**"] * len(starred)
        for place in starred:
            lines[place] = _STARRED.sub(r"\1\2\3", lines[place])
    return Unmarked("\n".join(map(_joined, lines)), tuple(marks))


def _joined(line: str) -> str:
    """Return a line without the spaces at which the lines of the page ended that it was copied from.

    They are such where they stand at one pace: the pieces between them are as wide as the page's lines were.
    """
    parts = _BROKEN.split(line)
    if len(parts) <= _LEAST_BREAKS:
        return line
    widths = [width(part.strip()) for part in parts[:-1]]
    even = max(widths) - min(widths) <= _UNEVEN and min(widths) >= _NARROWEST
    return "".join(parts) if even and width(parts[-1]) <= max(widths) else line
