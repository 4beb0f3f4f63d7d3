"""What people are to be told by direct message: kept until Slack has taken it, so that no failure loses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.connection import Connections

TABLES = (
    """
    CREATE TABLE notices (
        id INTEGER PRIMARY KEY,
        person TEXT NOT NULL,
        text TEXT NOT NULL,
        put_at TEXT NOT NULL,    -- wall clock, as the next
        retry_at TEXT NOT NULL,  -- not before then; while it is being sent, when that is given up for lost
        attempts INTEGER NOT NULL
    )
    """,
)


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to a person (Slack's id) of a workspace. Instants are ISO in UTC, of the wall clock."""

    id: int
    team: str
    person: str
    text: str
    put_at: str
    retry_at: str
    attempts: int


class Outbox:
    """The messages that are still to be sent, in any number of processes."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def put(self, team: str, person: str, text: str, now: str) -> None:
        """Add a message; inside `Store.writing` it is kept together with what it tells of, or not at all."""
        with self._connections.writing(durable=True) as connection:
            sql = "INSERT INTO notices (team, person, text, put_at, retry_at, attempts) VALUES (?, ?, ?, ?, ?, 0)"
            connection.execute(sql, (team, person, text, now, now))

    def due(self, team: str, now: str, beyond: str) -> list[Notice]:
        """Return what may be sent now to a workspace, oldest first.

        That is also what waits `beyond` any wait, as the clock went back, and what is of no known workspace.
        """
        rows = self._connections.get().execute(
            "SELECT id, team, person, text, put_at, retry_at, attempts FROM notices "
            "WHERE team IN (?, '') AND (retry_at <= ? OR retry_at > ?) ORDER BY id",
            (team, now, beyond),
        )
        return [Notice(*row) for row in rows]

    def take(self, seen: Notice, until: str) -> bool:
        """Keep others from sending it until then; False where somebody else was faster."""
        with self._connections.writing() as connection:
            sql = (
                "UPDATE notices SET retry_at = ?, attempts = attempts + 1 "
                "WHERE id = ? AND retry_at = ? AND attempts = ?"
            )
            return connection.execute(sql, (until, seen.id, seen.retry_at, seen.attempts)).rowcount == 1

    def put_off(self, seen: Notice, until: str) -> None:
        """Leave it for a later try."""
        with self._connections.writing() as connection:
            connection.execute("UPDATE notices SET retry_at = ? WHERE id = ?", (until, seen.id))

    def remove(self, seen: Notice) -> None:
        """Forget a message: it was sent, or is given up."""
        with self._connections.writing() as connection:
            connection.execute("DELETE FROM notices WHERE id = ?", (seen.id,))
