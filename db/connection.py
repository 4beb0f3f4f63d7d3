"""Connections: one connection a thread, and transactions that read or write."""

from __future__ import annotations

import sqlite3
import stat
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import DamagedError, StoreError
from db.empty_file import make_file
from db.failing import BESIDE, RESTORE, Connection, kind_of, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PATIENCE = 30.0  # seconds that a writer waits for another: longer than any one article takes to save
CACHE_KB = 32_768  # of pages kept for a connection; the index of codes is read at random places
# as the file is: it may be written to, but is not made; and as one that nobody changes, which needs no other file
AS_IT_IS, STILL = "mode=rw", "mode=ro&immutable=1"  # https://sqlite.org/uri.html


class Connections:
    """The connections to one database file: each thread that asks gets its own, `close` closes them all.

    A writer waits up to `patience` seconds for another. No connection makes the file: where it has been
    deleted that is an error, and so is another file in its place: SQLite would read it with the log of the old one.
    """

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self.path, self.patience = path, patience
        self.damage: DamagedError | None = None
        self._identity: tuple[int, int] | None = None
        self._own = threading.local()
        self._lock = threading.Lock()
        self._open: dict[threading.Thread, Connection] = {}
        self._closed = False
        self._fills = False  # whether an empty file is what there should be

    def get(self) -> Connection:
        """Return this thread's connection, opened at its first call and when a still file has changed."""
        if self._closed:
            raise StoreError("is closed already", which=str(self.path), next_step="open the store again")
        connection: Connection | None = getattr(self._own, "connection", None)
        if connection is not None and (connection.in_transaction or self._is_same(connection)):
            return connection
        return self._renewed(self._connect)

    def make(self) -> None:
        """Make an empty file where there is none."""
        make_file(self.path)
        self._fills = True

    def made(self) -> None:
        """Take an empty file for a fault from now on."""
        self._fills = False

    def _renewed(self, connect: Callable[[], Connection]) -> Connection:
        """Open this thread's connection, in place of the one it had."""
        before: Connection | None = getattr(self._own, "connection", None)
        if before is not None:
            self._own.connection = None
            before.close()
        connection = connect()
        self._remember(connection)
        self._own.connection = connection
        return connection

    def _is_same(self, connection: Connection) -> bool:
        """Whether a file that was taken for still is as it was; StoreError where it is another one."""
        self._identify()
        return connection.still is None or connection.still == _looks(self.path)

    def _connect(self) -> Connection:
        """Open the file as it is; as a still one where SQLite cannot keep its log and index beside it.

        So it is on a full disk and without the right to write; a log that holds something must be read too.
        """
        try:
            return self._opened(AS_IT_IS)
        except StoreError as error:
            if kind_of(error.__cause__) not in BESIDE or not _is_settled(self.path):
                raise
            return self._opened(STILL)

    def _opened(self, how: str) -> Connection:
        """Open the file and read from it; foreign keys and durability are settings of each connection."""
        self._identify()
        looks = _looks(self.path)
        address = f"{self.path.absolute().as_uri()}?{how}"
        try:
            # no transaction begins by itself, and other threads do no more to a connection than close it
            connection = sqlite3.connect(
                *(address, self.patience),
                isolation_level=None,
                check_same_thread=False,
                factory=Connection,
                uri=True,
            )
        except sqlite3.Error as error:
            raise told(self.path, error, writing=False) from error
        connection.path, connection.note_damage = self.path, self._note
        connection.still = looks if how == STILL else None
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            # with WAL a crash loses nothing that was committed
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
        return connection

    def _identify(self) -> None:
        """Raise StoreError where the file is not the one that was opened first."""
        found = _identity(self.path, empty=self._fills)
        if self._identity is None:
            self._identity = found
        if found != self._identity:
            next_step = "start policy-bot again, with no -wal and -shm of the old file beside it"
            raise StoreError("is another file than was opened", which=str(self.path), next_step=next_step)

    def _note(self, damage: DamagedError) -> None:
        self.damage = damage

    def _remember(self, connection: Connection) -> None:
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
    def writing(self, *, durable: bool = False, waits: bool = True) -> Iterator[Connection]:
        """Run a block as one transaction: kept whole when the block ends, undone when it raises.

        Inside another such block of this thread it is a part of that one. UnwritableError where it cannot
        be: locked for longer than `patience` (without `waits` for a moment), full, read-only.

        BEGIN IMMEDIATE takes the write lock before the first read, as one that is asked for later cannot be
        waited for (https://sqlite.org/lang_transaction.html). With `durable` it outlives a power cut as well.
        """
        connection = self.get()
        if connection.is_writing:
            yield connection
            return
        if connection.still is not None:
            connection = self._renewed(self._writable)
        connection.is_writing = True
        try:
            connection.execute(f"PRAGMA busy_timeout = {int(self.patience * 1000) if waits else 0}")
            connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            connection.rollback()
            raise
        finally:
            connection.is_writing = False

    def _writable(self) -> Connection:
        """Open the file as it is, perhaps in a folder that may be written to by now; UnwritableError where not."""
        try:
            return self._opened(AS_IT_IS)
        except StoreError as error:
            if kind_of(error.__cause__) not in BESIDE:
                raise
            raise told(self.path, error.__cause__ or error, writing=True) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read everything in the block from one moment, whatever others commit; may stand inside another.

        StoreError where a file that was taken for still was changed meanwhile: what was read is not to be used.
        """
        connection = self.get()
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            connection.rollback()
        if connection.still is not None and not self._is_same(connection):
            raise StoreError("was changed while it was read", which=str(self.path), next_step="ask again")


def _identity(path: Path, *, empty: bool = False) -> tuple[int, int]:
    """Return what tells a file from another one in its place; StoreError where it is no file, gone or empty."""
    try:
        found = path.stat()
    except OSError as error:
        next_step = f"put it back, give another path, or {RESTORE}"
        raise StoreError(f"is not there ({error.strerror})", which=str(path), next_step=next_step) from error
    if not stat.S_ISREG(found.st_mode):  # the opening of a pipe would never end
        what = "is a folder" if stat.S_ISDIR(found.st_mode) else "is no file"
        raise StoreError(what, which=str(path), next_step="give the path of a database file")
    if not found.st_size and not empty:
        raise StoreError("is an empty file", which=str(path), next_step=f"give another path, or {RESTORE}")
    return found.st_dev, found.st_ino


def _looks(path: Path) -> tuple[int, ...]:
    """Return what changes with the file or with its log."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns, int(not _is_settled(path))


def _is_settled(path: Path) -> bool:
    """Whether no log lies beside the file that would have to be read with it."""
    log = Path(f"{path}-wal")
    return not log.exists() or log.stat().st_size == 0
