"""Reads what the store holds of an article, as planning a new version takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.versions.planning import Held, Known
from db import rows

if TYPE_CHECKING:
    import sqlite3


def known(connection: sqlite3.Connection, article: str) -> Known:
    """Read what the store holds of an article."""
    row = connection.execute(
        f"SELECT {rows.ARTICLE}, version, removed_at FROM articles WHERE id = ?",  # noqa: S608 - constants
        (article,),
    ).fetchone()
    if row is None:
        return Known()
    version, gone = row[-2:]
    found = connection.execute(
        f"SELECT {rows.SECTION}, id, removed_at FROM sections WHERE article = ? ORDER BY number, id",  # noqa: S608 - constants
        (article,),
    )
    held = tuple(Held(one[-2], rows.section_of(one), one[-1], stands=one[-1] == gone) for one in found)
    return Known(version, rows.article_of(row), gone, held)
