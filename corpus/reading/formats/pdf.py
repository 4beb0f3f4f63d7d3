"""PDF with a text layer as printed lines; type size, indent and the space between lines are its cues."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.radicals import RADICAL, unified
from corpus.reading.formats import pdf_columns, pdf_rows
from corpus.reading.formats.format import Format
from corpus.reading.formats.pdf_pages import Page, pages
from corpus.reading.furniture import browser_margins, page_notes, stripping
from corpus.reading.layout.lines import Line
from corpus.reading.structure.classifying import assemble
from corpus.reading.structure.outlines import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.reading.formats.pdf_rows import Row
    from corpus.vocabulary import Outline

MOST_PAGES = 3_000
_LARGER = 1.08
"""How much larger than the body's type a heading's is at least."""
_MOST_UNMAPPED = 0.2
"""Share of glyphs without a character from which nothing of a file can be read."""
_INNER = 6
"""Rows of a page from which the first and the last are looked at apart: they may be a head and a foot."""
_LACKING = 6
"""Columns by which a page's text may begin further right for want of a line that begins at the margin."""


@dataclass
class Printed:
    """What a PDF prints: its lines, what was left out of them, and what could not be read, in words."""

    lines: list[Line] = field(default_factory=list)
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def lines(raw: bytes, which: str) -> list[Line]:
    """Return the printed lines of a PDF; raises ReadingError for a damaged, locked, endless or textless one."""
    return printed(raw, which).lines


def printed(raw: bytes, which: str) -> Printed:
    """Return what a PDF prints; raises ReadingError for a damaged, locked, endless or textless one."""
    FORMAT.require(which)
    read: list[Page] = []
    rows: list[list[Row]] = []
    for page in pages(raw, which):
        rows.append(pdf_rows.rows(page))
        page.layout = None
        read.append(page)
        if len(read) > MOST_PAGES:
            raise ReadingError(f"more than {MOST_PAGES} pages", which=which, next_step="split it")
    _check(read, rows, which)
    body = pdf_rows.body_size(rows)
    rows, marks = pdf_rows.without_watermarks(rows, body)
    turned = [words for page in read for words in page.slanted]
    return Printed(_set(rows, body), (*turned, *marks), tuple(_remarks(read, rows)))


def _check(read: Sequence[Page], rows: Sequence[Sequence[Row]], which: str) -> None:
    """Raise ReadingError where no page has text, or the fonts do not tell what their glyphs are."""
    if not any(rows):
        raise ReadingError(
            "no text in it, only images",
            which=which,
            next_step="recognise its text (OCR) first, or find a text version",
        )
    if sum(page.unmapped for page in read) > _MOST_UNMAPPED * sum(page.glyphs for page in read):
        raise ReadingError(
            "its fonts do not say which characters their glyphs are",
            which=which,
            next_step="print it to PDF anew, or recognise its text (OCR)",
        )


def _remarks(read: Sequence[Page], rows: Sequence[Sequence[Row]]) -> Iterator[str]:
    """Yield what of the pages is not in the text, with their numbers."""
    numbered = list(enumerate(zip(read, rows, strict=True), start=1))
    bare = [number for number, (page, found) in numbered if page.pictures and not found]
    if bare:
        yield f"{_named(bare)} of {len(read)}: no text in it, only images (OCR is needed)"
    unmapped = [number for number, (page, _) in numbered if page.unmapped]
    if unmapped:
        count = sum(page.unmapped for page in read)
        yield f"{_named(unmapped)}: {count} glyphs whose characters the font does not tell, read as (cid:…)"
    turned = [number for number, (page, _) in numbered if page.slanted]
    if turned:
        yield f"{_named(turned)}: turned text left out"


def _named(numbers: Sequence[int]) -> str:
    """Return page numbers in words: page 3, pages 2–4, 7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"{'pages' if len(numbers) > 1 else 'page'} {said}"


def _set(rows: Sequence[Sequence[Row]], body: float) -> list[Line]:
    """Return the lines of all pages in reading order."""
    split = [pdf_columns.bands(page) for page in rows]
    lefts = [_left(pdf_rows.merged(page)) for page in rows if page]
    usual = sorted(lefts)[len(lefts) // 2]
    found: list[Line] = []
    for bands in split:
        first = len(found)
        columns = [band for band in bands if len(band) > 1]
        wide = min((_right(band) - _left(band) for band in columns), default=0.0) if len(bands) > 1 else 0.0
        for band in bands:
            made = pdf_rows.merged(band)
            left = _left(made)
            if len(bands) == 1 and usual < left <= usual + _LACKING * body / 2:
                left = usual
            found += _lines(made, body, left, wide)
        if len(found) > first:
            found[first] = replace(found[first], page=True)
    return found


def _left(rows: Sequence[Row]) -> float:
    """Return where the text of a page begins; a head or foot may begin further left."""
    inner = rows[1:-1] if len(rows) >= _INNER else rows
    return min(row.box[0] for row in inner)


def _right(rows: Sequence[Row]) -> float:
    return max(row.box[2] for row in rows)


def _lines(page: Sequence[Row], body: float, left: float, wide: float) -> Iterator[Line]:
    """Yield the lines of a column from top to bottom; positions become columns of half the body's type size.

    `wide` is the width of the page's columns, 0 where it has one: what runs across them is set in one of them.
    """
    leading = _leading(page)
    above: Row | None = None
    for row in page:
        begins, ends = max(row.box[0] - left, 0.0), row.box[2] - left
        if wide and ends > wide:
            begins, ends = max((wide - (row.box[2] - row.box[0])) / 2, 0.0), wide
        yield Line(
            row.text,
            indent=begins / (body / 2),
            gap=max(round((above.box[1] - row.box[1]) / leading) - 1, 0) if above else 0,
            size=row.size,
            bold=row.size > body * _LARGER,
            measured=ends / (body / 2),
        )
        above = row


def _leading(page: Sequence[Row]) -> float:
    steps = sorted(above.box[1] - below.box[1] for above, below in pairwise(page))
    usual = [step for step in steps if step > 1]
    return usual[len(usual) // 2] if usual else 12.0


def radicals(raw: bytes, which: str) -> Counter[str]:
    """Return the radicals that a PDF names where it prints characters, and how often; lines() gives the characters."""
    from pdfminer.layout import LTTextContainer

    FORMAT.require(which)
    found: Counter[str] = Counter()
    for page in pages(raw, which):
        for block in page.layout:
            said = block.get_text() if isinstance(block, LTTextContainer) else ""
            found.update(radical for radical in RADICAL.findall(said) if unified(radical) != radical)
    return found


def _read(raw: bytes, which: str, title: str | None) -> tuple[dict[str, str], Outline]:
    seen = printed(raw, which)
    within, around = browser_margins.margins(seen.lines)
    kept, dropped = stripping.strip(within)
    outline = assemble(pieces(page_notes.behind(kept)), around + dropped + seen.left_out, title=title)
    return {}, replace(outline, remarks=seen.remarks)


def _bare_text(raw: bytes, which: str) -> str:
    """Return all printed lines, notes behind the paragraph that they interrupt."""
    seen = printed(raw, which)
    within, around = browser_margins.margins(seen.lines)
    kept, dropped = stripping.strip(within)
    return "\n".join([*(line.text for line in page_notes.behind(kept)), *around, *dropped, *seen.left_out])


FORMAT = Format("PDF", (".pdf",), _read, _bare_text, needs="pdfminer.six")
