"""What stands on a page without being text: page numbers, running heads, contents; taken out and kept beside."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.reading.furniture import contents, page_numbers
from corpus.reading.furniture.page_numbers import LEAST_HEAD, LONGEST_HEAD, PAGE, TOP
from corpus.text.end_marks import marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.layout.lines import Line

_LEAST_TITLE = 5
"""Characters of a title that recurs as a running head where pages have no numbers."""
_UNEVEN = 3
"""Lines by which pages differ at most."""
_OFTEN = 0.4
"""Share of the pages on which a running head stands at least; left and right pages may differ."""
_SENTENCE = tuple("。，" + marks("part", "list", latin=False))
"""What no running head ends in."""
_PERIODICAL = re.compile(r"第\s*\d+\s*期")


def strip(lines: Sequence[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """Return the lines without page numbers, running heads and contents, and what was taken out, in reading order."""
    numbers = set(page_numbers.places(lines))
    out = numbers | _listed(lines, numbers)
    # an entry of the contents looks like a running head, and a running head may cut the contents in two
    rest = [place for place in range(len(lines)) if place in numbers or place not in out]
    breaks = [at for at, place in enumerate(rest) if place in numbers]
    heads = {rest[at] for at in _heads([lines[place] for place in rest], breaks)}
    out |= heads
    out |= _listed(lines, out) if heads else set()
    kept: list[Line] = []
    page = False
    for place, line in enumerate(lines):
        if place in out:
            page = bool(kept)
        else:
            kept.append(replace(line, page=line.page or page) if page else line)
            page = False
    return kept, tuple(lines[place].text for place in sorted(out))


def _listed(lines: Sequence[Line], out: set[int]) -> set[int]:
    """Return the places of tables of contents among the lines that are not out."""
    left = [place for place in range(len(lines)) if place not in out]
    return {left[place] for place in contents.places([lines[place].text for place in left])}


def _heads(lines: Sequence[Line], numbers: Sequence[int]) -> set[int]:
    """Return the places of running heads: short lines beside page breaks that repeat, or repeat the title."""
    if not lines:
        return set()
    breaks = set(numbers) | {place for place, line in enumerate(lines) if line.page}
    if not breaks:
        return _recurring(lines)
    beside = {
        place
        for number in breaks
        for place in (number - 2, number - 1, number, number + 1, number + 2)
        if TOP <= place < len(lines) and place not in numbers and not lines[place].text.endswith(_SENTENCE)
    }
    texts = Counter(lines[place].text for place in beside)
    opening = lines[0].text
    tops = [
        line.text for line in lines[:TOP]
    ]  # no line beside a break is among them: each has its own title else
    openings = ["".join(tops[place:]) for place in range(len(tops))]
    titles = {
        text for text in texts if len(text) >= LEAST_HEAD and any(top.startswith(text) for top in openings)
    }
    pages = max(len(numbers), sum(line.page for line in lines))
    often = max(2, _OFTEN * pages)
    repeated = {text for text, times in texts.items() if times >= often and len(text) <= LONGEST_HEAD}
    titles |= {text for text in texts if text in tops[:1]}
    heads = {
        place
        for place in beside
        if lines[place].text in titles | repeated and _touches(place, lines, breaks, titles | repeated)
    }
    above = any(top.startswith(opening) for top in tops[1:])
    smaller = len(lines) > 1 and 0 < lines[0].size < lines[1].size
    if opening in {lines[place].text for place in heads} and (
        above or smaller or _PERIODICAL.search(opening)
    ):
        heads.add(0)
    return heads


def _recurring(lines: Sequence[Line]) -> set[int]:
    """Return the places of running heads where pages have no numbers: the title, or its start, at even distances."""
    found: dict[str, list[int]] = {}
    tops = "".join(line.text for line in lines[:TOP])
    for place, line in enumerate(lines[TOP:], start=TOP):
        if _LEAST_TITLE <= len(line.text) <= LONGEST_HEAD and line.text in tops:
            found.setdefault(line.text, []).append(place)
    return {
        place for text, places in found.items() if _even(places) and tops.startswith(text) for place in places
    }


def _even(places: Sequence[int]) -> bool:
    """Return whether places lie a page apart, each as far from the next as the others, give or take a few lines."""
    steps = [after - before for before, after in pairwise(places)]
    return bool(steps) and min(steps) >= PAGE and max(steps) - min(steps) <= _UNEVEN


def _touches(place: int, lines: Sequence[Line], breaks: set[int], heads: set[str]) -> bool:
    """Return whether only other heads lie between a place and a page break."""
    for step in (-1, 1):
        near = place if place in breaks else place + step
        while 0 <= near < len(lines) and near not in breaks and lines[near].text in heads:
            near += step
        if near in breaks:
            return True
    return False
