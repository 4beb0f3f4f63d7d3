"""Builds the index anew from the sections: when the making of terms has changed, or when it is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.search.index_terms import TERMS_VERSION, for_index
from db import numbers, rows
from db.searching import index

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from corpus.search.index_terms import IndexTerms

PAGES = 1_000  # of the index, merged in one step

# the index's own tables, readers first; what FTS5 keeps beneath them goes with them
TABLES = """
    SELECT name FROM sqlite_master
    WHERE type = 'table' AND name GLOB 'section_*' AND name NOT GLOB 'section_index_*' ORDER BY name DESC
"""


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the index was made by the code that now reads it."""
    return numbers.get(connection, numbers.TERMS) == TERMS_VERSION


def rebuild(connection: sqlite3.Connection) -> None:
    """Make every row of the index again, inside the caller's transaction. It takes as long as an import."""
    for (table,) in connection.execute(TABLES).fetchall():
        connection.execute(f"DROP TABLE {table}")
    index.create(connection)
    index.add(connection, _entries(connection))
    more = index.merge(connection, -PAGES)
    while more:
        more = index.merge(connection, PAGES)
    numbers.put(connection, numbers.TERMS, TERMS_VERSION)
    numbers.bump(connection)


def _entries(connection: sqlite3.Connection) -> Iterator[tuple[int, str, IndexTerms]]:
    """Make the terms of every section that stands, one at a time."""
    found = connection.execute(
        f"SELECT {rows.SECTION}, sections.id, title FROM sections "  # noqa: S608 - constants
        "JOIN articles ON articles.id = article WHERE sections.removed_at IS NULL ORDER BY sections.id"
    )
    for row in found:
        section = rows.section_of(row)
        yield row[-2], section.article, for_index(section, row[-1])
