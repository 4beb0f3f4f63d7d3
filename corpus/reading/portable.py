"""PDF with a text layer as printed lines; type size, indent and the space between lines are its cues."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corpus.errors import ReadingError
from corpus.reading.columns import is_han
from corpus.reading.lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_PAGES = 3_000
_LARGER = 1.08
"""How much larger than the body's type a heading's is at least."""


def lines(raw: bytes, which: str) -> list[Line]:
    """Return the printed lines of a PDF; raises ReadingError for a damaged, locked, endless or textless one."""
    found: list[Line] = []
    for number, page in enumerate(_pages(raw, which), start=1):
        if number > MOST_PAGES:
            raise ReadingError(f"more than {MOST_PAGES} pages", which=which, next_step="split it")
        found += _page(page)
    if not found:
        raise ReadingError(
            "no text in it, only images", which=which, next_step="recognise its text (OCR) first, or find a text version"
        )
    return found


def emphasised(found: Sequence[Line]) -> list[Line]:
    """Mark the lines that are set larger than the body as bold."""
    body = body_size(found)
    return [replace(line, bold=True) if line.size > body * _LARGER else line for line in found]


def body_size(found: Sequence[Line]) -> float:
    """Return the type size that most characters have."""
    sizes: Counter[float] = Counter()
    for line in found:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0]


def _pages(raw: bytes, which: str) -> Iterator[Any]:
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LAParams
        from pdfminer.pdfexceptions import PDFException
        from pdfminer.psexceptions import PSException
    except ImportError as error:
        raise ReadingError(
            "PDF needs pdfminer.six, which is not installed", which=which, next_step="pip install 'policy-bot[docs]'"
        ) from error
    try:
        yield from extract_pages(io.BytesIO(raw), laparams=LAParams(boxes_flow=None))
    except (PDFException, PSException, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, OverflowError, AssertionError) as error:  # fmt: skip  # noqa: E501 - what pdfminer raises on damaged files
        raise ReadingError(
            f"damaged or locked PDF ({type(error).__name__})", which=which, next_step="print it to PDF anew"
        ) from error


def _page(page: Any) -> list[Line]:
    """Turn one page into lines from top to bottom; positions become columns of half the body's type size."""
    rows = sorted(_rows(page), key=lambda row: (-row[0][1], row[0][0]))
    merged = _merged(rows)
    if not merged:
        return []
    left = min(box[0] for box, *_ in merged)
    leading = _leading([box for box, *_ in merged])
    made, bottom = [], None
    for box, text, size in merged:
        gap = 0 if bottom is None else max(round((bottom - box[1]) / leading) - 1, 0)
        column = size / 2 or 1
        made.append(Line(text, (box[0] - left) / column, gap, bottom is None, size, False, (box[2] - left) / column))  # noqa: FBT003 - positional in a row of seven
        bottom = box[1]
    return made


Box = tuple[float, float, float, float]
Row = tuple[Box, str, float]


def _rows(page: Any) -> Iterator[Row]:
    from pdfminer.layout import LTChar, LTTextContainer, LTTextLine

    for block in page:
        if isinstance(block, LTTextContainer):
            for line in block:
                if isinstance(line, LTTextLine):
                    characters = [item for item in line if isinstance(item, LTChar)]
                    text = _text(list(line)).strip(" \t\u00a0\u3000")
                    if text and characters:
                        inked = [item for item in characters if item.get_text().strip()]
                        box = (inked[0].x0, line.y0, inked[-1].x1, line.y1)
                        yield box, text, round(Counter(round(item.size, 1) for item in inked).most_common(1)[0][0], 1)


def _text(items: Sequence[Any]) -> str:
    """Return the words of a line; a gap is a space only between characters that are not Chinese."""
    from pdfminer.layout import LTChar

    text = ""
    for place, item in enumerate(items):
        said = item.get_text()
        if isinstance(item, LTChar):
            text += said
        elif said == " " and text and place + 1 < len(items) and not is_han(text[-1]) and not is_han(items[place + 1].get_text()[:1] or "一"):
            text += said
    return text


def _merged(rows: Sequence[Row]) -> list[Row]:
    """Put together what stands on one base line."""
    found: list[Row] = []
    for box, text, size in rows:
        if found and abs(found[-1][0][1] - box[1]) < size / 3 and box[0] > found[-1][0][2] - 1:
            before = found[-1]
            found[-1] = ((before[0][0], before[0][1], box[2], box[3]), f"{before[1]} {text}", before[2])
        else:
            found.append((box, text, size))
    return found


def _leading(boxes: Sequence[Box]) -> float:
    steps = sorted(round(above[1] - below[1], 1) for above, below in zip(boxes, boxes[1:], strict=False))
    usual = [step for step in steps if step > 1]
    return usual[len(usual) // 2] if usual else 12.0
