"""The words of a Word paragraph as Word shows them: formulas, signs and ticked boxes with them, hidden text not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from corpus.reading.formats.decoding import printed
from corpus.reading.formats.docx_styles import Style, W, attribute, is_on, is_unseen
from corpus.text.symbol_fonts import sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
BLANK = " \t\u00a0\u3000\u2003"
_TOLD = (f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen", f"{W}sym", f"{M}oMath")
_BREAKS = frozenset([f"{W}br", f"{W}cr"])
_GONE = frozenset([f"{W}del", f"{W}moveFrom", f"{W}rt", FALLBACK])
_COMPOUND = re.compile(r"[+\-−–×·÷/=<>≤≥±]")


class Words(NamedTuple):
    """A paragraph's words line by line, how many characters open it in bold, and what of it nobody sees."""

    lines: list[str]
    bold: int
    unseen: list[str]
    formula: bool

    @property
    def texts(self) -> list[str]:
        """The lines that say something."""
        return [text for text in (line.strip(BLANK) for line in self.lines) if text]


def words(paragraph: _Element, known: dict[str, Style], style: Style) -> Words:
    """Return the words of a paragraph, those that are hidden, struck out, moved away or a reading apart."""
    lines, opening, still = [""], 0, True
    unseen: list[str] = []
    for node in paragraph.iter(*_TOLD):
        if not _is_own(node, paragraph):
            continue
        if node.tag in _BREAKS:
            lines.append("")
            continue
        said, run = printed(said_by(node)), next(node.iterancestors(f"{W}r"), None)
        if _is_unseen(node, run, known, style):
            unseen.append(said)
            continue
        if still and run is not None and is_on(run.find(f"{W}rPr"), "b", default=style.bold):
            opening += len(said.lstrip(BLANK) if not opening else said)
        elif said.strip(BLANK):
            still = False
        lines[-1] += said
    formula = next(paragraph.iter(f"{M}oMathPara"), None) is not None
    return Words(lines, opening, [text for text in unseen if text.strip()], formula)


def said_by(node: _Element) -> str:
    """Return what one node of a run says: text, a tab, a sign of a font of signs, a formula in one line."""
    if node.tag == f"{W}sym":
        return sign(node.get(f"{W}font", ""), node.get(f"{W}char", ""))
    if node.tag == f"{M}oMath":
        return _formula(node)
    return {f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}.get(str(node.tag), node.text or "")


def _is_own(node: _Element, paragraph: _Element) -> bool:
    """Return whether a node belongs to a paragraph itself, not to a text box in it, nor to a formula or a fallback."""
    for above in node.iterancestors():
        if above is paragraph:
            return True
        if above.tag in {f"{W}p", FALLBACK, f"{M}oMath"}:
            return False
    return False


def _is_unseen(node: _Element, run: _Element | None, known: dict[str, Style], style: Style) -> bool:
    for above in node.iterancestors():
        if above.tag in _GONE:
            return True
        if above.tag == f"{W}sdt" and is_on(above.find(f"{W}sdtPr"), "showingPlcHdr"):
            return True
        if above.tag == f"{W}p":
            break
    properties = None if run is None else run.find(f"{W}rPr")
    named = known.get(attribute(properties, "rStyle"))
    return is_unseen(properties, default=named.unseen if named else style.unseen)


def _formula(node: _Element) -> str:
    """Return a formula in one line: a fraction as 甲/乙, a power as x^2, a root as √."""
    kind = str(node.tag).removeprefix(M)
    if kind == "t":
        return node.text or ""
    drawn = _DRAWN.get(kind)
    if drawn is None:
        return _parts(node)
    return drawn(
        node, {str(part.tag).removeprefix(M): _parts(part) for part in node if isinstance(part.tag, str)}
    )


def _fraction(_node: _Element, parts: dict[str, str]) -> str:
    return f"{_one(parts.get('num', ''))}/{_one(parts.get('den', ''))}"


def _scripts(_node: _Element, parts: dict[str, str]) -> str:
    below, above = parts.get("sub", ""), parts.get("sup", "")
    return parts.get("e", "") + (f"_{_one(below)}" if below else "") + (f"^{_one(above)}" if above else "")


def _root(_node: _Element, parts: dict[str, str]) -> str:
    return f"{parts.get('deg', '')}√{_one(parts.get('e', ''))}"


def _brackets(node: _Element, _said: dict[str, str]) -> str:
    return f"({_parts(node)})"


def _sum(node: _Element, parts: dict[str, str]) -> str:
    sign_of = node.find(f"{M}naryPr/{M}chr")
    drawn = "∫" if sign_of is None else sign_of.get(f"{M}val", "∑")
    return drawn + _scripts(node, parts | {"e": ""}) + parts.get("e", "")


_DRAWN: dict[str, Callable[[_Element, dict[str, str]], str]] = {
    "f": _fraction,
    **dict.fromkeys(["sSup", "sSub", "sSubSup"], _scripts),
    "rad": _root,
    "d": _brackets,
    "nary": _sum,
}


def _parts(node: _Element) -> str:
    return "".join(_formula(part) for part in node if isinstance(part.tag, str))


def _one(text: str) -> str:
    """Return a part of a fraction or a root, in brackets where it holds a sign of its own."""
    return f"({text})" if _COMPOUND.search(text) else text


def all_words(paragraph: _Element) -> str:
    """Return all text of a paragraph, what nobody sees of it too, as the proof counts it."""
    nodes = (node for node in paragraph.iter(*_TOLD) if node.tag not in _BREAKS and _is_own(node, paragraph))
    return "".join(said_by(node) for node in nodes)
