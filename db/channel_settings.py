"""What a channel has chosen, and what is counted in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.connection import Connections

TABLES = (
    """
    CREATE TABLE channel_settings (
        team TEXT NOT NULL, channel TEXT NOT NULL, key TEXT NOT NULL,
        value TEXT NOT NULL,
        set_at TEXT NOT NULL,
        PRIMARY KEY (team, channel, key)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE channel_counts (
        team TEXT NOT NULL, channel TEXT NOT NULL, key TEXT NOT NULL,
        times INTEGER NOT NULL,
        PRIMARY KEY (team, channel, key)
    ) WITHOUT ROWID
    """,
)


class ChannelSettings:
    """Values and counters under a key, each of one channel of one workspace."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def get(self, team: str, channel: str, key: str) -> str | None:
        """Return what was set; None where nothing was."""
        sql = "SELECT value FROM channel_settings WHERE team = ? AND channel = ? AND key = ?"
        row = self._connections.get().execute(sql, (team, channel, key)).fetchone()
        return str(row[0]) if row else None

    def since(self, team: str, channel: str, key: str) -> str | None:
        """Return when it was set (ISO time); None where nothing was."""
        sql = "SELECT set_at FROM channel_settings WHERE team = ? AND channel = ? AND key = ?"
        row = self._connections.get().execute(sql, (team, channel, key)).fetchone()
        return str(row[0]) if row else None

    def put(self, team: str, channel: str, key: str, value: str, now: str) -> None:
        """Set a value, in place of the one before."""
        with self._connections.writing() as connection:
            sql = "INSERT OR REPLACE INTO channel_settings VALUES (?, ?, ?, ?, ?)"
            connection.execute(sql, (team, channel, key, value, now))

    def add(self, team: str, channel: str, key: str, value: str, now: str) -> bool:
        """Set a value where none is; False where one was, which stays."""
        with self._connections.writing() as connection:
            sql = "INSERT INTO channel_settings VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
            return connection.execute(sql, (team, channel, key, value, now)).rowcount == 1

    def keys(self, team: str, channel: str, prefix: str) -> tuple[str, ...]:
        """Return what stands behind a prefix in the keys that are set, in order."""
        sql = (
            "SELECT substr(key, length(?) + 1) FROM channel_settings "
            "WHERE team = ? AND channel = ? AND substr(key, 1, length(?)) = ? ORDER BY set_at, key"
        )
        rows = self._connections.get().execute(sql, (prefix, team, channel, prefix, prefix))
        return tuple(str(rest) for (rest,) in rows)

    def drop(self, team: str, channel: str, key: str) -> None:
        """Forget a value."""
        with self._connections.writing() as connection:
            sql = "DELETE FROM channel_settings WHERE team = ? AND channel = ? AND key = ?"
            connection.execute(sql, (team, channel, key))

    def count(self, team: str, channel: str, key: str) -> int:
        """Count one more, and return how many there are."""
        with self._connections.writing() as connection:
            sql = (
                "INSERT INTO channel_counts VALUES (?, ?, ?, 1) "
                "ON CONFLICT DO UPDATE SET times = times + 1 RETURNING times"
            )
            return int(connection.execute(sql, (team, channel, key)).fetchone()[0])

    def counted(self, team: str, channel: str, key: str) -> int:
        """Return how many were counted."""
        sql = "SELECT times FROM channel_counts WHERE team = ? AND channel = ? AND key = ?"
        row = self._connections.get().execute(sql, (team, channel, key)).fetchone()
        return int(row[0]) if row else 0

    def totals(self, key: str) -> tuple[tuple[str, str, int], ...]:
        """Return (team, channel, times) of each channel that counted under a key, the most first."""
        sql = (
            "SELECT team, channel, times FROM channel_counts WHERE key = ? ORDER BY times DESC, team, channel"
        )
        return tuple(self._connections.get().execute(sql, (key,)))
