"""Who watches which initiative, and what there is to tell them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from db.naming import key_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

    from db.connection import Connections

TABLES = (
    """
    CREATE TABLE watches (
        team TEXT NOT NULL,
        user TEXT NOT NULL,            -- or a channel: whom to tell
        key TEXT NOT NULL,             -- the folded name
        name TEXT NOT NULL,
        since TEXT NOT NULL,
        told INTEGER NOT NULL,         -- the last piece of news they know
        PRIMARY KEY (team, user, key)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX watches_of_key ON watches (key)",
    """
    CREATE TABLE news (                -- of watched names only
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL,
        article TEXT NOT NULL REFERENCES articles (id),
        version INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('named', 'dropped')),
        at TEXT NOT NULL
    )
    """,
    "CREATE INDEX news_of_key ON news (key, id)",
)


@dataclass(frozen=True, slots=True)
class News:
    """Something to tell: a version of an article names what `user` watches, or names it no more."""

    number: int
    team: str
    user: str
    name: str
    kind: Literal["named", "dropped"]
    article: str
    version: int
    at: str


class Watches:
    """Watches on names, each one person's (or channel's) in one workspace."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def add(self, team: str, user: str, name: str, now: str) -> bool:
        """Watch a name from now on; False where it was watched already."""
        with self._connections.writing() as connection:
            sql = (
                "INSERT INTO watches VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM news)) "
                "ON CONFLICT DO NOTHING"
            )
            return connection.execute(sql, (team, user, key_of(name), name, now)).rowcount == 1

    def remove(self, team: str, user: str, name: str) -> bool:
        """Watch a name no more; False where it was not watched."""
        with self._connections.writing() as connection:
            sql = "DELETE FROM watches WHERE team = ? AND user = ? AND key = ?"
            return connection.execute(sql, (team, user, key_of(name))).rowcount == 1

    def of(self, team: str, user: str) -> tuple[str, ...]:
        """Return the names that somebody watches, the first watched first."""
        sql = "SELECT name FROM watches WHERE team = ? AND user = ? ORDER BY since, name"
        return tuple(name for (name,) in self._connections.get().execute(sql, (team, user)))

    def news(self, limit: int = 100) -> tuple[News, ...]:
        """Return what there is to tell, oldest first."""
        sql = (
            "SELECT id, team, user, name, kind, article, version, at FROM news JOIN watches USING (key) "
            "WHERE id > told ORDER BY id, team, user LIMIT ?"
        )
        return tuple(News(*row) for row in self._connections.get().execute(sql, (limit,)))

    def claim(self, one: News) -> bool:
        """Take a piece of news to tell it; True for the first process only. Tell in order of number."""
        with self._connections.writing(durable=True) as connection:
            sql = "UPDATE watches SET told = ?1 WHERE team = ? AND user = ? AND key = ? AND told < ?1"
            return connection.execute(sql, (one.number, one.team, one.user, key_of(one.name))).rowcount == 1


def keys_of(connection: sqlite3.Connection, article: str) -> set[str]:
    """Return the folded names and aliases of what an article names."""
    read = "SELECT key FROM initiative_keys JOIN initiatives ON initiatives.id = initiative WHERE article = ?"
    found = {key for (key,) in connection.execute(read, (article,))}
    kept = (
        "SELECT DISTINCT name FROM curated_mentions JOIN sections ON sections.id = section "
        "WHERE article = ? AND removed_at IS NULL"
    )
    return found | {key_of(name) for (name,) in connection.execute(kept, (article,))}


def report(
    connection: sqlite3.Connection, article: str, version: int, before: Collection[str], now: str
) -> None:
    """Write down which watched names a change of an article brought and took, inside its transaction."""
    after = keys_of(connection, article)
    for kind, keys in (("named", after - set(before)), ("dropped", set(before) - after)):
        connection.executemany(
            "INSERT INTO news (key, article, version, kind, at) SELECT ?1, ?2, ?3, ?4, ?5 "
            "WHERE EXISTS (SELECT 1 FROM watches WHERE key = ?1)",
            [(key, article, version, kind, now) for key in sorted(keys)],
        )
