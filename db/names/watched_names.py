"""Reads what tells which of the watched names an article says."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from corpus.initiatives.spellings import said, spellings
from db.names import curated_list
from db.rows import names_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping


def said_in(connection: sqlite3.Connection, article: str) -> set[str]:
    """Return the keys of the watched names that stand in an article; empty where nobody watches anything."""
    watched = dict(connection.execute("SELECT key, min(name) FROM watches GROUP BY key"))
    if not watched:
        return set()
    own = connection.execute("SELECT name FROM initiatives WHERE article = ?", (article,))
    texts = connection.execute(
        "SELECT text FROM sections WHERE article = ? AND removed_at IS NULL", (article,)
    )
    ways = ways_of(connection, watched)
    return said((text for (text,) in texts), ways, [name for (name,) in own])


def ways_of(connection: sqlite3.Connection, watched: Mapping[str, str]) -> dict[str, set[str]]:
    """Return every way, folded, of writing the watched names (key to name) with the keys it stands for."""
    return spellings(watched, partial(_named, connection), curated_list.read(connection))


def _named(connection: sqlite3.Connection, key: str, *, as_name: bool) -> Iterator[str]:
    """Yield name and aliases of each initiative with this key; with `as_name` only if it is its name's."""
    sql = (
        "SELECT name, aliases FROM initiatives WHERE id IN "
        "(SELECT initiative FROM initiative_keys WHERE key = ? AND is_name >= ?)"
    )
    for name, aliases in connection.execute(sql, (key, int(as_name))):
        yield from (name, *names_of(aliases))
