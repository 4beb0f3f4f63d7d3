"""The numbers that a browser sets before the items of ordered lists, in the form that the list asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.formats.html_pruning import style_of
from corpus.text.numerals import in_characters

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)")
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_NUMBER = re.compile(r"-?[0-9]{1,9}")
_HAN = frozenset("cjk-ideographic simp-chinese-informal trad-chinese-informal cjk-decimal".split())
_BULLETS = frozenset("none disc circle square".split())
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST_ROMAN = 3_999


class ListNumbers:
    """Counts the items of ordered lists in reading order."""

    def __init__(self) -> None:
        self._next: dict[HtmlElement, int] = {}

    def before(self, element: HtmlElement) -> str:
        """Return the number before an element with the space behind it (9. , b. , 二、), "" where it has none."""
        items = element.getparent()
        if element.tag != "li" or items is None or items.tag != "ol":
            return ""
        step = -1 if items.get("reversed") is not None else 1
        own = _stated(element.get("value"))
        number = self._next.get(items, _first(items, step)) if own is None else own
        self._next[items] = number + step
        return _printed(number, _form(element, items))


def _first(items: HtmlElement, step: int) -> int:
    start = _stated(items.get("start"))
    return start if start is not None else (1 if step > 0 else len(items.findall("li")))


def _stated(said: str | None) -> int | None:
    return int(said) if said and _NUMBER.fullmatch(said.strip()) else None


def _form(item: HtmlElement, items: HtmlElement) -> str:
    """Return the name of the list's numbers; what the item says goes before what the list says."""
    for element in (item, items):
        stated = _STYLE.search(style_of(element))
        words = stated.group(1).split() if stated else []
        known = [word for word in words if "-" in word or word in _BULLETS or word == "decimal"]
        if known:
            return known[0]
        if element.get("type") in _TYPES:
            return _TYPES[element.get("type", "")]
    return "decimal"


def _printed(number: int, form: str) -> str:
    if form in _BULLETS:
        return ""
    if form in _HAN and number > 0:
        return f"{in_characters(number)}、"
    if form == "decimal-leading-zero":
        return f"{number:02}. "
    if form in {"lower-roman", "upper-roman"} and 0 < number <= _LARGEST_ROMAN:
        return f"{_cased(_roman(number), form)}. "
    if form in {"lower-alpha", "upper-alpha", "lower-latin", "upper-latin"} and number > 0:
        return f"{_cased(_letters(number), form)}. "
    return f"{number}. "


def _cased(text: str, form: str) -> str:
    return text.upper() if form.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    """Return 1 as a, 26 as z, 27 as aa."""
    text = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text
