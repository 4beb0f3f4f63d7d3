"""The columns of a page: one below the other as they are read, with what runs across them in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.formats.pdf_rows import Row

_LEAST_ROWS = 4
"""Lines of a column at least."""
_LEAST_LETTERS = 8
"""Letters that a usual line of a column has at least: cells of a table have fewer."""
_FILLED = 0.7
"""Share of a column's width that half of its lines have at least; the cells of a table differ more."""
_GUTTER = 0.6
"""Width of a gutter at least, in the height of the type."""
_ACROSS = 0.1
"""Share of the lines that may run across a gutter: heads and their like."""
_HEADS = 2
"""Lines across it that even a short page may have."""


def bands(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows of a page, from top to bottom, as columns in reading order; one list where there are none.

    A row that runs across a gutter ends the columns above it and is a list of its own with others like it.
    """
    gutters = _gutters(rows)
    if not gutters:
        return [list(rows)] if rows else []
    found: list[list[Row]] = []
    columns: list[list[Row]] = [[] for _ in range(len(gutters) + 1)]
    for row in rows:
        if any(row.box[0] < gutter < row.box[2] for gutter in gutters):
            if any(columns):
                found += [column for column in columns if column]
                columns = [[] for _ in columns]
                found.append([])
            elif not found:
                found.append([])
            found[-1].append(row)
        else:
            columns[sum(row.box[0] >= gutter for gutter in gutters)].append(row)
    return [band for band in [*found, *columns] if band]


def _gutters(rows: Sequence[Row]) -> list[float]:
    """Return the middles of the gutters between the columns of a page."""
    if len(rows) < 2 * _LEAST_ROWS:
        return []
    left, right = min(row.box[0] for row in rows), max(row.box[2] for row in rows)
    size = sorted(row.size for row in rows)[len(rows) // 2]
    covered = [0] * (int(right - left) + 2)
    for row in rows:
        for at in range(int(row.box[0] - left), int(row.box[2] - left) + 1):
            covered[at] += 1
    most = max(_ACROSS * len(rows), _HEADS)
    found: list[float] = []
    start: int | None = None
    for at, count in enumerate(covered):
        if count <= most:
            start = at if start is None else start
        elif start is not None:
            if start > 0 and at - start >= _GUTTER * size:
                found.append(left + (start + at) / 2)
            start = None
    return found if found and _are_columns(rows, found) else []


def _are_columns(rows: Sequence[Row], gutters: Sequence[float]) -> bool:
    """Return whether what lies between the gutters is running text, line beside line, and no table."""
    inside = [row for row in rows if not any(row.box[0] < gutter < row.box[2] for gutter in gutters)]
    columns: list[list[Row]] = [[] for _ in range(len(gutters) + 1)]
    for row in inside:
        columns[sum(row.box[0] >= gutter for gutter in gutters)].append(row)
    if any(len(column) < _LEAST_ROWS for column in columns[:-1]) or not columns[-1]:
        return False
    whole = [column for column in columns if len(column) >= _LEAST_ROWS]
    return len(whole) > 1 and all(map(_is_text, whole))


def _is_text(column: Sequence[Row]) -> bool:
    wide = max(row.box[2] for row in column) - min(row.box[0] for row in column)
    half = sorted(row.box[2] - row.box[0] for row in column)[len(column) // 2]
    letters = sorted(len(row.text) for row in column)[len(column) // 2]
    return half >= _FILLED * wide and letters >= _LEAST_LETTERS
