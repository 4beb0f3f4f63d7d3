"""Reads what the store holds of an article, as planning a new version takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.versions.planning import StoredArticle, StoredSection
from db import rows

if TYPE_CHECKING:
    import sqlite3


def stored_article(connection: sqlite3.Connection, article: str) -> StoredArticle:
    """Read what the store holds of an article."""
    row = connection.execute(
        f"SELECT {rows.ARTICLE}, version, removed_at FROM articles WHERE id = ?",  # noqa: S608 - constants
        (article,),
    ).fetchone()
    if row is None:
        return StoredArticle()
    version, gone = row[-2:]
    found = connection.execute(
        f"SELECT {rows.SECTION}, id, removed_at FROM sections WHERE article = ? ORDER BY number, id",  # noqa: S608 - constants
        (article,),
    )
    sections = tuple(
        StoredSection(one[-2], rows.section_of(one), one[-1], is_current=one[-1] == gone) for one in found
    )
    return StoredArticle(version, rows.article_of(row), gone, sections)
