"""What a browser prints round each page: when and what above, the address and the page's number below."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.layout.lines import Line

_ABOVE = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s?(?:[上下]午|凌晨|早上|中午|晚上)?\s?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?(?!\d)"
)
_BELOW = re.compile(r"(?:https?|file|about|data)://?\S*\s+(?P<page>\d{1,4})/(?P<pages>\d{1,4})$")


def margins(lines: Sequence[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """Return the lines without those that a browser set above and below each page, and these.

    They are such only where every page has both, and the pages count up to their number: a date above and a
    link below a page of other make are text.
    """
    starts = [place for place, line in enumerate(lines) if line.page or place == 0]
    ends = [start - 1 for start in starts[1:]] + [len(lines) - 1]
    below = [_BELOW.match(lines[end].text) for end in ends]
    counted = all(
        found and (int(found["page"]), int(found["pages"])) == (number, len(starts))
        for number, found in enumerate(below, start=1)
    )
    if not lines or not counted or not all(_ABOVE.match(lines[start].text) for start in starts):
        return list(lines), ()
    out = {*starts, *ends}
    kept = [
        replace(line, page=place - 1 in starts, gap=0 if place - 1 in starts else line.gap)
        for place, line in enumerate(lines)
        if place not in out
    ]
    return kept, tuple(lines[place].text for place in sorted(out))
