"""Tables of a Word file: a row of data is one paragraph, its cells in order; a table that lays out a page is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.reading.formats.docx_styles import W

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_MOST = 8
"""Paragraphs of a cell of data at most; a cell with more holds a part of a page."""
_ROWS = (f"{W}tr", f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins")


def rows(table: _Element) -> Iterator[_Element]:
    """Yield the rows of a table that are not deleted, nested tables left aside."""
    for node in table:
        if node.tag == f"{W}tr":
            if node.find(f"{W}trPr/{W}del") is None:
                yield node
        elif node.tag in _ROWS:
            yield from rows(node)


def cells(row: _Element) -> list[_Element]:
    """Return the cells of a row, those in content controls too."""
    found: list[_Element] = []
    for node in row:
        if node.tag == f"{W}tc":
            found.append(node)
        elif node.tag in _ROWS:
            found += cells(node)
    return found


def is_data(table: _Element) -> bool:
    """Return whether a table holds data: a row with words in two cells, and no cell that holds a part of a page."""
    several = False
    for row in rows(table):
        filled = [count for cell in cells(row) if (count := _paragraphs(cell))]
        if max(filled, default=0) > _MOST:
            return False
        several = several or len(filled) > 1
    return several


def _paragraphs(cell: _Element) -> int:
    """Return how many paragraphs of a cell have words or a number of their own."""
    return sum(
        next(one.iter(f"{W}t", f"{W}sym"), None) is not None or one.find(f"{W}pPr/{W}numPr") is not None
        for one in cell.iter(f"{W}p")
    )
