"""What was filled into the form of a PDF, and notes set on its pages: text that a reader sees on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfminer.pdfpage import PDFPage

_HIDDEN = 2 | 32
"""Flags of what is neither shown nor printed."""
_SMALL, _USUAL = 1.0, 12.0
_DEEPEST = 20


class Filled(NamedTuple):
    """A text and the box in which it is printed: left, bottom, right, top, in points."""

    box: tuple[float, float, float, float]
    text: str


def filled(page: PDFPage) -> Iterator[Filled]:
    """Yield the values of a page's text fields and choices, and its free notes, none of them hidden."""
    from pdfminer.pdftypes import resolve1

    for reference in resolve1(page.annots) or ():
        one = resolve1(reference)
        if not isinstance(one, dict) or int(resolve1(one.get("F")) or 0) & _HIDDEN:
            continue
        box = resolve1(one.get("Rect"))
        text = _said(one)
        if text.strip() and isinstance(box, list) and len(box) == 4:
            x0, y0, x1, y1 = (float(resolve1(side)) for side in box)
            yield Filled((min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)), " ".join(text.split()))


def _said(one: dict[str, Any]) -> str:
    from pdfminer.psparser import literal_name

    kind = literal_name(one.get("Subtype"))
    if kind == "FreeText":
        return _text(one.get("Contents"))
    if kind != "Widget" or literal_name(_inherited(one, "FT")) not in {"Tx", "Ch"}:
        return ""
    return _text(_inherited(one, "V"))


def _inherited(one: dict[str, Any], name: str) -> object:
    """Return what a field, or a field above it, says."""
    from pdfminer.pdftypes import resolve1

    here: Any = one
    for _ in range(_DEEPEST):
        if not isinstance(here, dict):
            return None
        if name in here:
            return resolve1(here[name])
        here = resolve1(here.get("Parent"))
    return None


def _text(value: object) -> str:
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    said = resolve1(value)
    if isinstance(said, list):
        return " ".join(map(_text, said))
    return decode_text(said) if isinstance(said, bytes) else ""
