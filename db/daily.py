"""The daily posts: one row for each channel and local date, claimed under a lease before anything is sent.

claimed  somebody may be posting; what became of it is open until `settle`
waiting  Slack plainly did not take it; it is tried again at `retry_at`
posted   it stands in the channel under `ts`
unsure   it may stand there; nobody could look, so it is not posted again
missed   the grace period went by; skipped: somebody asked for that; empty: nothing to quote;
dropped  the channel could not be posted to, or was switched off before it was
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields, replace
from typing import TYPE_CHECKING

from db.subscriptions import HANDLED

if TYPE_CHECKING:
    from db.connection import Connections

CLAIMED, WAITING, POSTED, UNSURE = "claimed", "waiting", "posted", "unsure"
MISSED, SKIPPED, EMPTY, DROPPED = "missed", "skipped", "empty", "dropped"


@dataclass(frozen=True, slots=True)
class Post:
    """One channel's post for one local date. Instants are ISO in UTC; empty where there is none.

    `claimed_at`, `lease_until` and `retry_at` are wall clock; `due` may be rehearsed. `passage` and `round`
    say which card of the deck it is, `code`, `start` and `end` where its words stand, `theme` what the deck was
    narrowed to then. `looked` is the time stamp of Slack down to which the history is still to be read or was
    read in vain; empty where nobody has to look.
    """

    team: str
    channel: str
    day: str
    state: str
    due: str
    claim: str = ""
    claimed_at: str = ""
    lease_until: str = ""
    retry_at: str = ""
    attempts: int = 0
    passage: str = ""
    round: int = 0
    code: str = ""
    start: int = 0
    end: int = 0
    ts: str = ""
    error: str = ""
    theme: str = ""
    looked: str = ""

    @property
    def channel_key(self) -> tuple[str, str]:
        """Its workspace and channel."""
        return self.team, self.channel

    @property
    def name(self) -> tuple[str, str, str]:
        """What there is only one of: workspace, channel and local date."""
        return self.team, self.channel, self.day

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done about it."""
        return self.state in {CLAIMED, WAITING}


