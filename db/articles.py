"""Articles: save, list and read them, with their versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db import rows
from db.versions import given_details
from db.versions.saved import Saved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.checking.wordings import ArticleWording
    from corpus.exchange import Exported
    from corpus.preparing import Prepared
    from corpus.versions.change_preview import Preview
    from corpus.versions.difference import Difference
    from corpus.vocabulary import Article, Document, Section
    from db.connection import Connections
    from db.versions.history import Version
    from db.versions.saving import Saver

__all__ = ["Articles", "Saved"]


# A search reads articles and nothing of their past: what saves and compares is imported by the methods that do.


class Articles:
    """The articles of the store; removed ones are neither listed nor counted, but `get` knows them."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def save(self, prepared: Prepared, now: str) -> Saved:
        """Add the document, or make it the newest version of its article; all of it or nothing."""
        return self.saver().save([prepared], now)[0]

    def saver(self) -> Saver:
        """Return what saves many documents, several in one transaction; for one thread."""
        from db.versions.saving import Saver

        return Saver(self._connections)

    def get(self, article: str) -> Article:
        """Return an article, also a removed one; StoreError where there was never one of this id."""
        sql = f"SELECT {rows.ARTICLE} FROM articles WHERE id = ?"  # noqa: S608 - constants
        row = self._connections.get().execute(sql, (article,)).fetchone()
        if row is None:
            raise rows.unknown(article)
        return rows.article_of(row)

    def is_known(self, article: str) -> bool:
        """Whether there was ever an article of this id."""
        sql = "SELECT 1 FROM articles WHERE id = ?"
        return self._connections.get().execute(sql, (article,)).fetchone() is not None

    def given(self, article: str) -> dict[str, str]:
        """Return what a curator gave for an article, by field."""
        return given_details.of(self._connections.get(), article)

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all articles, removed ones too, in the order in which they first came."""
        return tuple(
            one for (one,) in self._connections.get().execute("SELECT id FROM articles ORDER BY row")
        )

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
        return self.export(article, version).text

    def source(self, article: str, version: int | None = None) -> bytes:
        """Return the bytes of the file that a version was first read from."""
        from db.versions import history

        return history.source(self._connections.get(), article, version)

    def history(self, article: str) -> tuple[Version, ...]:
        """Return the versions of an article, oldest first; also of a removed one."""
        from db.versions import history

        return history.versions(self._connections.get(), article)

    def diff(self, article: str, old: int | None = None, new: int | None = None) -> Difference:
        """Compare two versions in wording; the newest with the one before it where none is named."""
        from db.versions import history

        with self._connections.reading() as connection:
            return history.difference_of(connection, article, old, new)

    def preview(self, document: Document, sections: Sequence[Section]) -> Preview:
        """Tell what saving a document, cut into these sections, would do; nothing is written."""
        from db.versions import history

        with self._connections.reading() as connection:
            return history.preview(connection, document, sections)

    def export(self, article: str, version: int | None = None) -> Exported:
        """Return a version of an article whole, its newest where none is named; also of a removed one."""
        from db.versions import history

        return history.export(self._connections.get(), article, version)

    def wordings(self) -> tuple[list[ArticleWording], list[ArticleWording]]:
        """Return the wordings that stand, and the earlier ones of the articles that stand, of one moment."""
        from db.versions import wordings

        with self._connections.reading() as connection:
            return wordings.standing(connection), wordings.earlier(connection)

    def remove(self, article: str, now: str) -> int:
        """Take an article out of the library and return how many sections went; history and codes stay."""
        from db.versions import history

        with self._connections.writing() as connection:
            return history.remove(connection, article, now)
