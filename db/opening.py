"""Opening a database file: what is ours is brought up to date, what is not is refused in one line."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from corpus.errors import StoreError, UnwritableError
from db import schema
from db.failing import BUSY, RESTORE, kind_of
from db.searching import reindexing

if TYPE_CHECKING:
    from pathlib import Path

    from db.connection import Connections
    from db.failing import Connection


def open_file(connections: Connections, *, make: bool) -> None:
    """Bring the file up to date; a file that is up to date is only looked at, so that it may be read-only.

    With `make` it is made where it is not there, and filled where it is empty.
    """
    if make:
        connections.make()
    connection = connections.get()
    if not is_current(connection):
        _check_stranger(connection, filling=make)
        try:
            _bring_up(connections)
        except UnwritableError as error:
            what = f"was made by an older policy-bot, and cannot be brought up to date: it {error.what}"
            raise StoreError(what, which=error.which, next_step=error.next_step) from error
    connections.made()


def is_current(connection: Connection) -> bool:
    """Whether a file is as this program makes it; StoreError where a newer one has made it."""
    number = connection.execute("PRAGMA user_version").fetchone()[0]
    if number > schema.NUMBER and _is_ours(connection):
        raise StoreError(
            f"was made by a newer policy-bot (schema {number}, this one knows {schema.NUMBER})",
            which=str(connection.path),
            next_step="update policy-bot, or use another file",
        )
    return number == schema.NUMBER and _is_ours(connection) and reindexing.is_current(connection)


def check_current(connection: Connection) -> None:
    """Refuse a file that is not as this program makes it, as it may be once another program was at work."""
    if not is_current(connection):
        _check_stranger(connection, filling=False)
        next_step = "start policy-bot again: it brings the file up to date"
        raise StoreError("was made by an older policy-bot", which=str(connection.path), next_step=next_step)


def _bring_up(connections: Connections) -> None:
    """Switch to write-ahead logging, apply the steps that are missing, and make the index anew if it is old."""
    _set_wal(connections.get(), connections.patience)
    with connections.writing() as connection:
        schema.bring_up(connection)
        if not reindexing.is_current(connection):
            reindexing.rebuild(connection)


def _is_ours(connection: Connection) -> bool:
    return bool(connection.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION)


def _check_stranger(connection: Connection, *, filling: bool) -> None:
    """Refuse a database that another program has filled, and an empty one where none is to be filled."""
    if _is_ours(connection):
        return
    path: Path = connection.path
    if connection.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise StoreError("is a database of another program", which=str(path), next_step="give another path")
    if not filling:
        raise StoreError(
            "is an empty database", which=str(path), next_step=f"give another path, or {RESTORE}"
        )


def _set_wal(connection: Connection, patience: float) -> None:
    """Switch to write-ahead logging, which the file then keeps: readers go on while one process writes.

    The switch does not wait for others as writes do, so this asks again until it is done.
    """
    until = time.monotonic() + patience
    connection.is_writing = True
    try:
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL").fetchone()
            except UnwritableError as error:
                if kind_of(error.__cause__) not in BUSY or time.monotonic() > until:
                    raise
                time.sleep(0.01)
            else:
                return
    finally:
        connection.is_writing = False
