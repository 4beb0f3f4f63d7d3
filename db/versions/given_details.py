"""What a curator gave for an article (--title, --status …): it stays until it is given anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.versions.details import with_given

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from corpus.preparing import Prepared

TABLES = (
    """
    CREATE TABLE given (
        article TEXT NOT NULL,
        field TEXT NOT NULL,           -- title, author, source, published, status, url
        value TEXT NOT NULL,
        PRIMARY KEY (article, field)
    ) WITHOUT ROWID
    """,
)


def of(connection: sqlite3.Connection, article: str) -> dict[str, str]:
    """Return what was given for an article."""
    return dict(connection.execute("SELECT field, value FROM given WHERE article = ?", (article,)).fetchall())


def put(connection: sqlite3.Connection, article: str, given: Mapping[str, str]) -> None:
    """Keep what was given with a document; an empty value takes back what was given before."""
    connection.executemany(
        "DELETE FROM given WHERE article = ? AND field = ?", [(article, field) for field in given]
    )
    rows = [(article, field, value) for field, value in given.items() if value]
    connection.executemany("INSERT INTO given (article, field, value) VALUES (?, ?, ?)", rows)


def completed(connection: sqlite3.Connection, prepared: Prepared) -> Prepared:
    """Return a document with the details that were given before for its article."""
    document = prepared.document
    article = with_given(document, of(connection, document.article.id))
    if article == document.article:
        return prepared
    from corpus.preparing import retold  # a library is opened without the dictionary

    return retold(prepared, article)
