"""The numbers that a word processor sets by itself, and the styles that name headings."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from corpus.text.numerals import in_characters

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"^(?:heading|标题|見出し)\s*([1-9])$", re.IGNORECASE)
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: its name, its heading level, whether it is the title's, and its own numbering."""

    name: str = ""
    level: int | None = None
    title: bool = False
    bold: bool = False
    number: tuple[str, int] | None = None


def styles(root: _Element | None) -> dict[str, Style]:
    """Return the styles of a document by id; what a style does not say it takes from the one it is based on."""
    nodes = {} if root is None else {node.get(f"{W}styleId", ""): node for node in root.iter(f"{W}style")}
    said: dict[str, _Said] = {}
    for name in nodes:
        chain, here = dict[str, None](), name
        while here in nodes and here not in chain and here not in said:
            chain[here] = None
            here = attribute(nodes[here], "basedOn")
        # each is read once, from what it is based on: a chain, or a ring, of thousands costs its length
        base = said.get(here, _Said())
        for link in reversed(chain):
            base = said[link] = _Said.of(nodes[link], base)
    return {name: _style(attribute(node, "name"), said[name]) for name, node in nodes.items()}


class _Said(NamedTuple):
    """What a style and those that it is based on say, the nearest first."""

    named: int | None = None
    outline: str = ""
    bold: str | None = None
    number: tuple[str, int] | None = None

    @staticmethod
    def of(node: _Element, base: _Said) -> _Said:
        """Return what a style says, and what it leaves to its base."""
        heading, bold = _HEADING.match(attribute(node, "name")), node.find(f"{W}rPr/{W}b")
        return _Said(
            int(heading.group(1)) if heading else base.named,
            attribute(node, "pPr/outlineLvl") or base.outline,
            base.bold if bold is None else bold.get(f"{W}val", "1"),
            _reference(node.find(f"{W}pPr")) or base.number,
        )


def _style(name: str, said: _Said) -> Style:
    outline = said.outline
    stated = int(outline) + 1 if outline.isdigit() and int(outline) < _BODY_LEVEL else None
    return Style(
        name=name,
        level=said.named or stated,
        title=name.lower() in {"title", "标题", "文档标题"},
        bold=said.bold is not None and said.bold not in {"0", "false", "off"},
        number=said.number,
    )


def attribute(node: _Element | None, path: str) -> str:
    """Return the value of an element below a node; "" where there is none."""
    found = None if node is None else node.find("/".join(W + step for step in path.split("/")))
    return "" if found is None else found.get(f"{W}val", "")


def _reference(properties: _Element | None) -> tuple[str, int] | None:
    number = None if properties is None else properties.find(f"{W}numPr")
    if number is None:
        return None
    level = attribute(number, "ilvl")
    return attribute(number, "numId"), int(level) if level.isdigit() else 0


class Numbers:
    """Counts the numbered paragraphs of a document, in reading order."""

    def __init__(self, root: _Element | None) -> None:
        self._kinds: dict[str, str] = {}
        self._levels: dict[tuple[str, int], _Element] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        for kind in () if root is None else root.iter(f"{W}abstractNum"):
            for level in kind.iter(f"{W}lvl"):
                place = level.get(f"{W}ilvl", "0")
                self._levels[kind.get(f"{W}abstractNumId", ""), int(place)] = level
        for number in () if root is None else root.iter(f"{W}num"):
            self._kinds[number.get(f"{W}numId", "")] = attribute(number, "abstractNumId")

    def label(self, properties: _Element | None, style: Style) -> str:
        """Return the number printed before the next paragraph, "" for none; bullets are no text."""
        number, level = _reference(properties) or style.number or ("", 0)
        kind = self._kinds.get(number, "")
        node = self._levels.get((kind, level))
        if node is None:
            return ""
        counts = self._counts[kind]
        start = attribute(node, "start")
        counts[level] = counts.get(level, (int(start) if start.isdigit() else 1) - 1) + 1
        for deeper in [place for place in counts if place > level]:
            del counts[deeper]
        return self._printed(node, kind, counts)

    def _printed(self, node: _Element, kind: str, counts: dict[int, int]) -> str:
        if attribute(node, "numFmt") in {"bullet", "none"}:
            return ""
        text = _PLACE.sub(
            lambda found: self._numeral(kind, int(found.group(1)) - 1, counts), attribute(node, "lvlText")
        )
        close = attribute(node, "suff") == "nothing" or text[-1:] in "、）．，"
        return text if close or not text else text + " "

    def _numeral(self, kind: str, level: int, counts: dict[int, int]) -> str:
        node = self._levels.get((kind, level))
        return numeral(counts.get(level, 1), "decimal" if node is None else attribute(node, "numFmt"))


def numeral(count: int, form: str) -> str:
    """Return a count in a word processor's form: chineseCounting, upperRoman, lowerLetter … else decimal."""
    if "hinese" in form or "ideograph" in form or "taiwanese" in form or "japanese" in form:
        return in_characters(count) if count else "〇"
    if form.endswith("Roman"):
        roman = _roman(count)
        return roman.upper() if form.startswith("upper") else roman
    if form.endswith("Letter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form.startswith("upper") else letter
    if form.startswith("decimalEnclosedCircle") and 0 < count <= 20:
        return chr(ord("①") + count - 1)
    return str(count)


def _roman(count: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text, count = text + letters * (count // value), count % value
    return text
