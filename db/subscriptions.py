"""Which channels get a daily quote, and how far each has come."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.connection import Connections

OFF = "off"


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a channel asked for. `at` is a local time (09:00) in `zone`, an IANA name.

    `handled` is the last local date (ISO) that needs nothing more; `paused` is empty while the channel is
    served, `off` after somebody ended it, else the word of Slack that made it stop.
    """

    team: str
    channel: str
    at: str
    zone: str
    days: str
    theme: str
    seed: str
    set_by: str
    set_at: str
    handled: str
    paused: str = ""

    @property
    def channel_key(self) -> tuple[str, str]:
        """Its workspace and channel."""
        return self.team, self.channel


COLUMNS = ", ".join(field.name for field in fields(Subscription))
TABLES = (
    """
    CREATE TABLE subscriptions (
        team TEXT NOT NULL,
        channel TEXT NOT NULL,
        at TEXT NOT NULL,  -- local time of day, 09:00
        zone TEXT NOT NULL,  -- a name, as an offset would move with summer time
        days TEXT NOT NULL,
        theme TEXT NOT NULL,
        seed TEXT NOT NULL,  -- of the deck; kept for good, so that the order can be audited
        set_by TEXT NOT NULL,
        set_at TEXT NOT NULL,
        handled TEXT NOT NULL,  -- the last local date that needs nothing more
        paused TEXT NOT NULL,  -- empty while served
        PRIMARY KEY (team, channel)
    ) WITHOUT ROWID
    """,
)


class Subscriptions:
    """The subscriptions of all workspaces."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def save(self, wanted: Subscription) -> Subscription:
        """Set a channel up or change it; return what is kept: its first seed stays."""
        marks = ", ".join("?" for _ in fields(Subscription))
        changed = ", ".join(
            f"{field.name} = excluded.{field.name}"
            for field in fields(Subscription)[2:]
            if field.name != "seed"
        )
        with self._connections.writing() as connection:
            connection.execute(
                f"INSERT INTO subscriptions ({COLUMNS}) VALUES ({marks}) "  # noqa: S608 - names of our own fields
                f"ON CONFLICT (team, channel) DO UPDATE SET {changed}",
                astuple(wanted),
            )
        kept = self.get(*wanted.channel_key)
        return kept or wanted

    def get(self, team: str, channel: str) -> Subscription | None:
        """Return the subscription of a channel, also a paused one; None where there never was one."""
        found = self._select("WHERE team = ? AND channel = ?", team, channel)
        return found[0] if found else None

    def active(self, team: str) -> list[Subscription]:
        """Return the subscriptions of a workspace that are served."""
        return self._select("WHERE paused = '' AND team = ?", team)

    def of(self, team: str) -> list[Subscription]:
        """Return every subscription of a workspace, paused ones too."""
        return self._select("WHERE team = ?", team)

    def all(self) -> list[Subscription]:
        """Return every subscription of all workspaces, paused ones too."""
        return self._select("")

    def pause(self, team: str, channel: str, why: str) -> None:
        """Stop serving a channel, for a reason in one word."""
        with self._connections.writing() as connection:
            connection.execute(
                "UPDATE subscriptions SET paused = ? WHERE team = ? AND channel = ?", (why, team, channel)
            )

    def handle(self, team: str, channel: str, day: str) -> None:
        """Note that a local date needs nothing more; an earlier one changes nothing."""
        with self._connections.writing() as connection:
            connection.execute(HANDLED, (day, team, channel))

    def _select(self, where: str, *given: str) -> list[Subscription]:
        rows = self._connections.get().execute(
            f"SELECT {COLUMNS} FROM subscriptions {where} ORDER BY team, channel",  # noqa: S608 - our own words
            given,
        )
        return [Subscription(*row) for row in rows]


HANDLED = "UPDATE subscriptions SET handled = max(handled, ?) WHERE team = ? AND channel = ?"
