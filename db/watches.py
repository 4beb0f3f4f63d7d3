"""Who watches which initiative, and what there is to tell them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.initiatives.keys import key_of
from db.names import watched_names

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
    """A version of an article names what is watched, or names it no more."""

    kind: Literal["named", "dropped"]
    article: str
    version: int
    at: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """All that there is to tell `user` about one watched name, oldest first.

    `known` is the number of the last piece of news they knew before, `last` that of the last one in here.
    """

    team: str
    user: str
    name: str
    known: int
    last: int
    news: tuple[News, ...]


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

    def ways(self, name: str) -> tuple[str, ...]:
        """Return every way of writing a watched name that counts as a mention of it."""
        connection = self._connections.get()
        return tuple(watched_names.ways_of(connection, {key_of(name): name}))

    def pending(self) -> tuple[Bundle, ...]:
        """Return what there is to tell, by whom to tell and about what; whose news is oldest comes first."""
        sql = (
            "SELECT team, user, name, told, id, kind, article, version, at FROM news JOIN watches USING (key) "
            "WHERE id > told ORDER BY id, team, user"
        )
        found: dict[tuple[str, str, str, int], list[tuple[int, News]]] = {}
        for *whose, number, kind, article, version, at in self._connections.get().execute(sql):
            team, user, name, told = whose
            one = number, News(kind, article, version, at)
            found.setdefault((team, user, name, told), []).append(one)
        return tuple(
            Bundle(*whose, last=told[-1][0], news=tuple(one for _, one in told))
            for whose, told in found.items()
        )

    def claim(self, bundle: Bundle) -> bool:
        """Take a bundle to tell it; True for the first process only."""
        return self._advance(bundle, bundle.known, bundle.last)

    def release(self, bundle: Bundle) -> bool:
        """Give a bundle back: it has plainly not been told."""
        return self._advance(bundle, bundle.last, bundle.known)

    def _advance(self, bundle: Bundle, before: int, after: int) -> bool:
        with self._connections.writing(durable=True) as connection:
            sql = "UPDATE watches SET told = ? WHERE team = ? AND user = ? AND key = ? AND told = ?"
            whose = bundle.team, bundle.user, key_of(bundle.name)
            return connection.execute(sql, (after, *whose, before)).rowcount == 1


def report(
    connection: sqlite3.Connection, article: str, version: int, before: Collection[str], now: str
) -> None:
    """Write down which watched names a change of an article brought and took, inside its transaction."""
    after = watched_names.said_in(connection, article)
    for kind, keys in (("named", after - set(before)), ("dropped", set(before) - after)):
        connection.executemany(
            "INSERT INTO news (key, article, version, kind, at) VALUES (?, ?, ?, ?, ?)",
            [(key, article, version, kind, now) for key in sorted(keys)],
        )
