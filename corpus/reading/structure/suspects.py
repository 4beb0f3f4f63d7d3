"""Headings that may hide in a paragraph's first line: joins that read well, and are reported none the less.

A heading that no number opens and no mark closes, and that fills its line to the end, looks like the first line of
the paragraph below it. A line no longer than the headings that the document surely has may be one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.reading.structure.heading_forms import LONGEST, is_unclosed, may_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.layout.breaks import Verdict
    from corpus.reading.layout.hypotheses import Layout
    from corpus.reading.layout.lines import Line

_LONGER = 1.2
"""How many times longer than the longest heading that is seen a hidden one may be."""
_FEWEST = 2
"""Headings that are seen before others are suspected."""
_CERTAINTY = 0.85
_FRONT = 4
"""Lines of the front, where title, author and lead stand, which are no headings."""


def doubted(lines: Sequence[Line], verdicts: Sequence[Verdict], layout: Layout) -> list[Verdict]:
    """Lower the certainty of each wrap that may be a heading's end; the verdicts stay as they are."""
    if layout.margin is None or layout.spaced or layout.indent:
        return list(verdicts)
    blocks = _blocks(verdicts)
    heads = [
        len(said)
        for first, last in blocks
        if last - first < 2 and first >= _FRONT and last < len(verdicts)
        and is_unclosed(said := _said(lines, first, last))
    ]  # fmt: skip
    if len(heads) < _FEWEST:
        return list(verdicts)
    most = min(_LONGER * max(heads), LONGEST["bare"])
    found, whole = list(verdicts), "\n".join(line.text for line in lines)
    for first, last in blocks:
        for place in range(first, last):
            said, following = _said(lines, first, place), lines[place + 1].text
            if len(said) > most:
                break
            known = said[-1] + following[0] in whole  # the two stand together elsewhere, as in a word
            if not known and layout.is_full(lines[place], following) and may_end(said, following):
                found[place] = replace(found[place], certainty=min(found[place].certainty, _CERTAINTY))
    return found


def _blocks(verdicts: Sequence[Verdict]) -> list[tuple[int, int]]:
    """Return the first and the last line of each block."""
    ends = [place for place, verdict in enumerate(verdicts) if verdict.cut] + [len(verdicts)]
    return list(zip([0, *(end + 1 for end in ends)], ends, strict=False))


def _said(lines: Sequence[Line], first: int, last: int) -> str:
    return "".join(line.text for line in lines[first : last + 1])
