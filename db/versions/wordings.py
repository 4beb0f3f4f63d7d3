"""Every wording that the store holds, for checking quotations: the texts that stand, and those of earlier versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.checking.wordings import ArticleWording
from db import rows
from db.versions import layouts

if TYPE_CHECKING:
    import sqlite3

    from corpus.vocabulary import Section


def standing(connection: sqlite3.Connection) -> list[ArticleWording]:
    """Return the current wording of every article that stands in the library, in the order of arrival."""
    sections: dict[str, list[Section]] = {}
    sql = f"SELECT {rows.SECTION} FROM sections WHERE removed_at IS NULL ORDER BY article, number"  # noqa: S608 - constants
    for row in connection.execute(sql):
        one = rows.section_of(row)
        sections.setdefault(one.article, []).append(one)
    sql = (
        f"SELECT {rows.ARTICLE}, versions.text FROM articles "  # noqa: S608 - constants
        "JOIN versions ON versions.article = articles.id AND versions.number = articles.version "
        "WHERE articles.removed_at IS NULL ORDER BY articles.row"
    )
    found = ((rows.article_of(row), layouts.inflate(row[-1])) for row in connection.execute(sql))
    return [ArticleWording(article, text, tuple(sections.get(article.id, ()))) for article, text in found]


def earlier(connection: sqlite3.Connection) -> list[ArticleWording]:
    """Return the earlier wordings of every article that stands, newest first, with the codes they had then."""
    sql = (
        "SELECT versions.details, versions.text, versions.layout FROM versions "
        "JOIN articles ON articles.id = versions.article AND versions.number < articles.version "
        "WHERE articles.removed_at IS NULL ORDER BY articles.row, versions.number DESC"
    )
    found = []
    for details, packed, layout in connection.execute(sql):
        article, text = rows.article_from(details), layouts.inflate(packed)
        found.append(ArticleWording(article, text, layouts.unpack(layout, article.id, text).sections))
    return found
