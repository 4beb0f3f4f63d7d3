"""The curator's aliases: short forms, what they stand for, and since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.text.normalize import normalize_letters
from db import numbers

if TYPE_CHECKING:
    import sqlite3

    from corpus.text.curated_aliases import Alias
    from db.connection import Connections

TABLES = (
    """
    CREATE TABLE curated_aliases (     -- a row for each full form of each short one
        short TEXT NOT NULL,           -- folded, no punctuation
        number INTEGER NOT NULL,       -- order of the short forms, then of their full ones
        full TEXT NOT NULL,            -- folded, no punctuation
        typed TEXT NOT NULL, typed_full TEXT NOT NULL, -- as the curator wrote them
        set_at TEXT NOT NULL,
        PRIMARY KEY (short, full)
    ) WITHOUT ROWID
    """,
)


class CuratedAliases:
    """The aliases that a curator keeps; a change holds at once for every process."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def all(self) -> tuple[Alias, ...]:
        """Return the aliases in the curator's order."""
        return read(self._connections.get())

    def full_forms(self, short: str) -> list[str]:
        """Return what a folded short form stands for, folded, in the curator's order."""
        sql = "SELECT full FROM curated_aliases WHERE short = ? ORDER BY number"
        return [full for (full,) in self._connections.get().execute(sql, (short,))]

    def put(self, aliases: tuple[Alias, ...], now: str) -> None:
        """Make these all the aliases there are."""
        with self._connections.writing() as connection:
            connection.execute("DELETE FROM curated_aliases")
            _insert(connection, aliases, now)

    def add(self, aliases: tuple[Alias, ...], now: str) -> None:
        """Put these beside those that are kept; what is kept of the same short form goes."""
        with self._connections.writing() as connection:
            for one in aliases:
                _delete(connection, one.short)
            _insert(connection, aliases, now)

    def remove(self, short: str) -> bool:
        """Take out what a short form stands for; False where nothing was kept of it."""
        with self._connections.writing() as connection:
            gone = _delete(connection, short)
            if gone:
                numbers.bump(connection)
        return gone


def read(connection: sqlite3.Connection) -> tuple[Alias, ...]:
    """Return the aliases in the curator's order."""
    from corpus.text.curated_aliases import Alias  # a library without aliases does without

    found: dict[str, list[str]] = {}
    for typed, full in connection.execute("SELECT typed, typed_full FROM curated_aliases ORDER BY number"):
        found.setdefault(typed, []).append(full)
    return tuple(Alias(typed, tuple(full)) for typed, full in found.items())


def _delete(connection: sqlite3.Connection, short: str) -> bool:
    sql = "DELETE FROM curated_aliases WHERE short = ?"
    return connection.execute(sql, (normalize_letters(short),)).rowcount > 0


def _insert(connection: sqlite3.Connection, aliases: tuple[Alias, ...], now: str) -> None:
    """Write aliases behind those that are kept."""
    last = connection.execute("SELECT coalesce(max(number), 0) FROM curated_aliases").fetchone()[0]
    pairs = [(one.short, full) for one in aliases for full in one.full]
    rows = [
        (normalize_letters(short), number, normalize_letters(full), short, full, now)
        for number, (short, full) in enumerate(pairs, start=last + 1)
    ]
    sql = "INSERT INTO curated_aliases (short, number, full, typed, typed_full, set_at) VALUES (?, ?, ?, ?, ?, ?)"
    connection.executemany(sql + " ON CONFLICT DO NOTHING", rows)
    numbers.bump(connection)
