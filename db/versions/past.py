"""Versions that come back out of an export: each with its own number and date, and known where the store has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.versions.codes import normal
from corpus.vocabulary import Past
from db import rows
from db.versions import layouts

if TYPE_CHECKING:
    import sqlite3

    from corpus.versions.planning import StoredArticle
    from corpus.vocabulary import Document


def told(stored: StoredArticle, document: Document, now: str) -> Past:
    """Return what is kept of a new version: what its export told, where that follows on what is stored."""
    past = document.past
    if past and past.version > stored.version:
        return past
    return Past(stored.version + 1, now, document.digest)


def is_held(connection: sqlite3.Connection, stored: StoredArticle, document: Document) -> bool:
    """Whether the store holds the very version that an export gave back.

    An article that was removed since is not held: whoever imports it wants it back.
    """
    past = document.past
    if past is None or past.version > stored.version:
        return False
    if past.version == stored.version and stored.removed_at and not past.removed_at:
        return False
    row = connection.execute(
        "SELECT added_at, digest, details, text, layout FROM versions WHERE article = ? AND number = ?",
        (document.article.id, past.version),
    ).fetchone()
    if row is None or row[:3] != (past.added_at, past.digest, rows.details_of(document.article)):
        return False
    text = layouts.inflate(row[3])
    codes = tuple(one.code for one in layouts.unpack(row[4], document.article.id, text).sections)
    return text == document.text and codes == tuple(map(normal, document.codes))
