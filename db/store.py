"""The store: one database file with everything the bot keeps. Open it with `with Store(path) as store`."""

from __future__ import annotations

import sqlite3
import threading
import time
from typing import TYPE_CHECKING

from corpus.errors import StoreError
from db import numbers, schema
from db.articles import Articles
from db.calendar import Calendar
from db.connection import PATIENCE, Connections, cannot_open, path_of
from db.daily import Daily
from db.initiatives import Initiatives
from db.once import Once
from db.outages import Outages
from db.outbox import Outbox
from db.searching import index, reindexing
from db.searching.library import IndexedLibrary
from db.sections import Sections
from db.settings import Settings
from db.subscriptions import Subscriptions
from db.versions.places import Places
from db.watches import Watches

if TYPE_CHECKING:
    from collections.abc import Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import TracebackType

    from corpus.matching.library import Library
    from corpus.vocabulary import Article

SETTLED = 10  # an import of a tenth of the library is worth merging the index for
STEP = 1_000  # pages of the index that are merged in one transaction, a tenth of a second


class Store:
    """Everything the bot keeps, by repository; safe to share between threads. Instants are ISO texts.

    The file is made and brought up to date when the store is opened. StoreError says in a line why it
    cannot be; SettingsError that the address is none of SQLite's.
    """

    def __init__(self, url_or_path: str) -> None:
        self.path = path_of(url_or_path)
        self._connections = Connections(self.path)
        self._own = threading.local()
        self._listed: tuple[int, Mapping[str, Article]] | None = None
        self.articles = Articles(self._connections)
        self.sections = Sections(self._connections)
        self.initiatives = Initiatives(self._connections)
        self.once = Once(self._connections)
        self.places = Places(self._connections)
        self.settings = Settings(self._connections)
        self.watches = Watches(self._connections)
        self.subscriptions = Subscriptions(self._connections)
        self.daily = Daily(self._connections)
        self.outbox = Outbox(self._connections)
        self.outages = Outages(self._connections)
        self.calendar = Calendar(self._connections)
        try:
            _open(self._connections)
        except BaseException:
            self._connections.close()
            raise

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections of all threads."""
        self._connections.close()

    def generation(self) -> int:
        """Return a number that grows with each change of articles or initiatives, by any process."""
        return numbers.get(self._connections.get(), numbers.GENERATION)

    def reading(self) -> AbstractContextManager[object]:
        """Read everything in a block from one moment: what others commit meanwhile is not seen."""
        return self._connections.reading()

    def writing(self) -> AbstractContextManager[object]:
        """Write everything in a block as one transaction, that outlives a power cut."""
        return self._connections.writing(durable=True)

    def settle(self, written: int) -> None:
        """Merge the index after `written` sections have gone into it, where they are many beside the others.

        A step at a time, so that others may write meanwhile; searches then take half the time.
        """
        if written * SETTLED < self.sections.count():
            return
        pages = -STEP
        while True:
            with self._connections.writing() as connection:
                if not index.merge(connection, pages):
                    return
            pages = STEP

    def library(self) -> Library:
        """Return the library as a search sees it now; use it in this thread, and ask anew for each search."""
        library: IndexedLibrary | None = getattr(self._own, "library", None)
        if library is None:
            connection = self._connections.get()
            library = self._own.library = IndexedLibrary(
                connection,
                sections=self.sections.by_ids,
                texts_beside=self.sections.texts_beside,
                articles=self._articles,
                initiatives=self.initiatives.among,
            )
        library.refresh(self.generation())
        return library

    def _articles(self) -> Mapping[str, Article]:
        """Return the articles by id, read again only when something has changed."""
        generation, listed = self.generation(), self._listed
        if listed is None or listed[0] != generation:  # a race only reads them twice
            found = {article.id: article for article, _ in self.articles.all()}
            listed = self._listed = generation, found
        return listed[1]

    def troubles(self) -> list[str]:
        """Look for damage; each finding is a line. It reads the whole file."""
        connection = self._connections.get()
        found = [str(line) for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"]
        missing = connection.execute(
            "SELECT count(*) FROM sections LEFT JOIN section_terms USING (id) "
            "WHERE removed_at IS NULL AND section_terms.id IS NULL"
        ).fetchone()[0]
        if missing:
            found.append(f"{missing} sections are not in the index")
        return found


def _open(connections: Connections) -> None:
    """Bring the file up to date; a file that is up to date is only looked at."""
    path = connections.path
    try:
        connection = connections.get()
        number = connection.execute("PRAGMA user_version").fetchone()[0]
        if number == schema.NUMBER and _is_ours(connection) and reindexing.is_current(connection):
            return
        if number > schema.NUMBER and _is_ours(connection):
            raise StoreError(
                f"was made by a newer policy-bot (schema {number}, this one knows {schema.NUMBER})",
                which=str(path),
                next_step="update policy-bot, or use another file",
            )
        _check_stranger(connection, path)
        _set_wal(connection)
        with connections.writing() as connection:
            schema.bring_up(connection)
            if not reindexing.is_current(connection):
                reindexing.rebuild(connection)
    except sqlite3.Error as error:
        raise cannot_open(path, error) from error


def _is_ours(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION)


def _check_stranger(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a database that another program has filled."""
    if not _is_ours(connection) and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise StoreError("is a database of another program", which=str(path), next_step="give another path")


def _set_wal(connection: sqlite3.Connection) -> None:
    """Switch to write-ahead logging, which the file then keeps: readers go on while one process writes.

    The switch does not wait for others as writes do, so this asks again until it is done.
    """
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return
