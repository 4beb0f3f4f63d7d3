"""The table of contents (目录) of a document: known by its heading, by leaders, by entries that come again below."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.reading.wording.sentence_ends import unspaced
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence

TITLE = re.compile(
    r"^[【\[（(]?\s*(?:目\s*录|目\s*次|[Cc]ontents|CONTENTS|[Tt]able of [Cc]ontents)\s*+(?:[】\])）]\s*+)?+[:：]?$"
)
# The end of a line, read backwards: tried once, and not from each of a million dots or blanks.
_DOT = "[.．·…‥_]"
_OPENS = r"[（(\-—]"
_NUMBER_BACK = r"[)）\-—]?+\s*+\d{1,4}+"
_LEADER = re.compile(rf"{_NUMBER_BACK}\s*+(?:{_OPENS}\s*+)?+{_DOT}(?:\s?{_DOT}){{2}}")
_PAGE = re.compile(
    rf"[)）\-—]?+\s*+\d{{0,4}}+\s*+(?:{_OPENS}\s*+)?+{_DOT}\s*+(?:{_DOT}\s*+)++"
    rf"|{_NUMBER_BACK}(?:\s*+{_OPENS}\s++|\s++)"
)
_LEAST_LEADERS = 2
_LEAST_ENTRIES = 3
"""Entries in a row that come again below, where no heading says that they are contents."""
_FAR = 120
"""Lines from the top among which contents without a heading stand."""
_MOST_LINES = 3
"""Lines that one entry takes at most."""
_MOST_ENTRIES = 2_000
_TRIED = 20
"""Lines of one wording at which an entry of several lines is looked for."""
_SENTENCE_ENDS = ("。", "；", "！", "？")
_CHAPTERS = {"part", "chapter", "section"}


def places(texts: Sequence[str]) -> set[int]:
    """Return the places of the lines that make up tables of contents, their headings included."""
    leaders = [place for place, text in enumerate(texts) if _LEADER.match(text[::-1])]
    found = set(leaders) if len(leaders) >= _LEAST_LEADERS else set()
    found |= {place - 1 for place in found if place and TITLE.match(texts[place - 1])}
    below = _Below(texts)
    for place, text in enumerate(texts):
        if TITLE.match(text) and place not in found:
            entries = below.entries(place + 1)
            if len(entries) > 1:
                found |= {place, *entries}
    return found | _unnamed(texts, below)


def _unnamed(texts: Sequence[str], below: _Below) -> set[int]:
    """Return the places of chapters that are listed near the top without a heading, and come again below."""
    near = [place for place, text in enumerate(texts[:_FAR]) if _is_chapter(text)]
    for first, second in pairwise(near):
        if second == first + 1:
            entries = below.entries(first)
            listed = [place for place in entries if _is_chapter(texts[place])]
            return set(entries) if len(listed) >= _LEAST_ENTRIES else set()
    return set()


def _is_chapter(text: str) -> bool:
    mark = marker(text)
    return mark is not None and mark.family in _CHAPTERS


class _Below:
    """What stands at the beginning of the lines of a text, asked for entries that come again."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._lines: dict[str, list[int]] = {}

    def entries(self, start: int) -> list[int]:
        """Return the places of the entries that follow each other from a place on."""
        found: list[int] = []
        place = start
        while place < len(self._texts) and len(found) < _MOST_ENTRIES:
            taken = self._entry(place)
            if not taken or (found and _folded(self._texts[place]) == _folded(self._texts[found[0]])):
                break
            found += range(place, place + taken)
            place += taken
        return found

    def _entry(self, place: int) -> int:
        """Return how many lines the entry at a place takes, 0 where there is none."""
        if _LEADER.match(self._texts[place][::-1]):
            return 1
        entry = ""
        if self._texts[place].rstrip().endswith(_SENTENCE_ENDS):
            return 0  # what is repeated word for word below, in a text of many like parts, is no list of them
        for taken in range(1, _MOST_LINES + 1):
            if place + taken >= len(self._texts):
                return 0
            entry += _folded(_without_page(self._texts[place + taken - 1]))
            if entry and self._comes_again(entry, place + taken):
                return taken
        return 0

    def _comes_again(self, entry: str, after: int) -> bool:
        """Return whether an entry is the whole of some lines below: one, or a few where it fills the first."""
        if not self._lines:
            for place, text in enumerate(self._texts):
                self._lines.setdefault(_folded(text), []).append(place)
        if self._lines.get(entry, [-1])[-1] >= after:
            return True
        starts = (self._lines.get(entry[:length], ()) for length in range(1, len(entry)))
        return any(
            self._goes_on(entry, place) for places in starts for place in places[-_TRIED:] if place >= after
        )

    def _goes_on(self, entry: str, place: int) -> bool:
        joined = ""
        for text in self._texts[place : place + _MOST_LINES]:
            joined += _folded(text)
            if joined == entry:
                return True
        return False


def _folded(text: str) -> str:
    """Return a line as it is compared: without white space, its marks of one width; contents may differ in both."""
    return unicodedata.normalize("NFKC", unspaced(text))


def _without_page(text: str) -> str:
    """Return a line without the dots and the page number that end it."""
    found = _PAGE.match(text[::-1])
    return text[: len(text) - found.end()] if found else text
