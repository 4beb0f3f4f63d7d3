"""A token or a workspace that Slack refuses: the operator is told once, and once more when it is over."""

from __future__ import annotations

import hashlib
import logging
from datetime import datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from handlers.slack_api.error_words import UNTOLD, about

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.store import Store
    from handlers.replies_daily import DailyReplies

LOGGER = logging.getLogger(__name__)
PAUSE = timedelta(minutes=5)  # until Slack is asked again; in between nothing is sent to that workspace
NEXT_STEP = "check SLACK_BOT_TOKEN and its scopes (policy-bot doctor), or install the app again"


class KnownWorkspace(Protocol):
    """What is known of our workspace: the token it goes by, and Slack's word where it refuses that."""

    refused: str

    @property
    def token(self) -> str:
        """The bot token."""

    def team(self) -> str:
        """Return the id of our workspace; empty while Slack has not said."""


class Outage:
    """Holds a workspace back while Slack refuses all its calls; no channel is paused for that.

    That it began stands in the store, so that it is logged once, whatever number of channels, runs and
    processes meet it. When it is over whoever set up a channel there is told in one message.
    """

    def __init__(
        self, store: Store, said: DailyReplies, home: KnownWorkspace, wall: Callable[[], datetime]
    ) -> None:
        self._store, self._said, self._home, self._wall = store, said, home, wall
        self._known = False  # whether this process has met its workspace
        self._lock, self._until = Lock(), datetime.min.replace(tzinfo=wall().tzinfo)

    def team(self) -> str:
        """Return our workspace, empty where nothing may be sent: Slack refuses it, or has not said which."""
        if self._wall() < self._until:
            return ""
        team = self._home.team()
        if not team and self._home.refused:
            self.begins(self._stand_in(), self._home.refused)
        elif team and not self._known:
            self._known = True
            if self._is_of_token(team):
                self.ends(team)  # auth.test has just taken it
        return team

    def why(self) -> str:
        """Say in a word why nothing is sent; empty where it may be."""
        if self.team():
            return ""
        known = self._store.outages.get(self._home.team() or self._stand_in())
        return known.word if known else "no_answer"

    def begins(self, team: str, word: str) -> None:
        """Hold the workspace back; log it if nobody has."""
        with self._lock:
            self._until = self._wall() + PAUSE
        if self._store.outages.begin(team, word, self._wall().isoformat()):
            LOGGER.error("Slack refuses every call for %s (%s): %s", team, word, NEXT_STEP)

    def ends(self, team: str) -> None:
        """Note that Slack takes a workspace's calls again, and tell it, if they were refused."""
        known = self._store.outages.get(team)
        if known is None:
            return
        with self._store.writing():
            if not self._store.outages.end(team):
                return
            told = self._said.told_outage.format(
                since=self._local(known.since),
                until=self._local(self._wall().isoformat()),
                why=self._said.why(known.word),
            )
            for person in sorted({one.set_by for one in self._store.subscriptions.active(team)}):
                self._store.outbox.put(team, person, told, self._wall().isoformat())
        LOGGER.warning(
            "Slack takes the calls for %s again, refused since %s (%s)", team, *(known.since, known.word)
        )

    def _is_of_token(self, team: str) -> bool:
        known = self._store.outages.get(team)
        return known is not None and about(known.word) in UNTOLD

    def _stand_in(self) -> str:
        """Name the workspace that is refused: the only one that the store knows, else by its token."""
        teams = {one.team for one in self._store.subscriptions.all()}
        if len(teams) == 1:
            return teams.pop()
        return f"token {hashlib.sha256(self._home.token.encode()).hexdigest()[:12]}"

    def _local(self, instant: str) -> str:
        return f"{datetime.fromisoformat(instant):%Y-%m-%d %H:%M} UTC"
