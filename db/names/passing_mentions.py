"""Where articles say a name in passing, which another article shows to be one.

Each article's own names are read out of it when it is saved. What is a name elsewhere is looked for once an
import is over, as that takes the names of the whole library: in the articles that are new, for all names, and
in the others for the names that are new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.initiatives.catalogue import changed
from db import numbers, rows
from db.names.extracted import catalogue

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from corpus.initiatives.spotting import Spotter
    from db.connection import Connections

TABLES = (
    """
    CREATE TABLE passing_mentions (
        section INTEGER NOT NULL REFERENCES sections (id),
        start INTEGER NOT NULL, stop INTEGER NOT NULL,
        key TEXT NOT NULL,             -- the folded name
        PRIMARY KEY (section, start)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX passing_mentions_of_key ON passing_mentions (key)",
    """
    CREATE TABLE passing_articles (    -- those that were looked through
        article TEXT PRIMARY KEY REFERENCES articles (id)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE passing_ways (        -- what was looked for
        way TEXT PRIMARY KEY,
        key TEXT NOT NULL
    ) WITHOUT ROWID
    """,
)
TRIES = 3  # others that import meanwhile scan by themselves when they are done
BATCH = 500  # sections in one transaction


def forget(connection: sqlite3.Connection, article: str) -> None:
    """Forget what was seen in an article whose text is about to change, inside the caller's transaction."""
    own = "section IN (SELECT id FROM sections WHERE article = ?)"
    connection.execute(f"DELETE FROM passing_mentions WHERE {own}", (article,))  # noqa: S608 - constants
    connection.execute("DELETE FROM passing_articles WHERE article = ?", (article,))


def scan_new_articles(connections: Connections) -> None:
    """Scan articles that are new, and what holds a name that is new; nothing is done where all is scanned."""
    for _ in range(TRIES):
        if _scan(connections):
            return


def _scan(connections: Connections) -> bool:
    """Scan once; False where others changed the library meanwhile."""
    with connections.reading() as connection:
        generation = numbers.get(connection, numbers.GENERATION)
        names = catalogue(connection)
        keys = names.keys
        sections = _sections(connection, keys)
    if not sections:
        return True
    from corpus.initiatives.spotting import Spotter  # a store that is only read does without

    spotter = Spotter(names.ways)
    for at in range(0, len(sections), BATCH):
        with connections.writing() as connection:
            if numbers.get(connection, numbers.GENERATION) != generation:
                return False
            _write(connection, spotter, sections[at : at + BATCH])
    with connections.writing() as connection:
        if numbers.get(connection, numbers.GENERATION) != generation:
            return False
        _remember(connection, keys)
        numbers.bump(connection)
    return True


def _sections(connection: sqlite3.Connection, keys: Mapping[str, str]) -> list[int]:
    """Return the sections to scan: of new articles, and with a name that came, went or moved."""
    sql = (
        "SELECT sections.id FROM sections LEFT JOIN passing_articles USING (article) "
        "WHERE sections.removed_at IS NULL AND passing_articles.article IS NULL"
    )
    found = {number for (number,) in connection.execute(sql)}
    came, went = changed(dict(connection.execute("SELECT way, key FROM passing_ways")), keys)
    sql = "SELECT DISTINCT section FROM passing_mentions WHERE key = ?"
    found.update(number for key in went for (number,) in connection.execute(sql, (key,)))
    if came:
        from corpus.initiatives.scanning import containing  # as above

        rest = (
            row for row in connection.execute("SELECT id, skeleton FROM section_terms") if row[0] not in found
        )
        found |= set(containing(came, rest))
    return sorted(found)


def _write(connection: sqlite3.Connection, spotter: Spotter, sections: Sequence[int]) -> None:
    """Replace the mentions in these sections."""
    from corpus.initiatives.scanning import passing_mentions  # as above

    marks = rows.marks(sections)
    connection.execute(f"DELETE FROM passing_mentions WHERE section IN ({marks})", sections)  # noqa: S608 - marks only
    sql = f"SELECT id, text FROM sections WHERE id IN ({marks})"  # noqa: S608 - marks only
    found = list(passing_mentions(connection.execute(sql, sections), spotter))
    connection.executemany("INSERT OR IGNORE INTO passing_mentions VALUES (?, ?, ?, ?)", found)


def _remember(connection: sqlite3.Connection, keys: Mapping[str, str]) -> None:
    """Write down what was scanned, and for what."""
    connection.execute("DELETE FROM passing_ways")
    connection.executemany("INSERT INTO passing_ways VALUES (?, ?)", keys.items())
    connection.execute(
        "INSERT OR IGNORE INTO passing_articles SELECT id FROM articles WHERE removed_at IS NULL"
    )
