"""Small facts about the database itself, each under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

GENERATION = "generation"
TERMS = "terms_version"


def get(connection: sqlite3.Connection, key: str) -> int:
    """Return a number; 0 where none was ever set."""
    row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return int(row[0]) if row else 0


def put(connection: sqlite3.Connection, key: str, value: int) -> None:
    """Set a number."""
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))


def bump(connection: sqlite3.Connection) -> None:
    """Tell every process, at the commit, that articles or initiatives have changed."""
    put(connection, GENERATION, get(connection, GENERATION) + 1)
