"""The numbers that a word processor sets by itself: lists, their levels, restarts, overrides and links."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from corpus.reading.formats.docx_numerals import numeral
from corpus.reading.formats.docx_styles import Style, W, attribute, is_on, reference

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")
_FORM = re.compile(r"^custom$")


class _Level:
    """One level of a list: where it starts, how it counts, what it prints."""

    def __init__(self, node: _Element) -> None:
        start, restart = attribute(node, "start"), attribute(node, "lvlRestart")
        self.start = int(start) if start.isdigit() else 0
        self.restart = int(restart) if restart.isdigit() else None
        self.form = _form(node)
        self.text = attribute(node, "lvlText")
        self.legal = is_on(node, "isLgl")
        self.close = attribute(node, "suff") == "nothing"
        self.style = attribute(node, "pStyle")


class _List:
    """One list (w:num): the list that it is an instance of, its levels, and those that start anew with it."""

    def __init__(self, kind: str, levels: dict[int, _Level], starts: set[int]) -> None:
        self.kind, self.levels, self.starts = kind, levels, starts


class Numbers:
    """Counts the numbered paragraphs of a document, in reading order."""

    def __init__(self, root: _Element | None) -> None:
        kinds = (
            {}
            if root is None
            else {_id(kind, "abstractNumId"): kind for kind in root.iter(f"{W}abstractNum")}
        )
        self._lists = {
            _id(node, "numId"): _list(node, kinds) for node in (() if root is None else root.iter(f"{W}num"))
        }
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()

    def label(self, properties: _Element | None, style: Style) -> str:
        """Return the number printed before the next paragraph, "" for none; bullets are no text."""
        number, level = self._place(properties, style)
        one = self._lists.get(number)
        if one is None or level not in one.levels:
            return ""
        counts = self._counts[one.kind]
        if number not in self._begun:
            self._begun.add(number)
            for place in one.starts:
                counts.pop(place, None)
        self._count(one, level, counts)
        return _printed(one, level, counts)

    def _place(self, properties: _Element | None, style: Style) -> tuple[str, int]:
        """Return the list and the level of a paragraph: its own, else those of its style."""
        said, styled = reference(properties), style.number or ("", None)
        number, level = said or styled
        number = number or styled[0]
        if level is None and number == styled[0]:
            level = styled[1] if said is None else level
        if level is None:
            level = self._linked(number, style.id)
        return number, level

    def _linked(self, number: str, style: str) -> int:
        one = self._lists.get(number)
        levels = one.levels if one and style else {}
        return next((place for place, level in levels.items() if level.style == style), 0)

    @staticmethod
    def _count(one: _List, level: int, counts: dict[int, int]) -> None:
        counts[level] = counts.get(level, one.levels[level].start - 1) + 1
        for deeper in [place for place in counts if place > level]:
            restart = one.levels[deeper].restart if deeper in one.levels else None
            if restart is None or level < restart:
                del counts[deeper]


def _id(node: _Element, name: str) -> str:
    return node.get(W + name, "")


def _list(node: _Element, kinds: dict[str, _Element]) -> _List:
    name = _followed(attribute(node, "abstractNumId"), kinds)
    kind = kinds.get(name)
    levels = {} if kind is None else {_place_of(level): _Level(level) for level in kind.findall(f"{W}lvl")}
    starts: set[int] = set()
    for override in node.findall(f"{W}lvlOverride"):
        place, own = _place_of(override), override.find(f"{W}lvl")
        if own is not None:
            levels[place] = _Level(own)
        start = attribute(override, "startOverride")
        if start.isdigit() and place in levels:
            levels[place].start = int(start)
            starts.add(place)
    return _List(name, levels, starts)


def _place_of(node: _Element) -> int:
    place = node.get(f"{W}ilvl", "0")
    return int(place) if place.isdigit() else 0


def _followed(name: str, kinds: dict[str, _Element]) -> str:
    """Return the list that holds the levels: one may only name a list style (w:numStyleLink), which another defines."""
    kind = kinds.get(name)
    link = "" if kind is None or kind.find(f"{W}lvl") is not None else attribute(kind, "numStyleLink")
    return next((one for one, node in kinds.items() if link and attribute(node, "styleLink") == link), name)


def _form(node: _Element) -> str:
    """Return the form of a level's numbers; a form of one's own (001, 002, …) stands in an alternative."""
    found = next(node.iter(f"{W}numFmt"), None)
    form = "decimal" if found is None else found.get(f"{W}val", "decimal")
    return found.get(f"{W}format", "decimal") if found is not None and _FORM.match(form) else form


def _printed(one: _List, level: int, counts: dict[int, int]) -> str:
    own = one.levels[level]
    if own.form == "bullet":
        return ""
    text = _PLACE.sub(lambda found: _numeral(one, own, int(found.group(1)) - 1, counts), own.text)
    close = own.close or text[-1:] in "、）．，"
    return text if close or not text else text + " "


def _numeral(one: _List, own: _Level, place: int, counts: dict[int, int]) -> str:
    level = one.levels.get(place)
    form = "decimal" if level is None else level.form
    if form in {"none", "bullet"}:
        return ""
    count = counts.get(place, level.start if level else 1)
    return numeral(count, "decimal" if own.legal else form)
