"""PDF with a text layer as printed lines; type size, indent and the space between lines are its cues."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.errors import ReadingError
from corpus.radicals import RADICAL, unified
from corpus.reading.formats.format import Format
from corpus.reading.furniture import browser_margins, stripping
from corpus.reading.layout.columns import is_han
from corpus.reading.layout.lines import Line
from corpus.reading.structure.classifying import assemble
from corpus.reading.structure.outlines import pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corpus.vocabulary import Outline

MOST_PAGES = 3_000
MOST_REFERENCES = 300_000
"""References between a file's objects, which the parser follows one by one; a page has some ten."""
LARGEST_STREAMS = 60_000_000
LARGEST_PAGE = 8_000_000
"""Bytes of one unpacked stream other than a font; a full page of text takes a hundredth of it."""
_FONT = re.compile(rb"/Length1\b|/(?:CIDFontType0C|Type1C|OpenType)\b")
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 2_000
"""Bytes before a stream that are searched for its dictionary."""
_LARGEST_PACKED = {b"/LZWDecode": 200_000, b"/RunLengthDecode": 1_000_000}
"""Bytes of one stream in an old compression, which may unpack to a thousand and sixty-four times as many."""
_NESTED = re.compile(rb"(?:\[\s*){200}|(?:<<\s*/\w{0,40}\s*){200}")
"""Arrays and dictionaries nested as no writer nests them: the parser takes minutes over them."""
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
    _check(raw, which)
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


def _check(raw: bytes, which: str) -> None:
    """Refuse a file whose compressed streams, images left out, unpack to more than any document holds."""
    if _NESTED.search(raw):
        raise ReadingError("nested too deep", which=which, next_step="print it to PDF anew")
    if raw.count(b" R", 0, LARGEST_STREAMS) > MOST_REFERENCES:
        raise ReadingError("more pages or objects than any document", which=which, next_step="split it")
    unpacked = 0
    for stream in _STREAM.finditer(raw):
        told = raw[max(stream.start() - _DICTIONARY, 0) : stream.start()].rpartition(b" obj")[2]
        if re.search(rb"/Image\b", told):
            continue
        unpacked += _unpacked(raw, stream.end(), told)
        if unpacked >= LARGEST_STREAMS:
            raise ReadingError(
                f"unpacks to more than {LARGEST_STREAMS // 1_000_000} MB",
                which=which,
                next_step="print it to PDF anew",
            )


def _unpacked(raw: bytes, start: int, told: bytes) -> int:
    """Return how many bytes the stream that starts there comes to, LARGEST_STREAMS where it may be more."""
    packed = sum(told.count(name) for name in (b"/FlateDecode", b"/Fl ", *_LARGEST_PACKED))
    if packed > 1:
        return LARGEST_STREAMS
    for name, largest in _LARGEST_PACKED.items():
        if name in told and raw.find(b"endstream", start, start + largest) < 0:
            return LARGEST_STREAMS
    if b"/FlateDecode" not in told:
        return 0
    try:
        size = len(zlib.decompressobj().decompress(raw[start:], LARGEST_STREAMS))
    except zlib.error:
        return 0  # the reader itself says what is damaged
    return size if size < LARGEST_PAGE or _FONT.search(told) else LARGEST_STREAMS


def _body_size(pages: Sequence[Sequence[Row]]) -> float:
    """Return the type size that most characters have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page:
            sizes[row.size] += len(row.text)
    return max(sizes.most_common(1)[0][0], 1.0)


def _lines(page: Sequence[Row], body: float) -> Iterator[Line]:
    """Turn one page into lines from top to bottom; positions become columns of half the body's type size."""
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
    """Put together what stands on one base line."""
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
    """Count the radicals that a PDF names where it prints characters; lines() gives the characters."""
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
            said == " " and text and after and not is_han(text[-1]) and not is_han(after)
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
