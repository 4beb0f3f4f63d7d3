"""Times in which Slack refuses a whole workspace's calls: one row each, so that it is told once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.connection import Connections

TABLES = (
    """
    CREATE TABLE outages (
        team TEXT PRIMARY KEY,   -- or what stands for a workspace that is not known
        word TEXT NOT NULL,      -- Slack's
        since TEXT NOT NULL      -- wall clock
    ) WITHOUT ROWID
    """,
    "ALTER TABLE notices ADD COLUMN team TEXT NOT NULL DEFAULT ''",
    # whose they are is known by the channels that the person set up; where it is not, anybody sends them
    """
    UPDATE notices SET team = coalesce((SELECT CASE count(DISTINCT team) WHEN 1 THEN min(team) END
    FROM subscriptions AS one WHERE one.set_by = notices.person), '')
    """,
    # these words of Slack say nothing about a channel: what was paused for them goes on by itself
    """
    UPDATE subscriptions SET paused = '' WHERE paused IN (
    'account_inactive', 'token_revoked', 'token_expired', 'invalid_auth', 'not_authed', 'missing_scope',
    'ekm_access_denied', 'team_access_not_granted', 'org_login_required', 'enterprise_is_restricted',
    'not_allowed_token_type', 'team_not_found')
    """,
)


@dataclass(frozen=True, slots=True)
class OutageRow:
    """Since when (ISO, wall clock) Slack refuses a workspace, and its word for it."""

    team: str
    word: str
    since: str


class Outages:
    """The outages that last, of all workspaces."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def get(self, team: str) -> OutageRow | None:
        """Return the outage of a workspace; None where there is none."""
        sql = "SELECT team, word, since FROM outages WHERE team = ?"
        row = self._connections.get().execute(sql, (team,)).fetchone()
        return OutageRow(*row) if row else None

    def begin(self, team: str, word: str, now: str) -> bool:
        """Note that it began; False where that was noted before, by whatever process."""
        with self._connections.writing(durable=True) as connection:
            sql = "INSERT INTO outages (team, word, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
            return connection.execute(sql, (team, word, now)).rowcount == 1

    def end(self, team: str) -> bool:
        """Note that it is over; False where somebody else did, or there was none."""
        with self._connections.writing(durable=True) as connection:
            return connection.execute("DELETE FROM outages WHERE team = ?", (team,)).rowcount == 1