COLUMNS = ", ".join(f'"{field.name}"' for field in fields(Post))
TABLES = (
    """
    CREATE TABLE daily_posts (
        team TEXT NOT NULL,
        channel TEXT NOT NULL,
        day TEXT NOT NULL,  -- the local date; one post each, in any number of processes
        state TEXT NOT NULL,
        due TEXT NOT NULL,
        claim TEXT NOT NULL,  -- travels in the message's metadata
        claimed_at TEXT NOT NULL,  -- wall clock of the first claim: from where to look for the message
        lease_until TEXT NOT NULL,
        retry_at TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        passage TEXT NOT NULL,  -- the key of the card
        round INTEGER NOT NULL,
        code TEXT NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        ts TEXT NOT NULL,
        error TEXT NOT NULL,  -- Slack's last word, or ours
        PRIMARY KEY (team, channel, day)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX open_posts ON daily_posts (state) WHERE state IN ('claimed', 'waiting')",
)
LOOKED_AND_THEME = (
    "ALTER TABLE daily_posts ADD COLUMN theme TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE daily_posts ADD COLUMN looked TEXT NOT NULL DEFAULT ''",
    # what is not known any more: the theme that the channel has today is the likeliest
    """
    UPDATE daily_posts SET theme = coalesce((SELECT theme FROM subscriptions AS one
    WHERE one.team = daily_posts.team AND one.channel = daily_posts.channel), '')
    """,
)
_OPEN = "state IN ('claimed', 'waiting')"
_NAMED = "team = ? AND channel = ? AND day = ?"


class Daily:
    """The posts of all channels."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def claim(self, post: Post) -> bool:
        """Take a local date for this post, for good; False where it is taken, by whatever process."""
        marks = ", ".join("?" for _ in fields(Post))
        with self._connections.writing(durable=True) as connection:
            done = connection.execute(
                f"INSERT INTO daily_posts ({COLUMNS}) VALUES ({marks}) "  # noqa: S608 - names of our own fields
                "ON CONFLICT (team, channel, day) DO NOTHING",
                astuple(post),
            )
            return done.rowcount == 1

    def record(self, post: Post) -> bool:
        """Write down a date that gets no post, and that the channel needs nothing more for it."""
        written = self.claim(post)
        with self._connections.writing() as connection:
            connection.execute(HANDLED, (post.day, *post.channel_key))
        return written

    def take_over(self, seen: Post, lease_until: str, looked: str = "") -> Post | None:
        """Lease an open post as it was `seen`, and say from where to look; None where another was faster."""
        with self._connections.writing(durable=True) as connection:
            done = connection.execute(
                "UPDATE daily_posts SET state = 'claimed', lease_until = ?, looked = ?, attempts = attempts + 1 "  # noqa: S608 - our own words
                f"WHERE {_NAMED} AND {_OPEN} AND state = ? AND lease_until = ? AND attempts = ?",
                (lease_until, looked, *seen.name, seen.state, seen.lease_until, seen.attempts),
            )
            if done.rowcount != 1:
                return None
        changed = replace(seen, state=CLAIMED, lease_until=lease_until, looked=looked)
        return replace(changed, attempts=seen.attempts + 1)

    def renew(self, mine: Post, lease_until: str, looked: str = "") -> Post | None:
        """Lengthen the lease that one holds, and note how far was looked; None where it was lost meanwhile."""
        with self._connections.writing(durable=True) as connection:
            done = connection.execute(
                "UPDATE daily_posts SET lease_until = ?, looked = ? "  # noqa: S608 - our own words
                f"WHERE {_NAMED} AND state = 'claimed' AND lease_until = ? AND attempts = ?",
                (lease_until, looked, *mine.name, mine.lease_until, mine.attempts),
            )
            return replace(mine, lease_until=lease_until, looked=looked) if done.rowcount == 1 else None

    def redeal(self, post: Post) -> Post:
        """Put another card on an open post whose passage has left the library; return the post."""
        with self._connections.writing() as connection:
            connection.execute(
                'UPDATE daily_posts SET passage = ?, round = ?, code = ?, start = ?, "end" = ?, theme = ? '  # noqa: S608 - our own words
                f"WHERE {_NAMED} AND {_OPEN}",
                (post.passage, post.round, post.code, post.start, post.end, post.theme, *post.name),
            )
        return post

    def put_off(self, post: Post, state: str, retry_at: str, error: str) -> None:
        """Leave an open post for later: `waiting` if it was plainly not sent, else `claimed`."""
        with self._connections.writing() as connection:
            connection.execute(
                "UPDATE daily_posts SET state = ?, retry_at = ?, error = ? "  # noqa: S608 - our own words
                f"WHERE {_NAMED} AND {_OPEN} AND attempts = ?",
                (state, retry_at, error, *post.name, post.attempts),
            )

    def settle(self, post: Post, state: str, *, ts: str = "", error: str = "") -> None:
        """Write down what became of a post for good; what was posted stays posted."""
        with self._connections.writing(durable=True) as connection:
            connection.execute(
                "UPDATE daily_posts SET state = ?, ts = ?, error = ?, lease_until = '', retry_at = '', looked = '' "  # noqa: S608 - our own words
                f"WHERE {_NAMED} AND state <> 'posted' AND ({_OPEN} OR ? = 'posted')",
                (state, ts, error, *post.name, state),
            )
            connection.execute(HANDLED, (post.day, *post.channel_key))

    def rewind(self, team: str, channel: str, day: str, since: str) -> None:
        """Take back what a clock that was ahead wrote down: of mornings due after `since` only posts stay.

        `day` is the last local date that needs nothing more by the clock that is right.
        """
        with self._connections.writing(durable=True) as connection:
            connection.execute(
                "DELETE FROM daily_posts WHERE team = ? AND channel = ? AND due > ? "
                "AND state IN ('missed', 'empty')",
                (team, channel, since),
            )
            connection.execute(
                "UPDATE subscriptions SET handled = min(handled, ?) WHERE team = ? AND channel = ?",
                (day, team, channel),
            )

    def unskip(self, team: str, channel: str, day: str) -> bool:
        """Take back that a date is skipped; False where it was not."""
        with self._connections.writing() as connection:
            done = connection.execute(
                f"DELETE FROM daily_posts WHERE {_NAMED} AND state = 'skipped'",  # noqa: S608 - our own words
                (team, channel, day),
            )
            return done.rowcount == 1

    def get(self, team: str, channel: str, day: str) -> Post | None:
        """Return the post of a local date, whatever became of it."""
        found = self._select(f"WHERE {_NAMED}", team, channel, day)
        return found[0] if found else None

    def open(self, team: str) -> list[Post]:
        """Return the posts of a workspace about which something is still to be done."""
        return self._select(f"WHERE {_OPEN} AND team = ?", team)

    def history(self, team: str, channel: str) -> list[Post]:
        """Return all posts of a channel, oldest first."""
        return self._select("WHERE team = ? AND channel = ?", team, channel)

    def latest_of_others(self, team: str, channel: str) -> list[Post | None]:
        """Return, for each other channel that is served, the last post that Slack said something of, or None."""
        names = ", ".join(f"post.{name}" for name in COLUMNS.split(", "))
        rows = self._connections.get().execute(
            f"SELECT {names} FROM subscriptions AS one LEFT JOIN daily_posts AS post "  # noqa: S608 - names of our own fields
            "ON post.team = one.team AND post.channel = one.channel AND post.day = (SELECT max(day) "
            "FROM daily_posts AS any WHERE any.team = one.team AND any.channel = one.channel "
            f"AND claim <> '' AND (error <> '' OR NOT {_OPEN})) "
            "WHERE one.team = ? AND one.channel <> ? AND one.paused = ''",
            (team, channel),
        )
        return [Post(*row) if row[0] else None for row in rows]

    def _select(self, where: str, *given: str) -> list[Post]:
        rows = self._connections.get().execute(
            f"SELECT {COLUMNS} FROM daily_posts {where} ORDER BY team, channel, day",  # noqa: S608 - our own words
            given,
        )
        return [Post(*row) for row in rows]
