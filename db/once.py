"""Things that may happen once only, whatever number of processes sees them: events, clicks, shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.connection import Connections


class Once:
    """Claims on keys; the key says whose they are (`share:TEAM:CHANNEL:…`)."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def claim(self, key: str, now: str) -> bool:
        """Take a key; True for the first caller only, in any thread and process, for ever."""
        with self._connections.writing() as connection:
            sql = "INSERT INTO once (key, claimed_at) VALUES (?, ?) ON CONFLICT DO NOTHING"
            return connection.execute(sql, (key, now)).rowcount == 1

    def release(self, key: str) -> None:
        """Give a key back: what it stood for has plainly not happened."""
        with self._connections.writing() as connection:
            connection.execute("DELETE FROM once WHERE key = ?", (key,))

    def forget(self, prefix: str, before: str) -> int:
        """Drop the keys that begin with `prefix` and were claimed before an instant; return how many."""
        with self._connections.writing() as connection:
            sql = "DELETE FROM once WHERE substr(key, 1, length(?)) = ? AND claimed_at < ?"
            return connection.execute(sql, (prefix, prefix, before)).rowcount
