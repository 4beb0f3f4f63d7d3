"""What speaks for and against a block's end at one gap: room left on the line, wording, indents, blank lines.

Every gap costs something whether it is read as an end ("cut") or as a wrap ("join"). Costs are natural
logarithms of odds, set by reasoning, not fitted.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.reading.layout import set_in
from corpus.reading.layout.columns import CLOSERS, WidthModel, head, width
from corpus.reading.pieces import Piece
from corpus.reading.wording.front_lines import author_of, dated, is_whole_title, opens_front_line
from corpus.text.end_marks import CLOSING, QUOTABLE, marks
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.layout.hypotheses import Layout
    from corpus.reading.layout.lines import Line

Costs = tuple[tuple[float, float], tuple[float, float]]
"""((cut, join) where the line opens a block, (cut, join) where it stands inside one)."""

_ENDED = re.compile(
    rf"[{QUOTABLE}][{CLOSING}\"']*$|[.][\"')]?$|[。）)][）)]?$|[”’」』][—–―─-]{{1,2}}\s*[^，。；]{{1,20}}$"
    r"|(?:通过|公布|发布|施行|批准|修正|修订)[）)]?$"
)
_PAUSED = re.compile(f"[{marks('part', 'list')}][{CLOSING}]*$")
_CLINGING = "".join(set(CLOSERS) - set("“‘—….-"))
_LABEL = re.compile(r"^【[^【】]{1,20}】$")
"""A heading in heavy brackets: 【主要问题】 fills no line and goes on in none."""
_NEVER_FIRST = "的了着得们之呢吗吧"
"""Characters that open no sentence."""
_STRONG = frozenset(
    "part chapter section article annex comma bracket point round circle dash bullet ordinal".split()
)
_ALWAYS = frozenset(["chapter", "section", "article"])
_OTHER_SIZE = 0.6
"""Points by which the type of one block may differ from line to line."""
_CENTRED = 4.0
"""Cost of joining a centred line with one that is not."""
_SET_APART = 10
"""Columns from which a line is set apart, centred or not; no paragraph's first line is indented so far."""
_BYLINE = 3.0
"""Cost of joining a title with a line that reads as a name."""
_UNWRAPPED = 20.0
"""Cost of joining two lines of a text that has one line a paragraph."""
_CHANCE = 2.0
"""Cost of a block's last line that is full, or as long as an opening line, by chance."""
_HEADING = 1.5
"""Cost of a block of one short line that no mark closes: headings are such."""
_LONG_HEADING = 3.0
"""Cost of one that fills most of the line."""
_MOST_OF_LINE = 0.75
_LONG_LINE = 40
"""Columns from which a heading is long where no margin is known."""
_UNCLOSED = 4.6
"""Cost of a block of several lines that no mark closes."""
_ROOM = 3.5
"""Cost of a wrap before a word that would have fitted, and one more for each column left over."""
_MOST_ROOM = 8.0
_OVERRUN = 2.0
"""Cost of a first line that goes on where its indent, stripped, would have left no room."""
_TOP = 7
"""Lines among which title, author and dates stand."""
_TAIL = 24
"""Characters of the line before that are looked at to see how a block ends (…。”—— 丹·巴克)."""


