"""The printed lines of a PDF page: words, place and type size, without what is laid under them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.radicals import unified
from corpus.reading.formats.pdf_pages import is_pale
from corpus.reading.layout.columns import is_ideograph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.reading.formats.pdf_pages import Page

_BLANK = " \t\u00a0\u3000"
_LARGE = 1.3
"""How much larger than the body's type that of a watermark is at least, where only its ink shows what it is."""


class Row(NamedTuple):
    """One printed line of a page: where its ink lies (left, bottom, right, top, in points), words, type size.

    `pale` says that it is printed in light ink.
    """

    box: tuple[float, float, float, float]
    text: str
    size: float
    pale: bool = False


def rows(page: Page) -> list[Row]:
    """Return the lines of a page from top to bottom, what was filled into its form among them."""
    found = sorted(_lines(page), key=lambda row: (-row.box[1], row.box[0]))
    for one in page.fields:
        middle = (one.box[1] + one.box[3]) / 2
        beside = next((row for row in found if row.box[1] <= middle <= row.box[3]), None)
        size = beside.size if beside else min(one.box[3] - one.box[1], 12.0)
        low, high = (beside.box[1], beside.box[3]) if beside else (one.box[1], one.box[3])
        found.append(Row((one.box[0], low, one.box[2], high), one.text, size))
    return sorted(found, key=lambda row: (-row.box[1], row.box[0]))


def _lines(page: Page) -> Iterator[Row]:
    from pdfminer.layout import LTChar, LTTextContainer, LTTextLine

    for block in page.layout:
        for line in block if isinstance(block, LTTextContainer) else ():
            if isinstance(line, LTTextLine):
                inked = [item for item in line if isinstance(item, LTChar) and item.get_text().strip()]
                if inked:
                    size = Counter(round(item.size, 1) for item in inked).most_common(1)[0][0]
                    box = (inked[0].x0, line.y0, inked[-1].x1, line.y1)
                    yield Row(box, _text(list(line)).strip(_BLANK), size, all(map(is_pale, inked)))


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


def merged(found: Sequence[Row]) -> list[Row]:
    """Return the rows, those put together that stand on one base line."""
    made: list[Row] = []
    for row in found:
        before = made[-1] if made else None
        if before and abs(before.box[1] - row.box[1]) < row.size / 3 and row.box[0] > before.box[2] - 1:
            box = (before.box[0], before.box[1], row.box[2], before.box[3])
            made[-1] = Row(box, f"{before.text} {row.text}", before.size, before.pale and row.pale)
        else:
            made.append(row)
    return made


def without_watermarks(pages: Sequence[list[Row]], body: float) -> tuple[list[list[Row]], list[str]]:
    """Return the rows of each page without watermarks, and these: pale words that come again, or are large."""
    times = Counter(row.text for page in pages for row in page if row.pale)
    if sum(row.pale for page in pages for row in page) * 2 > sum(map(len, pages)):
        return list(pages), []  # a document in light ink

    def is_mark(row: Row) -> bool:
        return row.pale and (times[row.text] > 1 or row.size > _LARGE * body)

    marks = [row.text for page in pages for row in page if is_mark(row)]
    return [[row for row in page if not is_mark(row)] for page in pages], marks


def body_size(pages: Sequence[Sequence[Row]]) -> float:
    """Return the type size that most characters have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page:
            sizes[row.size] += len(row.text)
    return max(sizes.most_common(1)[0][0], 1.0) if sizes else 1.0
