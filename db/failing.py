"""What SQLite says when it fails, as an error of the house: in reading and in writing, wherever it turns up."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

from corpus.errors import DamagedError, StoreError, UnwritableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

PRIMARY = 0xFF  # the low byte of an extended result code (https://sqlite.org/rescode.html)
BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
# what a file cannot be opened or written for: SQLite says any of these where a file beside it cannot be made or grow
BESIDE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
WAIT = "another process writes for long; try again when it is done"
STEPS = {sqlite3.SQLITE_FULL: "make room on the disk", **dict.fromkeys(BUSY, WAIT)}
RIGHTS = "check the disk, and the rights to the file and its folder"
RESTORE = "restore a backup of it, or import the articles into a new file"
# a defect of ours, and no fault of the file
OURS = (sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.NotSupportedError)
# SQLite's word for what is wrong may quote bytes of the file
FAILURES = (sqlite3.Error, UnicodeDecodeError)
FIRST, MOST = 16, 1024  # rows fetched at a time
# what decoding raises on bytes that nobody wrote
UNREADABLE = (zlib.error, UnicodeError, TypeError, ValueError, KeyError, IndexError, AttributeError)


def kind_of(error: BaseException | None) -> int:
    """Return SQLite's primary result code; 0 where the error is none of its."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & PRIMARY


def told(path: Path, error: BaseException, *, writing: bool) -> StoreError:
    """Tell in one line what keeps a database from being read, or written to, and what to do."""
    kind, which = kind_of(error), str(path)
    said = _line(error)
    if kind in {*BUSY, *BESIDE}:
        step = STEPS.get(kind, RIGHTS)
        if writing:
            return UnwritableError(f"cannot be written to ({said})", which=which, next_step=step)
        return StoreError(
            f"cannot be read ({said})",
            which=which,
            next_step=step if kind in BUSY else f"{step}; if they are well, {RESTORE}",
        )
    if kind == sqlite3.SQLITE_NOTADB:
        return DamagedError(
            "is no SQLite database", which=which, next_step=f"give another path, or {RESTORE}"
        )
    return DamagedError(f"is damaged ({said})", which=which, next_step=RESTORE)


@contextmanager
def decoding(what: str) -> Iterator[None]:
    """Turn what goes wrong while kept bytes are decoded into a DamagedError that names `what` they were."""
    try:
        yield
    except UNREADABLE as error:
        raise damaged(what, error) from error


def damaged(what: str, error: Exception) -> DamagedError:
    """Tell that `what` is kept in bytes that mean nothing."""
    return DamagedError(f"is damaged ({_line(error)})", which=what, next_step=RESTORE)


def _line(error: BaseException) -> str:
    """Return the first line of an error: of a damaged schema SQLite quotes the whole statement."""
    return (str(error).splitlines() or [type(error).__name__])[0]


class Connection(sqlite3.Connection):
    """A connection whose errors are those of the house; `path` and what else it knows is set when it is opened."""

    path: Path
    still: tuple[int, ...] | None = None  # how the file looked, where it is read as one that never changes
    is_writing = False
    note_damage: Callable[[DamagedError], None]

    def execute(self, sql: str, parameters: Any = (), /) -> Cursor:  # noqa: ANN401 - what sqlite3 takes
        """Run a statement; StoreError where the file fails it."""
        return self._cursor().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> Cursor:
        """Run a statement for each of some values; StoreError where the file fails it."""
        return self._cursor().executemany(sql, parameters)

    def _cursor(self) -> Cursor:
        return self.cursor(Cursor)


class Cursor(sqlite3.Cursor):
    """The cursor of such a connection. Rows come in portions, so that each costs no call of Python."""

    connection: Connection

    def execute(self, sql: str, parameters: Any = (), /) -> Cursor:  # noqa: ANN401 - what sqlite3 takes
        """Run a statement."""
        try:
            super().execute(sql, parameters)
        except FAILURES as error:
            self._fail(error)
        return self

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> Cursor:
        """Run a statement for each of some values."""
        try:
            super().executemany(sql, parameters)
        except FAILURES as error:
            self._fail(error)
        return self

    def fetchone(self) -> Any:  # noqa: ANN401 - a row of any columns
        """Return the next row; None after the last."""
        try:
            return super().fetchone()
        except FAILURES as error:
            self._fail(error)

    def fetchmany(self, size: int | None = None) -> list[Any]:
        """Return the next rows."""
        try:
            return super().fetchmany(size or MOST)
        except FAILURES as error:
            self._fail(error)

    def fetchall(self) -> list[Any]:
        """Return the rows that are left."""
        try:
            return super().fetchall()
        except FAILURES as error:
            self._fail(error)

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]  # typeshed has it return the cursor itself
        """Give the rows that are left."""
        size = FIRST
        while rows := self.fetchmany(size):
            yield from rows
            size = min(2 * size, MOST)

    def _fail(self, error: Exception) -> NoReturn:
        """Raise what it means, and note damage for those who ask how the file is."""
        if isinstance(error, OURS):
            raise error
        failure = told(self.connection.path, error, writing=self.connection.is_writing)
        if isinstance(failure, DamagedError):
            self.connection.note_damage(failure)
        raise failure from error
