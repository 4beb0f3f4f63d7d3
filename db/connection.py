"""Connections: where the database lies, one connection a thread, and transactions that read or write."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import SettingsError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEME = "sqlite:///"
PATIENCE = 30.0  # seconds that a writer waits for another: longer than any one article takes to save
CACHE_KB = 32_768  # of pages kept for a connection; the index of codes is read at random places


def path_of(url_or_path: str) -> Path:
    """Return the file that `sqlite:///relative`, `sqlite:////absolute` or a bare path names."""
    path = url_or_path.removeprefix(SCHEME)
    if not path or "://" in path or path.startswith((":", "sqlite:")) or "\0" in path:
        raise SettingsError(
            "names no SQLite database",
            which=url_or_path or "DATABASE_URL",
            next_step="write sqlite:///relative.db, sqlite:////absolute.db or a path",
        )
    return Path(path)


class Connections:
    """The connections to one database file: each thread that asks gets its own, `close` closes them all."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = threading.local()
        self._lock = threading.Lock()
        self._open: dict[threading.Thread, sqlite3.Connection] = {}
        self._closed = False

    def get(self) -> sqlite3.Connection:
        """Return this thread's connection, opened at its first call."""
        if self._closed:
            raise StoreError("is closed already", which=str(self.path), next_step="open the store again")
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = self._own.connection = self._connect()
            self._remember(connection)
        return connection

    def _connect(self) -> sqlite3.Connection:
        """Open the file; foreign keys and durability are settings of each connection."""
        try:
            # no transaction begins by itself, and other threads do no more to a connection than close it
            connection = sqlite3.connect(
                self.path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
        except sqlite3.Error as error:
            raise cannot_open(self.path, error) from error
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")  # with WAL a crash loses nothing that was committed
        connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        return connection

    def _remember(self, connection: sqlite3.Connection) -> None:
        """Keep a connection to close it later, and close those whose thread has ended."""
        with self._lock:
            for thread in [thread for thread in self._open if not thread.is_alive()]:
                self._open.pop(thread).close()
            self._open[threading.current_thread()] = connection

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            self._closed = True
            for connection in self._open.values():
                connection.close()
            self._open.clear()

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[sqlite3.Connection]:
        """Run a block as one transaction: kept whole when the block ends, undone when it raises.

        Inside another such block of this thread it is a part of that one.

        BEGIN IMMEDIATE takes the write lock before the first read, as one that is asked for later cannot be
        waited for (https://sqlite.org/lang_transaction.html). With `durable` it outlives a power cut as well.
        """
        connection = self.get()
        if getattr(self._own, "is_writing", False):
            yield connection
            return
        try:
            connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise cannot_write(self.path, error) from error
        self._own.is_writing = True
        try:
            yield connection
            connection.execute("COMMIT")
        except sqlite3.Error as error:
            connection.rollback()
            raise cannot_write(self.path, error) from error
        except BaseException:
            connection.rollback()
            raise
        finally:
            self._own.is_writing = False

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Read everything in the block from one moment, whatever others commit; may stand inside another."""
        connection = self.get()
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            connection.rollback()


def cannot_open(path: Path, error: sqlite3.Error) -> StoreError:
    """Tell in one line why a database cannot be opened, and what to do."""
    if path.is_dir():
        return StoreError("is a folder", which=str(path), next_step="give the path of a database file")
    if not path.parent.is_dir():
        return StoreError("lies in no folder", which=str(path), next_step=f"make {path.parent} first")
    if "not a database" in str(error):
        return StoreError("is no SQLite database", which=str(path), next_step="give another path")
    next_step = "check the file and the rights to its folder"
    return StoreError(f"cannot be opened ({error})", which=str(path), next_step=next_step)


def cannot_write(path: Path, error: sqlite3.Error) -> StoreError:
    """Tell in one line why a database cannot be written to, and what to do."""
    steps = {
        "locked": "another process writes for long; try again when it is done",
        "full": "make room on the disk",
        "readonly": "check the rights to the file and its folder",
    }
    next_step = next((step for word, step in steps.items() if word in str(error)), "ask policy-bot doctor")
    return StoreError(f"cannot be written to ({error})", which=str(path), next_step=next_step)
