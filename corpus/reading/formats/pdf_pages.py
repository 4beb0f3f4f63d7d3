"""The glyphs of a PDF page by page: those of forms and fields too, doubled ones once, turned ones upright or apart."""

from __future__ import annotations

import io
import logging
import math
import struct
import zlib
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from corpus.errors import ReadingError
from corpus.reading.formats import pdf_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pdfminer.layout import LTChar, LTPage
    from pdfminer.pdfpage import PDFPage

_STUMBLES = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, EOFError,
             RecursionError, NotImplementedError, struct.error, zlib.error)  # fmt: skip
"""What pdfminer raises, beside its own errors, over a damaged file."""
_DEEPEST = 20
"""Forms within forms that are followed."""
_SAME = 0.15
"""Share of the type size by which two glyphs of one character lie apart that make it bold."""
_MOST_TURNED = 0.5
"""Share of a page's glyphs from which a turned page is read along its lines."""
_SLANT = 0.05
_DOWN = 0.6
"""Share of the steps from glyph to glyph that go down a column where a page is set vertically."""
_LEAST = 12
"""Glyphs from which the way in which a page is set can be told."""
_PALE = 0.6
"""Lightness of ink (0 black, 1 white) that is laid under a text."""


@dataclass
class Page:
    """One page: its analysed layout, what was left out of it, its form fields, and whether it holds pictures."""

    layout: Any
    fields: list[pdf_fields.Filled] = field(default_factory=list)
    slanted: list[str] = field(default_factory=list)
    pictures: bool = False
    unmapped: int = 0
    glyphs: int = 0


def pages(raw: bytes, which: str) -> Iterator[Page]:
    """Yield the pages; raises ReadingError for a damaged or locked file."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.psexceptions import PSException

    for name in ("pdfminer", "pdfminer.six"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # it warns of each font, and nobody can mend them
    try:
        manager = PDFResourceManager(caching=True)
        device = PDFPageAggregator(manager, laparams=None)
        interpreter = PDFPageInterpreter(manager, device)
        for page in PDFPage.get_pages(io.BytesIO(raw)):
            interpreter.process_page(page)
            yield _made(device.get_result(), page)
    except (*_STUMBLES, PSException) as error:
        raise ReadingError(
            f"damaged or locked PDF ({type(error).__name__})", which=which, next_step="print it to PDF anew"
        ) from error


def _made(layout: LTPage, source: PDFPage) -> Page:
    """Gather the glyphs of a page, set them upright and group them into lines."""
    from pdfminer.layout import LAParams, LTChar

    made = Page(layout)
    found = list(_inside(layout, made, 0))
    made.glyphs = sum(bool(one.get_text().strip()) for one in found)
    made.unmapped = sum(one.get_text().startswith("(cid:") for one in found)
    kept = _once(_upright(found, made))
    layout._objs = [one for one in kept if isinstance(one, LTChar)]  # noqa: SLF001 - there is no other way in
    layout.analyze(LAParams(boxes_flow=None))
    made.fields = list(pdf_fields.filled(source))
    return made


def _inside(container: Iterable[Any], page: Page, depth: int) -> Iterator[LTChar]:
    """Yield the glyphs of a page in the order of its instructions, those of the forms that it shows in their place."""
    from pdfminer.layout import LTChar, LTFigure, LTImage

    for one in container:
        if isinstance(one, LTChar):
            yield one
        elif isinstance(one, LTFigure) and depth < _DEEPEST:
            yield from _inside(one, page, depth + 1)
        elif isinstance(one, LTImage):
            page.pictures = True


def _upright(found: Sequence[LTChar], page: Page) -> list[LTChar]:
    """Return the glyphs along whose lines a page is read, set upright; the slanted and turned rest is left out."""
    ways = {id(one): _way(one) for one in found}
    inked = [one for one in found if one.get_text().strip()]
    count = Counter(ways[id(one)] for one in inked)
    main = max(count, key=lambda way: (count[way], way == "0"), default="0")
    if main != "0" and (main == "slant" or count[main] <= _MOST_TURNED * len(inked)):
        main = "0"
    kept = [one for one in found if ways[id(one)] == main]
    out = [one.get_text() for one in found if ways[id(one)] != main]
    if "".join(out).strip():
        page.slanted.append("".join(out))
    if main == "0" and _is_vertical(kept):
        main = "down"
    if main != "0":
        for one in kept:
            _turn(one, main)
    return kept


def _way(glyph: LTChar) -> str:
    """Return which way a glyph's line runs: 0, 90, 180 or 270 degrees against the clock, or slanted."""
    a, b, *_ = glyph.matrix
    length = math.hypot(a, b)
    if not length or abs(b) < _SLANT * length:
        return "0" if a >= 0 else "180"
    if abs(a) < _SLANT * length:
        return "90" if b > 0 else "270"
    return "slant"


def _turn(glyph: LTChar, way: str) -> None:
    """Move a glyph to where it lies when the page is turned so that its lines run from left to right."""
    x0, y0, x1, y1 = glyph.bbox
    box = {
        "90": (y0, -x1, y1, -x0),
        "180": (-x1, -y1, -x0, -y0),
        "270": (-y1, x0, -y0, x1),
        "down": (-y1, x0, -y0, x1),
    }[way]
    glyph.set_bbox(box)
    glyph.size = box[3] - box[1]


def _is_vertical(glyphs: Sequence[LTChar]) -> bool:
    """Return whether upright glyphs follow each other down columns, as where Chinese is set vertically."""
    inked = [one for one in glyphs if one.get_text().strip()]
    if len(inked) < _LEAST:
        return False
    down = sum(
        abs(one.x0 + one.x1 - two.x0 - two.x1) < one.size and 0 < one.y1 - two.y1 < 2.5 * one.size
        for one, two in pairwise(inked)
    )
    across = sum(abs(one.y0 - two.y0) < one.size / 4 for one, two in pairwise(inked))
    return bool(down > _DOWN * len(inked) and across < down / 4)


def _once(glyphs: Sequence[LTChar]) -> list[LTChar]:
    """Return the glyphs without those that lie on another of the same character: a program's way to print bold."""
    kept: list[LTChar] = []
    seen: dict[tuple[str, int, int], list[LTChar]] = {}
    for one in glyphs:
        text = one.get_text()
        column, row = round(one.x0 / 4), round(one.y0 / 4)
        near = (
            other
            for across in (-1, 0, 1)
            for up in (-1, 0, 1)
            for other in seen.get((text, column + across, row + up), ())
        )
        most = _SAME * one.size
        if any(abs(one.x0 - other.x0) < most and abs(one.y0 - other.y0) < most for other in near):
            continue
        seen.setdefault((text, column, row), []).append(one)
        kept.append(one)
    return kept


def is_pale(glyph: LTChar) -> bool:
    """Return whether a glyph is printed in light ink, as what lies under a text is."""
    colour = glyph.graphicstate.ncolor
    parts = colour if isinstance(colour, list | tuple) else (colour,)
    inks = [float(part) for part in parts if isinstance(part, int | float)]
    if not inks or len(inks) < len(parts):
        return False
    if len(inks) == 4:
        return 1 - min(max(inks[:3]) + inks[3], 1) > _PALE
    return min(inks) > _PALE
