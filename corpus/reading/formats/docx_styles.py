"""The styles of a Word file: which name headings, what they number, how they set their text; and its namespaces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"^(?:heading|标题|見出し)\s*([1-9])$", re.IGNORECASE)
_BODY_LEVEL = 9
_OFF = frozenset(["0", "false", "off", "none"])


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its name, heading level, list, and how it sets its text; `id` is what paragraphs call it.

    `number` is its list and the level in it, None where the levels of the list name the style instead.
    """

    name: str = ""
    level: int | None = None
    title: bool = False
    bold: bool = False
    number: tuple[str, int | None] | None = None
    centred: bool = False
    unseen: bool = False
    id: str = ""


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
    return {name: _style(name, attribute(node, "name"), said[name]) for name, node in nodes.items()}


class _Said(NamedTuple):
    """What a style and those that it is based on say, the nearest first."""

    named: int | None = None
    outline: str = ""
    bold: bool = False
    number: tuple[str, int | None] | None = None
    align: str = ""
    unseen: bool = False

    @staticmethod
    def of(node: _Element, base: _Said) -> _Said:
        """Return what a style says, and what it leaves to its base."""
        heading, runs = _HEADING.match(attribute(node, "name")), node.find(f"{W}rPr")
        return _Said(
            int(heading.group(1)) if heading else base.named,
            attribute(node, "pPr/outlineLvl") or base.outline,
            is_on(runs, "b", default=base.bold),
            reference(node.find(f"{W}pPr")) or base.number,
            attribute(node, "pPr/jc") or base.align,
            is_unseen(runs, default=base.unseen),
        )


def _style(name: str, called: str, said: _Said) -> Style:
    outline = said.outline
    stated = int(outline) + 1 if outline.isdigit() and int(outline) < _BODY_LEVEL else None
    return Style(
        name=called,
        level=said.named or stated,
        title=called.lower() in {"title", "标题", "文档标题"},
        bold=said.bold,
        number=said.number,
        centred=said.align == "center",
        unseen=said.unseen,
        id=name,
    )


def attribute(node: _Element | None, path: str) -> str:
    """Return the value of an element below a node; "" where there is none."""
    found = None if node is None else node.find("/".join(W + step for step in path.split("/")))
    return "" if found is None else found.get(f"{W}val", "")


def is_on(properties: _Element | None, mark: str, *, default: bool = False) -> bool:
    """Return whether properties set a mark (b, vanish, strike) on; a mark without a value is on."""
    found = None if properties is None else properties.find(W + mark)
    return default if found is None else found.get(f"{W}val", "1") not in _OFF


def is_unseen(properties: _Element | None, *, default: bool = False) -> bool:
    """Return whether the text of such properties is hidden or struck out."""
    if properties is None:
        return default
    marks = [mark for mark in ("vanish", "strike", "dstrike") if properties.find(W + mark) is not None]
    return any(is_on(properties, mark) for mark in marks) if marks else default


def reference(properties: _Element | None) -> tuple[str, int | None] | None:
    """Return the list and the level that paragraph properties name; "" and None for what they leave to the style."""
    number = None if properties is None else properties.find(f"{W}numPr")
    if number is None:
        return None
    level = attribute(number, "ilvl")
    return attribute(number, "numId"), int(level) if level.isdigit() else None
