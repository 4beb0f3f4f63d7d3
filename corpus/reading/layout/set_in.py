"""Blocks that are set in from the margin: lines that go on in the next although this begins as a paragraph does."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.reading.wording.sentence_ends import ended
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.layout.lines import Line

_EVEN = 0.4
"""Columns by which the beginnings of a block's lines differ at most."""
_RIGHT = 2.6
"""Columns by which its full lines may end before the block does: a character, or a mark that hangs."""
_NARROWEST = 24
"""Columns of a block at least: narrower ones are lists of names, titles and verses."""
_NOTE = re.compile(r"^[（(][^（()）]*+(?:[（(][^（()）]*[）)][^（()）]*+)*$")
_DATED = re.compile(r"\d{4}\s*年|[〇零一二三四五六七八九]{4}年")
_MOST = 12
"""Lines of a bracketed note at most."""
_PAUSES = ("：", ":", "；", ";")


def going_on(lines: Sequence[Line]) -> list[bool]:
    """Return for each gap whether the line before it goes on for sure; only measured lines show it."""
    found = [False] * max(len(lines) - 1, 0)
    if not lines or lines[0].measured is None:
        return found
    for start, end in _runs(lines):
        right = max(line.measured or 0 for line in lines[start:end])
        wide = right - lines[start].indent >= _NARROWEST
        for gap in range(start, end - 1):
            found[gap] = wide and _goes_on(lines[gap], lines[gap + 1], right)
    for gap in _noted(lines):
        found[gap] = True
    return found


def _runs(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the places of two lines or more that begin in one column, not at the margin, in type of one size."""
    starts = [0] + [
        place
        for place, (line, after) in enumerate(pairwise(lines), start=1)
        if abs(line.indent - after.indent) > _EVEN or line.size != after.size
    ]
    return [
        (start, end)
        for start, end in pairwise([*starts, len(lines)])
        if end - start > 1 and lines[start].indent > 1
    ]


def _goes_on(line: Line, following: Line, right: float) -> bool:
    """Return whether a full line of a block set in breaks off within a sentence."""
    full = (line.measured or 0) >= right - _RIGHT
    return (
        full and not ended(line.text) and not line.text.endswith(_PAUSES) and marker(following.text) is None
    )


def _noted(lines: Sequence[Line]) -> list[int]:
    """Return the gaps inside a bracketed note of several lines: how a law was passed and changed."""
    found: list[int] = []
    for place, line in enumerate(lines):
        if not line.text.startswith(("（", "(")) or not _NOTE.match(line.text):
            continue
        said = line.text
        for end in range(place + 1, min(place + _MOST, len(lines))):
            said += lines[end].text
            if not _NOTE.match(said):
                closed = said.endswith(("）", ")")) and _DATED.search(said) is not None
                found += range(place, end) if closed else ()
                break
    return found
