"""Page numbers: which lines are none of the text, because they count its pages."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.reading.layout.columns import MODELS, WidthModel
from corpus.reading.wording.sentence_ends import ended
from corpus.text.end_marks import PARTED
from corpus.text.numerals import NUMBER, value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.layout.lines import Line

_DASHES = r"[—–\-－─·~～](?:\s?[—–\-－─·~～]){0,3}"
_DRESSED = re.compile(
    rf"^(?:{_DASHES}\s*\d{{1,4}}\s*{_DASHES}|第\s*\d{{1,4}}\s*页\s*+(?:[,，/／]\s*+)?+共\s*\d{{1,4}}\s*页|"
    r"[Pp]age\s+\d{1,4}(?:\s+of\s+\d+)?)$"
)
_PLAIN = re.compile(
    rf"^(?:第\s*(\d{{1,4}}|{NUMBER})\s*页|(\d{{1,4}})\s*/\s*(\d{{1,4}})|([IVXLivxl]{{1,8}}|[\u2160-\u217b]))$"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_NUMBER = rf"(?P<number>{_DASHES}\s*\d{{1,4}}\s*{_DASHES}|第\s*\d{{1,4}}\s*页|\d{{1,4}})"
_BEFORE_HEAD = re.compile(rf"^{_NUMBER}[\s\u3000]+(?P<head>\S.*\S)$")
_BEHIND_HEAD = re.compile(rf"^(?P<head>\S.*\S)[\s\u3000]+{_NUMBER}$")
_MOST_STEP = 4
"""How far two page numbers of one form may lie apart: left pages have another head, a page may have none."""
_DRESSED_TWICE, _BARE_TIMES = 2, 3
"""How often a head with a dressed number, or with a bare one, stands on pages at least."""
LONGEST_HEAD = 60
_COUNTED = re.compile(r"(?:附\s*件|附\s*录|附\s*表|图|表|专\s*栏|案\s*例|任\s*务|[A-Za-z])$")
_BARE = re.compile(r"^(\d{1,3})$")
_APART = 5
"""Lines that lie at least between two plain page numbers; numbers closer than that are a table's."""
_NEAREST = 2
"""Lines between two numbers that say themselves that they are pages' (第3页): one at least."""
_FEW = 1
"""Lone numbers that are looked at one by one; more of them that do not count up are a table's."""
TOP = 4
"""Lines from the top among which the title stands."""
LEAST_HEAD = 8
"""Characters of a title's beginning that make a running head of a line."""
PAGE = 12
"""Lines of a page at least."""
_NARROW = 24
"""Columns that a page of running text has at least."""
_FULL = 0.9
"""Share of the usual long line's width from which a line counts as full."""


def places(lines: Sequence[Line]) -> list[int]:
    """Return the places of page numbers: dressed ones (— 3 —), and plain ones that count up page by page.

    A page number that stands in one line with the running head (·19·　　《中国乡镇》) takes the head with it.
    """
    dressed = [place for place, line in enumerate(lines) if _DRESSED.match(line.text)]
    bare = [place for place, line in enumerate(lines) if _BARE.match(line.text)]
    counted = _counting(lines, bare) or [place for place in bare[:_FEW] if _alone(lines, place)]
    return sorted({*dressed, *counted, *_plain(lines), *_beside_heads(lines)})


def _plain(lines: Sequence[Line]) -> list[int]:
    """Return the places of 第3页 and 3/12 where they count up through the text; a score or a reference does not."""
    found: dict[str, list[tuple[int, int]]] = {}
    for place, line in enumerate(lines):
        match = _PLAIN.match(line.text)
        if match:
            pages, page, score, roman = match.group(3), *match.group(1, 2, 4)
            form = f"/{pages}" if pages else "页" if page else "roman"
            number = value(page) if page else int(score) if score else _roman(roman)
            found.setdefault(form, []).append((place, number))
    last = len(lines) - 1
    return [
        place
        for form, same in found.items()
        if same == [(last, 1)] or _climbs(same, apart=_NEAREST if form == "页" else _APART, last=last)
        for place, _ in same
    ]


