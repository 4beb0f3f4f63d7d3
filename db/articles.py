"""Articles: save, list and read them, with their versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import StoreError
from db import layouts, rows, saving
from db.saving import Saved

if TYPE_CHECKING:
    from corpus.preparing import Prepared
    from corpus.vocabulary import Article
    from db.connection import Connections

__all__ = ["Articles", "Saved"]


class Articles:
    """The articles of the store; removed ones are neither listed nor counted, but `get` knows them."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def save(self, prepared: Prepared, now: str) -> Saved:
        """Add the document, or make it the newest version of its article; all of it or nothing."""
        return saving.save(self._connections, prepared, now)

    def get(self, article: str) -> Article:
        """Return an article, also a removed one; StoreError where there was never one of this id."""
        sql = f"SELECT {rows.ARTICLE} FROM articles WHERE id = ?"  # noqa: S608 - constants
        row = self._connections.get().execute(sql, (article,)).fetchone()
        if row is None:
            raise unknown(article)
        return rows.article_of(row)

    def all(self) -> tuple[tuple[Article, int], ...]:
        """Return every article with its number of sections, in the order in which they first came."""
        return self.listing(limit=-1)

    def listing(self, *, limit: int, offset: int = 0) -> tuple[tuple[Article, int], ...]:
        """Return one page of what `all` returns."""
        sql = (
            f"SELECT {rows.ARTICLE}, sections FROM articles WHERE removed_at IS NULL "  # noqa: S608 - constants
            "ORDER BY row LIMIT ? OFFSET ?"
        )
        found = self._connections.get().execute(sql, (limit, offset))
        return tuple((rows.article_of(row), row[-1]) for row in found)

    def count(self) -> int:
        """Count the articles."""
        sql = "SELECT count(*) FROM articles WHERE removed_at IS NULL"
        return int(self._connections.get().execute(sql).fetchone()[0])

    def text(self, article: str, version: int | None = None) -> str:
        """Return the canonical text of an article, in its newest version or the one asked for."""
        row = self._connections.get().execute(
            "SELECT text FROM versions WHERE article = ?1 AND number = "
            "coalesce(?2, (SELECT version FROM articles WHERE id = ?1))",
            (article, version),
        ).fetchone()  # fmt: skip
        if row is None:
            raise unknown(article, version)
        return layouts.inflate(row[0])


def unknown(article: str, version: int | None = None) -> StoreError:
    """Tell that there is no such article, or no such version of it."""
    which = article if version is None else f"{article}, version {version}"
    return StoreError("is not in the library", which=which, next_step="policy-bot articles lists what is")
