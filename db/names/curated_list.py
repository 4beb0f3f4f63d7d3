"""The curator's list and the places where the library names what it adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import numbers

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from corpus.initiatives.curated import Curated

TABLES = (
    """
    CREATE TABLE curated (             -- one row at most: the list as the curator wrote it
        text TEXT NOT NULL,
        set_at TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE curated_mentions (    -- where sections name what the list holds
        name TEXT NOT NULL,            -- as the list writes it
        section INTEGER NOT NULL REFERENCES sections (id),
        start INTEGER NOT NULL, stop INTEGER NOT NULL,
        PRIMARY KEY (name, section, start)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX curated_mentions_in_section ON curated_mentions (section)",
)


def read(connection: sqlite3.Connection) -> Curated | None:
    """Return the curator's list that the store keeps; None where none was ever set."""
    row = connection.execute("SELECT text FROM curated").fetchone()
    if row is None:
        return None
    from corpus.initiatives.curated import load  # a store without a list does without its reader

    return load(row[0])


def put(connection: sqlite3.Connection, text: str, now: str) -> None:
    """Replace the list and scan the whole library for its names; ReadingError where it is faulty."""
    from corpus.initiatives.curated import load  # a library without a list does without its reader

    load(text)
    connection.execute("DELETE FROM curated")
    connection.execute("INSERT INTO curated VALUES (?, ?)", (text, now))
    connection.execute("DELETE FROM curated_mentions")
    _scan(connection, connection.execute("SELECT id, text FROM sections WHERE removed_at IS NULL"))
    numbers.bump(connection)


def rescan_article(connection: sqlite3.Connection, article: str) -> None:
    """Find the list's names anew in the sections of one article, as they are now."""
    connection.execute(
        "DELETE FROM curated_mentions WHERE section IN (SELECT id FROM sections WHERE article = ?)",
        (article,),
    )
    sql = "SELECT id, text FROM sections WHERE article = ? AND removed_at IS NULL"
    _scan(connection, connection.execute(sql, (article,)))


def _scan(connection: sqlite3.Connection, sections: Iterable[tuple[int, str]]) -> None:
    curated = read(connection)
    if not curated or not curated.ways:
        return
    # only a library with a list of its own pays for the matcher
    from corpus.initiatives.scanning import curated_mentions

    found = curated_mentions(sections, curated)
    connection.executemany("INSERT INTO curated_mentions VALUES (?, ?, ?, ?)", found)
