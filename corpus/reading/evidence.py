"""What speaks for and against a block's end at one gap: room left on the line, wording, indents, blank lines.

Every gap costs something whether it is read as an end ("cut") or as a wrap ("join"). Costs are natural
logarithms of odds, set by reasoning, not fitted.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.reading.columns import CLOSERS
from corpus.reading.front import dated, opens_front_line
from corpus.reading.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.layout import Layout
    from corpus.reading.lines import Line

Costs = tuple[tuple[float, float], tuple[float, float]]
"""((cut, join) where the line opens a block, (cut, join) where it stands inside one)."""

_ENDED = re.compile(
    r"[。！？!?…][”’」』）)\"']*$|[.][\"')]?$|[。）)][）)]?$|[”’」』][—–―─-]{1,2}\s*[^，。；]{1,20}$"
    r"|(?:通过|公布|发布|施行|批准|修正|修订)[）)]?$"
)
_PAUSED = re.compile(r"[：:；;][”’」』）)]*$")
_CLINGING = "".join(set(CLOSERS) - set("“‘—….-"))
_NEVER_FIRST = "的了着得们之呢吗吧"
"""Characters that open no sentence."""
_STRONG = frozenset(
    "part chapter section article annex comma bracket point round circle dash bullet ordinal".split()
)
_ALWAYS = frozenset(["chapter", "section", "article"])
_OTHER_SIZE = 0.6
"""Points by which the type of one block may differ from line to line."""
_UNWRAPPED = 20.0
"""Cost of joining two lines of a text that has one line a paragraph."""
_CHANCE = 2.0
"""Cost of a block's last line that is full, or as long as an opening line, by chance."""
_HEADING = 1.5
"""Cost of a block of one short line that no mark closes: headings are such."""
_LONG_HEADING = 3.0
"""Cost of one that fills most of the line."""
_MOST_OF_LINE = 0.75
_UNCLOSED = 4.5
"""Cost of a block of several lines that no mark closes."""
_ROOM = 3.5
"""Cost of a wrap before a word that would have fitted, and one more for each column left over."""
_MOST_ROOM = 8.0
_TOP = 4
"""Lines among which title, author and dates stand."""
_TAIL = 24
"""Characters of the line before that are looked at to see how a block ends (…。”—— 丹·巴克)."""


def costs(lines: Sequence[Line], layout: Layout) -> list[Costs]:
    """Return the costs of the len(lines) - 1 gaps under one hypothesis about the layout."""
    found = [
        _costs(line, following, layout, before)
        for before, (line, following) in zip(
            ["", *(line.text for line in lines)], pairwise(lines), strict=False
        )
    ]
    for gap, following in enumerate(lines[1:_TOP]):
        # no title runs on into 同志们： or into the line that says when a law was passed
        if dated(following.text) or (gap == 0 and _PAUSED.search(following.text)):
            found[gap] = dearer(found[gap], _UNCLOSED)
    return found


def dearer(cost: Costs, extra: float) -> Costs:
    """Add to the cost of a join."""
    return (cost[0][0], cost[0][1] + extra), (cost[1][0], cost[1][1] + extra)


def _costs(line: Line, following: Line, layout: Layout, before: str) -> Costs:
    cut, join = _wording(line.text, following.text)
    more_cut, more_join = _setting(line, following, layout)
    cut, join = cut + more_cut, join + more_join
    tight, loose = layout.room(line, following)
    chance = _CHANCE if 0 <= tight < layout.lost else 0
    first = _with_room(cut + _open(line, layout), join, tight - layout.lost, loose - layout.lost, layout)
    within = _with_room(cut + chance + _unclosed(before, line.text), join, tight, loose, layout)
    return first, within


def _open(line: Line, layout: Layout) -> float:
    """Return the cost of a block that is this one line, where no mark closes it."""
    if _ENDED.search(line.text) or _PAUSED.search(line.text):
        return 0.0
    long = layout.margin is not None and line.full(layout.model) > _MOST_OF_LINE * layout.margin
    return _LONG_HEADING if long else _HEADING


def _unclosed(before: str, text: str) -> float:
    """Return the cost of a block that ends with this line, not its first, where no mark closes it."""
    closed = _ENDED.search(before[-_TAIL:] + text) or _PAUSED.search(text)
    return 0.0 if closed else _UNCLOSED


def _with_room(cut: float, join: float, tight: float, loose: float, layout: Layout) -> tuple[float, float]:
    """Add what the room left says: `tight` with all closing marks on the line, `loose` with one hanging."""
    if layout.margin is None:
        return cut, join + _UNWRAPPED
    if loose < layout.slack:
        return cut + _CHANCE, join
    if tight < layout.slack:
        return cut, join + 1
    return cut, join + min(_ROOM + tight, _MOST_ROOM)


def _setting(line: Line, following: Line, layout: Layout) -> tuple[float, float]:
    """Weigh type size, blank lines and indents."""
    cut, join = 0.0, 0.0
    if abs(line.size - following.size) > _OTHER_SIZE:
        join += 10
    if following.gap > layout.gap and not following.page:
        join += 6 if layout.spaced else 0.5
    elif layout.spaced and not following.page:
        cut += 2
    if layout.indent and not layout.is_centred(following):
        if following.indent >= layout.indent:
            join += 8
        elif marker(following.text) is None:
            cut += 1 if layout.flush else 3
    return cut, join


def _wording(before: str, after: str) -> tuple[float, float]:
    cut, join = 0.0, 0.0
    ended = _ENDED.search(before) is not None
    if after[0] in _NEVER_FIRST:
        cut += 3
    if after[0] in _CLINGING or ("a" <= after[0] <= "z" and not marker(after)):
        cut += 6
    if ended:
        join += 0.5
    if opens_front_line(after):
        join += 6
    mark = marker(after)
    if mark and mark.family in _STRONG:
        if ended:
            join += 5
        elif _PAUSED.search(before) or mark.family in _ALWAYS:
            join += 3
    return cut, join
