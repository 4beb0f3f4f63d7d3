"""The imported years of Chinese workdays: a row for each day that the State Council's arrangement names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from db.connection import Connections

TABLES = (
    """
    CREATE TABLE calendar (day TEXT PRIMARY KEY, worked INTEGER NOT NULL) WITHOUT ROWID
    """,
)


class Calendar:
    """What was imported besides the calendar package."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def days(self) -> dict[str, bool]:
        """Return the imported days by ISO date, True for one that is worked."""
        rows = self._connections.get().execute("SELECT day, worked FROM calendar")
        return {day: bool(worked) for day, worked in rows}

    def keep(self, days: Mapping[date, bool]) -> None:
        """Keep days beside those that are known, in place of what was known of each."""
        with self._connections.writing() as connection:
            connection.executemany(
                "INSERT INTO calendar (day, worked) VALUES (?, ?) "
                "ON CONFLICT (day) DO UPDATE SET worked = excluded.worked",
                [(day.isoformat(), int(worked)) for day, worked in days.items()],
            )