class Evidence:
    """What the gaps of one text show; asked for costs again for every hypothesis about its layout."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        texts = [line.text for line in lines]
        self._wording = [_wording(one, two) for one, two in pairwise(texts)]
        self._marked = [marker(text) is not None for text in texts]
        self._closed = [_closed("", text) for text in texts]
        self._closed_later = [_closed(before, text) for before, text in pairwise(["", *texts])]
        self._going_on = set_in.going_on(lines)
        self._reach: dict[WidthModel, list[float]] = {}
        self._needs: dict[tuple[WidthModel, bool, bool], list[tuple[float, int, int]]] = {}
        for gap, text in enumerate(texts[1:_TOP]):
            cut, join = self._wording[gap]
            self._wording[gap] = cut, join + _front(texts[gap], text, first=gap == 0)

    def costs(self, layout: Layout, limit: float = math.inf) -> list[Costs]:
        """Return the costs of the len(lines) - 1 gaps under one hypothesis about the layout.

        Where the least that they come to exceeds `limit`, they are left unfinished.
        """
        reach = self._reaches(layout.model)
        found: list[Costs] = []
        least = 0.0
        for gap in range(len(self.lines) - 1):
            opens, inside = self._gap(gap, layout, reach[gap])
            least += min(*opens, *inside)
            if least > limit:
                break
            found.append((opens, inside))
        return found

    def over(self, layout: Layout) -> int:
        """Return how many lines reach beyond the margin."""
        reaches = zip(self._reaches(layout.model), self.lines, strict=True)
        return sum(layout.over(reach, line.text[-1]) > 0 for reach, line in reaches)

    def _reaches(self, model: WidthModel) -> list[float]:
        if model not in self._reach:
            self._reach[model] = [line.full(model) for line in self.lines]
        return self._reach[model]

    def _gap(self, gap: int, layout: Layout, reach: float) -> Costs:
        cut, join = self._wording[gap]
        more_cut, more_join = self._setting(gap, layout)
        cut, join = cut + more_cut, join + more_join
        if self._going_on[gap]:
            sure = cut + _UNWRAPPED, 0.0
            return sure, sure
        if layout.margin is None:
            return (cut + self._open(gap, layout, reach), join + _UNWRAPPED), (cut, join + _UNWRAPPED)
        tight, loose = self._room(gap, layout, layout.margin - reach)
        chance = _CHANCE if 0 <= tight < layout.lost else 0
        later = 0.0 if self._closed_later[gap] else _UNCLOSED
        opens = _with_room(
            cut + self._open(gap, layout, reach), join, tight - layout.lost, loose - layout.lost, layout
        )
        if layout.lost and layout.over(reach + layout.lost, self.lines[gap].text[-1]) > 0:
            opens = opens[0] + _OVERRUN, opens[1] + _OVERRUN
        return opens, _with_room(cut + chance + later, join, tight, loose, layout)

    def _room(self, gap: int, layout: Layout, free: float) -> tuple[float, float]:
        """Return the columns left had the next line's first word been set on this one; below 0: no room.

        First with all the marks that cling to the word, then with one of them hanging over the margin where
        this layout has such.
        """
        key = (layout.model, layout.hyphens, layout.glued)
        if key not in self._needs:
            self._needs[key] = [_need(one.text, two.text, *key) for one, two in pairwise(self.lines)]
        word, marks, hung = self._needs[key][gap]
        return free - word - marks, free - word - (hung if layout.hangs else marks)

    def _open(self, gap: int, layout: Layout, reach: float) -> float:
        """Return the cost of a block that is this one line, where no mark closes it."""
        if self._closed[gap]:
            return 0.0
        most = _LONG_LINE if layout.margin is None else _MOST_OF_LINE * layout.margin
        return _LONG_HEADING if reach > most else _HEADING

    def _setting(self, gap: int, layout: Layout) -> tuple[float, float]:
        """Return what type size, blank lines and indents add to the cost of an end and of a wrap."""
        line, following = self.lines[gap], self.lines[gap + 1]
        cut, join = 0.0, 0.0
        if abs(line.size - following.size) > _OTHER_SIZE:
            join += 10
        if following.gap > layout.gap and not following.page:
            join += 6 if layout.spaced else 0.5
        elif layout.spaced and not following.page:
            cut += 2
        centred = layout.is_centred(following)
        apart = layout.margin is not None and layout.is_centred(line) != centred
        if apart or (line.indent > _SET_APART and following.indent < line.indent / 2):
            join += _CENTRED
        if layout.indent and not centred:
            if following.indent >= layout.indent:
                join += 8
            elif not self._marked[gap + 1]:
                cut += 1 if layout.flush else 3
        return cut, join


def _need(before: str, after: str, model: WidthModel, hyphens: bool, glued: bool) -> tuple[float, int, int]:  # noqa: FBT001 - a key unpacked
    """Return the columns of a line's first word, of the marks that cling to it, and of all but one of them."""
    word, marks = head(after, hyphens=hyphens, glued=glued)
    space = 1 if before[-1:].isascii() and word[:1].isascii() and word[:1].isalnum() else 0
    return space + width(word, model), width(marks, model), width(marks[1:], model)


def _closed(before: str, text: str) -> bool:
    """Return whether a mark closes a block that ends with this text, `before` being the line above it."""
    return _ENDED.search(before[-_TAIL:] + text) is not None or _PAUSED.search(text) is not None


def _front(before: str, text: str, *, first: bool) -> float:
    """Return the cost of joining two lines of the front of a document, beyond what their wording says.

    No title runs on into 同志们：, into a name or into the line that says when a law was passed.
    """
    if dated(text) or (first and _PAUSED.search(text)):
        return _UNCLOSED + (_UNCLOSED if is_whole_title(before) else 0)
    return _BYLINE if author_of(Piece(text)) and not is_whole_title(text) else 0.0


def dearer(cost: Costs, extra: float) -> Costs:
    """Add to the cost of a join."""
    return (cost[0][0], cost[0][1] + extra), (cost[1][0], cost[1][1] + extra)


def _with_room(cut: float, join: float, tight: float, loose: float, layout: Layout) -> tuple[float, float]:
    """Add what the room left says: `tight` with all closing marks on the line, `loose` with one hanging."""
    if loose < layout.slack:
        return cut + _CHANCE, join
    if tight < layout.slack:
        return cut, join + 1
    return cut, join + min(_ROOM + tight, _MOST_ROOM)


def _wording(before: str, after: str) -> tuple[float, float]:
    cut, join = 0.0, 0.0
    ended = _ENDED.search(before) is not None
    if after[0] in _NEVER_FIRST:
        cut += 3
    if after[0] in _CLINGING or ("a" <= after[0] <= "z" and not marker(after)):
        cut += 6
    if ended:
        join += 0.5
    if opens_front_line(after) or _LABEL.match(after) or _LABEL.match(before):
        join += 6
    mark = marker(after)
    if mark and mark.family in _STRONG:
        if ended:
            join += 5
        elif _PAUSED.search(before) or mark.family in _ALWAYS:
            join += 3
    return cut, join
