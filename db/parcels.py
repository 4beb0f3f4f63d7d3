"""Answers that were promised when a process ended: kept for the next one, and handed out once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.connection import Connections

TABLES = (
    """
    CREATE TABLE parcels (
        id INTEGER PRIMARY KEY,
        team TEXT NOT NULL,
        content TEXT NOT NULL,     -- JSON (handlers/sending/parcel.py)
        until TEXT NOT NULL,       -- after which nobody has any use for it
        leased TEXT NOT NULL       -- until when a process has it in hand; empty where none has
    )
    """,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer as it was kept. Instants are ISO in UTC."""

    id: int
    team: str
    content: str
    until: str


class Parcels:
    """The answers that are still to be sent, in any number of processes."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def keep(self, parcels: Sequence[tuple[str, str, str]]) -> None:
        """Keep answers, each a team, its content and until when it is of use: all of them or none."""
        with self._connections.writing(durable=True) as connection:
            sql = "INSERT INTO parcels (team, content, until, leased) VALUES (?, ?, ?, '')"
            connection.executemany(sql, parcels)

    def hold(self, team: str, content: str, until: str, leased: str) -> int:
        """Keep an answer that is in hand until `leased`; return its number. It may stand in a larger transaction."""
        with self._connections.writing(durable=True) as connection:
            sql = "INSERT INTO parcels (team, content, until, leased) VALUES (?, ?, ?, ?)"
            number = connection.execute(sql, (team, content, until, leased)).lastrowid
        return int(number or 0)

    def waiting(self, now: str) -> bool:
        """Whether there is one that no process has in hand."""
        sql = "SELECT 1 FROM parcels WHERE leased < ? LIMIT 1"
        return self._connections.get().execute(sql, (now,)).fetchone() is not None

    def lease(self, team: str, now: str, until: str) -> list[Kept]:
        """Take in hand what no other process has, of this workspace; oldest first."""
        with self._connections.writing() as connection:
            sql = "SELECT id, team, content, until FROM parcels WHERE leased < ? AND team = ? ORDER BY id"
            found = [Kept(*row) for row in connection.execute(sql, (now, team))]
            taken = [(until, one.id) for one in found]
            connection.executemany("UPDATE parcels SET leased = ? WHERE id = ?", taken)
        return found

    def begin(self, kept: int) -> bool:
        """Take one out for good, just before it is sent; False where another process did."""
        with self._connections.writing(durable=True) as connection:
            return connection.execute("DELETE FROM parcels WHERE id = ?", (kept,)).rowcount == 1

    def forget(self, before: str) -> int:
        """Drop what is of no use since an instant, of any workspace; return how many there were."""
        with self._connections.writing() as connection:
            return connection.execute("DELETE FROM parcels WHERE until < ?", (before,)).rowcount
