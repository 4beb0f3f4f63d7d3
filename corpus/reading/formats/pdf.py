"""PDF with a text layer as printed lines; type size, indent and the space between lines are its cues."""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.errors import ReadingError
from corpus.radicals import RADICAL, unified
from corpus.reading.formats.format import Format
from corpus.reading.furniture import browser_margins, stripping
from corpus.reading.layout.columns import is_ideograph
from corpus.reading.layout.lines import Line
from corpus.reading.structure.classifying import assemble
from corpus.reading.structure.outlines import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.vocabulary import Outline

MOST_PAGES = 3_000
_STUMBLES = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, EOFError,
             RecursionError, NotImplementedError, struct.error, zlib.error)  # fmt: skip
"""What pdfminer raises, beside its own errors, over a damaged file."""
_LARGER = 1.08
"""How much larger than the body's type a heading's is at least."""
_BLANK = " \t\u00a0\u3000"


class Row(NamedTuple):
    """One printed line of a page: where its ink lies (left, bottom, right, top, in points), words, type size."""

    box: tuple[float, float, float, float]
    text: str
    size: float


def lines(raw: bytes, which: str) -> list[Line]:
    """Return the printed lines of a PDF; raises ReadingError for a damaged, locked, endless or textless one."""
    pages: list[list[Row]] = []
    for page in _pages(raw, which):
        pages.append(_merged(sorted(_rows(page), key=lambda row: (-row.box[1], row.box[0]))))
        if len(pages) > MOST_PAGES:
            raise ReadingError(f"more than {MOST_PAGES} pages", which=which, next_step="split it")
    if not any(pages):
        raise ReadingError(
            "no text in it, only images",
            which=which,
            next_step="recognise its text (OCR) first, or find a text version",
        )
    body = _body_size(pages)
    return [line for page in pages if page for line in _lines(page, body)]


def _body_size(pages: Sequence[Sequence[Row]]) -> float:
    """Return the type size that most characters have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page:
            sizes[row.size] += len(row.text)
    return max(sizes.most_common(1)[0][0], 1.0)


def _lines(page: Sequence[Row], body: float) -> Iterator[Line]:
    """Yield a page's lines from top to bottom; positions become columns of half the body's type size."""
    left = min(row.box[0] for row in page)
    leading = _leading(page)
    above: Row | None = None
    for row in page:
        yield Line(
            row.text,
            indent=(row.box[0] - left) / (body / 2),
            gap=max(round((above.box[1] - row.box[1]) / leading) - 1, 0) if above else 0,
            page=above is None,
            size=row.size,
            bold=row.size > body * _LARGER,
            measured=(row.box[2] - left) / (body / 2),
        )
        above = row


def _leading(page: Sequence[Row]) -> float:
    steps = sorted(above.box[1] - below.box[1] for above, below in pairwise(page))
    usual = [step for step in steps if step > 1]
    return usual[len(usual) // 2] if usual else 12.0


def _merged(rows: Sequence[Row]) -> list[Row]:
    """Return the rows, those put together that stand on one base line."""
    found: list[Row] = []
    for row in rows:
        before = found[-1] if found else None
        if before and abs(before.box[1] - row.box[1]) < row.size / 3 and row.box[0] > before.box[2] - 1:
            box = (before.box[0], before.box[1], row.box[2], before.box[3])
            found[-1] = Row(box, f"{before.text} {row.text}", before.size)
        else:
            found.append(row)
    return found


def _pages(raw: bytes, which: str) -> Iterator[Any]:
    FORMAT.require(which)
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams
    from pdfminer.psexceptions import PSException

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of each font, and nobody can mend them
    try:
        yield from extract_pages(io.BytesIO(raw), laparams=LAParams(boxes_flow=None))
    except (*_STUMBLES, PSException) as error:
        raise ReadingError(
            f"damaged or locked PDF ({type(error).__name__})", which=which, next_step="print it to PDF anew"
        ) from error


def _rows(page: Iterable[Any]) -> Iterator[Row]:
    from pdfminer.layout import LTChar, LTTextContainer, LTTextLine

    for block in page:
        for line in block if isinstance(block, LTTextContainer) else ():
            if isinstance(line, LTTextLine):
                inked = [item for item in line if isinstance(item, LTChar) and item.get_text().strip()]
                if inked:
                    size = Counter(round(item.size, 1) for item in inked).most_common(1)[0][0]
                    box = (inked[0].x0, line.y0, inked[-1].x1, line.y1)
                    yield Row(box, _text(list(line)).strip(_BLANK), size)


def radicals(raw: bytes, which: str) -> Counter[str]:
    """Return the radicals that a PDF names where it prints characters, and how often; lines() gives the characters."""
    from pdfminer.layout import LTTextContainer

    found: Counter[str] = Counter()
    for page in _pages(raw, which):
        for block in page:
            said = block.get_text() if isinstance(block, LTTextContainer) else ""
            found.update(radical for radical in RADICAL.findall(said) if unified(radical) != radical)
    return found


def _text(items: Sequence[Any]) -> str:
    """Return the words of a line; a gap is a space only between two characters that are not Chinese."""
    from pdfminer.layout import LTChar

    text = ""
    for item, following in zip(items, [*items[1:], None], strict=True):
        # a file states glyphs: where a font has one for a radical and a character, some writers name the radical
        said = unified(item.get_text())
        after = unified(following.get_text()[:1]) if following else ""
        if isinstance(item, LTChar) or (
            said == " " and text and after and not is_ideograph(text[-1]) and not is_ideograph(after)
        ):
            text += said
    return text


def _read(raw: bytes, which: str, title: str | None) -> tuple[dict[str, str], Outline]:
    within, around = browser_margins.margins(lines(raw, which))
    kept, dropped = stripping.strip(within)
    return {}, assemble(pieces(kept), around + dropped, title=title)


def _bare_text(raw: bytes, which: str) -> str:
    """Return all printed lines."""
    return "\n".join(line.text for line in lines(raw, which))


FORMAT = Format("PDF", (".pdf",), _read, _bare_text, needs="pdfminer.six")
