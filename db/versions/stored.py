"""Reads what the store holds of an article, and plans its new version on that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from corpus.versions.code_assignment import trusted
from corpus.versions.planning import Plan, StoredArticle, StoredSection, plan
from db import rows
from db.versions.given_codes import in_others

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from corpus.vocabulary import Document, Section


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


def make_plan(
    connection: sqlite3.Connection, stored: StoredArticle, document: Document, sections: Sequence[Section]
) -> Plan:
    """Plan a document's version, by the codes that came with it as far as they can be believed."""
    given = trusted(document.codes, partial(in_others, connection, document.article.id))
    return plan(stored, sections, given)
