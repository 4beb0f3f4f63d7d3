"""Things that may happen once only, whatever number of processes sees them: events, clicks, shares."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from corpus.errors import UnwritableError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from db.claiming import Claiming
    from db.connection import Connections

FIRST, LAST = "\0", "\U0010ffff"  # sort before and after every character
LOOKED_AT = 5_000  # keys that are read at a time, some milliseconds; nobody waits for that
PORTION = 500  # keys that are dropped in one transaction: it holds the write lock for a few milliseconds
# a range of the primary key: the keys of other kinds are not read
BEHIND = "SELECT key, claimed_at FROM once WHERE key >= ? AND key < ? ORDER BY key LIMIT ?"
DROP = "DELETE FROM once WHERE key = ? AND claimed_at < ?"


class Once:
    """Claims on keys; the key says whose they are (`share:TEAM:CHANNEL:…`)."""

    def __init__(self, connections: Connections, claiming: Claiming) -> None:
        self._connections, self._claiming = connections, claiming
        self._owed: frozenset[str] = frozenset()  # replaced, never changed: threads share it

    def claim(self, key: str, now: str) -> bool:
        """Take a key; True for the first caller only, in any thread and process, until it is forgotten."""
        return self.claim_each((key,), now)

    def claim_each(self, keys: Sequence[str], now: str) -> bool:
        """Take keys one after another, no further than the first that is taken; True where none was."""
        sql = "INSERT INTO once (key, claimed_at) VALUES (?, ?) ON CONFLICT DO NOTHING"
        with self._claiming.writing() as connection:
            owed = self._give_back(connection)
            won = all(connection.execute(sql, (key, now)).rowcount == 1 for key in keys)
        self._owed -= owed
        return won

    def release(self, key: str) -> None:
        """Give a key back: what it stood for has plainly not happened.

        Where the store cannot be written to now, this process does it with the next claim that it makes.
        """
        self._owed |= {key}
        with suppress(UnwritableError), self._claiming.writing() as connection:
            owed = self._give_back(connection)
            self._owed -= owed

    def _give_back(self, connection: sqlite3.Connection) -> frozenset[str]:
        owed = self._owed
        connection.executemany("DELETE FROM once WHERE key = ?", [(key,) for key in owed])
        return owed

    def forget(self, prefix: str, before: str) -> int:
        """Drop the keys that begin with `prefix` and were claimed before an instant; return how many.

        They are looked up without the write lock, which is then held for one portion at a time.
        """
        return sum(self._drop(keys, before) for keys in self._old(prefix, before))

    def _old(self, prefix: str, before: str) -> Iterator[list[str]]:
        """Give the keys of a kind that are older, in portions."""
        after = prefix
        while True:
            connection = self._connections.get()
            rows = connection.execute(BEHIND, (after, prefix + LAST, LOOKED_AT)).fetchall()
            old = [key for key, claimed_at in rows if claimed_at < before]
            for at in range(0, len(old), PORTION):
                yield old[at : at + PORTION]
            if len(rows) < LOOKED_AT:
                return
            after = rows[-1][0] + FIRST  # the next one, at the earliest

    def _drop(self, keys: list[str], before: str) -> int:
        """Drop these keys, those excepted that were claimed anew meanwhile."""
        with self._connections.writing() as connection:
            return connection.executemany(DROP, [(key, before) for key in keys]).rowcount
