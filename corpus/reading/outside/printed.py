"""All text operators of a PDF, those of its forms too, and the values of its fields: no layout, no lines."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from corpus.reading.outside.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pdfminer.pdffont import PDFFont
    from pdfminer.pdfinterp import PDFResourceManager

_DEEPEST = 20
_NEXT = 10_000.0
_PRINTS = frozenset(["Tj", "TJ", "'", '"'])


def texts(raw: bytes) -> Texts:
    """Return the texts of a PDF, page by page."""
    from pdfminer.pdfinterp import PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdftypes import list_value, resolve1

    found, fonts = Texts(), PDFResourceManager()
    for page in PDFPage.get_pages(io.BytesIO(raw)):
        words = _Words(found, fonts)
        words.take(page.contents, resolve1(page.resources) or {})
        for reference in list_value(page.annots) if page.annots else ():
            one = resolve1(reference)
            value = resolve1(one.get("V") or one.get("Contents")) if isinstance(one, dict) else None
            if isinstance(value, bytes):
                found.add(_decoded(value), "form field or note")
        if not words.seen:
            found.add("▢", "pages without text")
    return found


def _decoded(value: bytes) -> str:
    return value[2:].decode("utf-16-be", "replace") if value[:2] == b"\xfe\xff" else value.decode("latin-1")


class _Words:
    """What the operators Tj, TJ, ' and " of a page print; the same words in the same place again are doubled."""

    def __init__(self, found: Texts, fonts: PDFResourceManager) -> None:
        self._found = found
        self._fonts = fonts
        self.seen: set[tuple[str, int, int]] = set()

    def take(self, streams: Sequence[object], resources: Mapping[str, Any], depth: int = 0) -> None:
        """Read the operators of some streams, and those of the forms that Do shows."""
        from pdfminer.pdfinterp import PDFContentParser
        from pdfminer.pdftypes import PDFStream, resolve1
        from pdfminer.psparser import PSEOF, PSKeyword, keyword_name, literal_name

        fonts = _Fonts(self._fonts, resolve1(resources.get("Font")) or {})
        forms = resolve1(resources.get("XObject")) or {}
        parser, stack, place = PDFContentParser(streams), list[Any](), _Place()
        while True:
            try:
                _, one = parser.nextobject()
            except PSEOF:
                return
            if not isinstance(one, PSKeyword):
                stack.append(one)
                continue
            name = keyword_name(one)
            place.moved(name, stack)
            if name == "Tf" and len(stack) > 1:
                fonts.choose(str(literal_name(stack[-2])))
            elif name in _PRINTS and stack:
                self._add(fonts.said(stack[-1]), place)
            elif name == "Do" and stack and depth < _DEEPEST:
                form = resolve1(forms.get(str(literal_name(stack[-1]))))
                if isinstance(form, PDFStream) and literal_name(form.get("Subtype")) == "Form":
                    self.take([form], resolve1(form.get("Resources")) or resources, depth + 1)
            stack.clear()

    def _add(self, said: str, place: _Place) -> None:
        across, up = round(place.x), round(place.y)
        near = ((said, across + x, up + y) for x in (-1, 0, 1) for y in (-1, 0, 1))
        self._found.add(said, "doubled" if said.strip() and any(one in self.seen for one in near) else "")
        if said.strip():
            self.seen.add((said, across, up))
        place.x += _NEXT  # what follows without a move stands elsewhere


class _Place:
    """Where the next words begin, as far as operators of place say so; enough to tell words printed twice."""

    def __init__(self) -> None:
        self.x = self.y = self._left = self._top = 0.0
        self._start = 0.0

    def moved(self, name: str, stack: Sequence[Any]) -> None:
        """Follow one operator."""
        numbers = [float(one) for one in stack if isinstance(one, int | float)]
        if name == "Tm" and len(numbers) > 5:
            self._start, self.y = numbers[-2] + self._left, numbers[-1] + self._top
        elif name == "cm" and len(numbers) > 5:
            self._left, self._top = numbers[-2:]
            return
        elif name in {"Td", "TD"} and len(numbers) > 1:
            self._start, self.y = self._start + numbers[-2], self.y + numbers[-1]
        elif name == "BT":
            self._start, self.y = self._left, self._top
        elif name in {"T*", "'", '"'}:
            self.y -= _NEXT
        else:
            return
        self.x = self._start


class _Fonts:
    """The fonts that a page names, each made when first asked for, and what their codes stand for."""

    def __init__(self, manager: PDFResourceManager, named: Mapping[str, Any]) -> None:
        self._manager = manager
        self._named = named
        self._known: dict[str, PDFFont] = {}
        self._font: PDFFont | None = None

    def choose(self, key: str) -> None:
        """Set the font of what is printed next."""
        from pdfminer.pdftypes import resolve1

        if key not in self._known and key in self._named:
            self._known[key] = self._manager.get_font(None, resolve1(self._named[key]))
        self._font = self._known.get(key)

    def said(self, codes: object) -> str:
        """Return the characters of one operator's codes."""
        from pdfminer.pdffont import PDFUnicodeNotDefined

        said = ""
        for code in codes if isinstance(codes, list) else [codes]:
            for glyph in self._font.decode(code) if self._font and isinstance(code, bytes) else ():
                try:
                    said += self._font.to_unichr(glyph) if self._font else ""
                except PDFUnicodeNotDefined:
                    said += f"(cid:{glyph})"
        return said
