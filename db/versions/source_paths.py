"""Where files lie and how they were read: by that a file is known again, before a word of it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import rows
from db.versions.saved import Saved

if TYPE_CHECKING:
    import sqlite3

    from corpus.vocabulary import Document
    from db.connection import Connections

TABLES = (
    """
    CREATE TABLE places (
        place BLOB PRIMARY KEY,        -- the path of a file, as the system writes it
        article TEXT NOT NULL,         -- the one that is read from there
        digest TEXT NOT NULL,          -- of the bytes that were last read from there
        read_as TEXT NOT NULL          -- by which program and with which options
    ) WITHOUT ROWID
    """,
    "CREATE INDEX places_of_article ON places (article)",
    "ALTER TABLE sources ADD COLUMN read_as TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX sources_of_digest ON sources (digest)",
)
FOUND = f"SELECT {rows.ARTICLE}, articles.version, sections FROM"


class SourcePaths:
    """The paths of imported files: each belongs to one article, which may have several."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def article(self, path: bytes) -> str | None:
        """Return the id of the article that was last read from a path."""
        sql = "SELECT article FROM places WHERE place = ?"
        row = self._connections.get().execute(sql, (path,)).fetchone()
        return str(row[0]) if row else None

    def of(self, article: str) -> tuple[bytes, ...]:
        """Return the paths that an article was read from, in order."""
        sql = "SELECT place FROM places WHERE article = ? ORDER BY place"
        return tuple(path for (path,) in self._connections.get().execute(sql, (article,)))

    def unchanged(self, digest: str, read_as: str) -> Saved | None:
        """Return what becomes of bytes that, read just so, gave what an article now says: nothing."""
        return self._saved(
            f"{FOUND} sources JOIN articles ON articles.id = article AND articles.version = sources.version "
            "WHERE digest = ? AND read_as = ? AND articles.removed_at IS NULL",
            digest,
            read_as,
        )

    def unchanged_at(self, path: bytes, digest: str, read_as: str) -> Saved | None:
        """Return what becomes of the bytes that were last read from this very path: nothing.

        Another program version reads them anew, unless the article has since been updated from another path:
        then they are an old version of it.
        """
        sql = (
            f"{FOUND} places JOIN articles ON articles.id = article "  # noqa: S608 - constants
            "WHERE place = ?1 AND digest = ?2 AND articles.removed_at IS NULL AND (read_as = ?3 OR NOT EXISTS "
            "(SELECT 1 FROM sources WHERE article = articles.id AND version = articles.version AND digest = ?2))"
        )
        return self._saved(sql, path, digest, read_as)

    def _saved(self, sql: str, *values: object) -> Saved | None:
        row = self._connections.get().execute(sql, values).fetchone()
        if row is None:
            return None
        version, sections = row[-2:]
        return Saved(rows.article_of(row), "unchanged", version, sections, kept=sections)


def put(connection: sqlite3.Connection, document: Document) -> None:
    """Write down the path that a document was read from, if the file is this one document."""
    if document.source_path is None:
        return
    connection.execute("DELETE FROM places WHERE place = ?", (document.source_path,))
    connection.execute(
        "INSERT INTO places (place, article, digest, read_as) VALUES (?, ?, ?, ?)",
        (document.source_path, document.article.id, document.digest, document.read_as),
    )