def _roman(printed: str) -> int:
    """Return the value of a Roman number: iv and Ⅳ are 4."""
    digits = [_ROMAN[letter] for letter in unicodedata.normalize("NFKC", printed).lower()]
    return sum(-one if one < after else one for one, after in pairwise([*digits, 0]))


def _beside_heads(lines: Sequence[Line]) -> list[int]:
    """Return the places of running heads with a number: lines that are the same but for one that grows."""
    found: dict[tuple[str, bool], list[tuple[int, int]]] = {}
    for place, line in enumerate(lines):
        match = _BEFORE_HEAD.match(line.text) or _BEHIND_HEAD.match(line.text)
        if match and len(match["head"]) <= LONGEST_HEAD and not ended(match["head"]):
            dressed = not match["number"].isdigit()
            if not dressed and (len(match["head"]) < LEAST_HEAD or _COUNTED.search(match["head"])):
                continue  # 附件 1, 图 2 and Table 3 count something else
            number = int("".join(filter(str.isdigit, match["number"])))
            found.setdefault((match["head"], dressed), []).append((place, number))
    return [
        place
        for (_, dressed), same in found.items()
        if len(same) >= (_DRESSED_TWICE if dressed else _BARE_TIMES)
        and _climbs(same, apart=_APART if dressed else PAGE)
        for place, _ in same
    ]


def _climbs(found: Sequence[tuple[int, int]], *, apart: int, last: int = -1) -> bool:
    """Return whether numbers, given with their places, grow from page to page, each some lines below the one before.

    The `last` line's page may be shorter.
    """
    return len(found) > 1 and all(
        (after - before >= apart or after == last) and 0 < higher - lower <= _MOST_STEP
        for (before, lower), (after, higher) in pairwise(found)
    )


def _alone(lines: Sequence[Line], place: int) -> bool:
    """Return whether a lone number stands between two pages: inside a sentence, or above the title."""
    if not TOP <= place < len(lines) - 1 or _usual(lines, "wide") < _NARROW:
        return False
    before, after = lines[place - 1], lines[place + 1]
    if len(after.text) >= LEAST_HEAD and lines[0].text.startswith(after.text):
        return True
    full = any(before.full(model) >= _FULL * _usual(lines, model) for model in MODELS)
    return full and re.search(rf"[{PARTED}：:.）)]$", before.text) is None


def _usual(lines: Sequence[Line], model: WidthModel) -> float:
    """Return the width that a fifth of the lines reach."""
    widths = sorted(line.full(model) for line in lines)
    return widths[len(widths) * 4 // 5]


def _counting(lines: Sequence[Line], places: Sequence[int]) -> list[int]:
    """Return the longest run of bare numbers that grow by one, far enough apart to be pages."""
    numbers = [int(lines[place].text) for place in places]
    lengths, before = [1] * len(places), [-1] * len(places)
    longest: dict[int, int] = {}  # for each number the place in `places` where the longest run up to it ends
    far = 0
    for at, place in enumerate(places):
        while places[far] < place - _APART or (far < at and _ends(lines, place, places[far])):
            held = longest.setdefault(numbers[far], far)
            if lengths[far] > lengths[held]:
                longest[numbers[far]] = far
            far += 1
        before[at] = longest.get(numbers[at] - 1, -1)
        if before[at] >= 0:
            lengths[at] += lengths[before[at]]
    at = max(range(len(places)), key=lengths.__getitem__, default=-1)
    run = []
    while at >= 0:
        run.append(places[at])
        at = before[at]
    return run[::-1] if len(run) > 1 else []


def _ends(lines: Sequence[Line], place: int, page: int) -> bool:
    """Return whether a place is a text's last, below a last page that may be short, the one before it being whole."""
    return place == len(lines) - 1 and page >= PAGE
