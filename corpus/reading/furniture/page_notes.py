"""Footnotes: put behind the paragraph that goes on on the next page, so that they cut none in two."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from corpus.reading.wording.sentence_ends import ended

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.layout.lines import Line

_MARK = re.compile(
    r"[①-⑳❶-❿*＊†‡]|[\[\uff3b〔【(（]\d{1,3}[\]\uff3d〕】)）]|\d{1,3}(?:[ \u3000.．、]|(?=[^\d\s]))|注\d*[:：]"
)
_SMALLER = 0.92
"""Height of a note's type against the body's at most."""
_MOST = 40
"""Lines of a page's notes, and of the rest of a paragraph, at most."""
_INDENTED = 1.5
_SHORT = 3


def behind(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, the notes at a page's end moved behind the paragraph that they interrupt.

    Notes are told by their smaller type and the mark that opens the first of them; without sizes there are none.
    """
    body = Counter(line.size for line in lines for _ in line.text).most_common(1)
    if not body or not body[0][0]:
        return list(lines)
    starts = [place for place, line in enumerate(lines) if line.page or place == 0]
    pages = [lines[start:end] for start, end in pairwise([*starts, len(lines)])]
    widest = max(line.measured or 0 for line in lines)
    found: list[Line] = []
    waiting: list[Line] = []
    for page, following in zip_longest(pages, pages[1:]):
        count = _notes(page, body[0][0])
        text, notes = page[: len(page) - count], page[len(page) - count :]
        for place, line in enumerate(text):
            if waiting and ((place and _closes(text[place - 1], line, widest)) or place == _MOST):
                found += waiting
                waiting = []
            found.append(line)
        waiting += notes
        if waiting and (following is None or _closes(text[-1], following[0], widest)):
            found += waiting
            waiting = []
    return [*found, *waiting]


def _notes(page: Sequence[Line], body: float) -> int:
    """Return how many lines at a page's end are notes."""
    count = 0
    while count < min(_MOST, len(page) - 1) and 0 < page[-count - 1].size < _SMALLER * body:
        count += 1
    while count and not _MARK.match(page[-count].text):
        count -= 1
    return count


def _closes(line: Line, following: Line, widest: float) -> bool:
    """Return whether a paragraph ends with a line."""
    short = (line.measured or 0) + _SHORT < widest
    return ended(line.text) and (short or following.indent >= _INDENTED)
