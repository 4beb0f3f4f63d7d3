"""The workspace that a token belongs to: asked of Slack beside the work, and asked again until it answers."""

from __future__ import annotations

import logging
import time
from threading import Lock, Thread
from typing import TYPE_CHECKING

from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from handlers.incoming.own import Own
from handlers.slack_api.error_words import about

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import BoltContext

LOGGER = logging.getLogger(__name__)
AGAIN = 5.0  # seconds until Slack is asked again after it did not say
NEXT_STEP = "check SLACK_BOT_TOKEN, or install the app again"


class Home:
    """Knows its own workspace once Slack has told it; safe to share between threads.

    With `waits` the first question is answered before `own` returns, which is for the clock and for tests.
    Without, a thread of its own asks, so that no acknowledgement ever waits for it. `refused` is Slack's word
    where it does not take the token; that is logged once, unless `quiet`.
    """

    def __init__(self, client: WebClient, *, waits: bool = False, quiet: bool = False) -> None:
        # a 429 is no reason to sleep here: it is asked again anyway
        self._client = WebClient(
            token=client.token, base_url=client.base_url, timeout=client.timeout, retry_handlers=[]
        )
        self._waits, self._quiet = waits, quiet
        self._lock, self._asked_at = Lock(), float("-inf")
        self._own: Own | None = None
        self.refused = ""

    @property
    def token(self) -> str:
        """The token that it is about."""
        return str(self._client.token or "")

    def own(self) -> Own | None:
        """Return who we are; None while Slack has not said."""
        if self._own is None and self._is_time():
            if self._waits:
                self._ask()
            else:
                Thread(target=self._ask, name="auth.test", daemon=True).start()
        return self._own

    def team(self) -> str:
        """Return the id of our workspace; empty while Slack has not said."""
        own = self.own()
        return own.team if own else ""

    def authorizer(self) -> Callable[..., AuthorizeResult]:
        """Return what tells Bolt who we are, as far as known: by itself it asks Slack while a request waits."""

        # a function, as Bolt passes arguments by their names, and counts a method's `self` among them
        def authorize(context: BoltContext) -> AuthorizeResult:
            own = self.own() or Own()
            return AuthorizeResult(
                enterprise_id=context.enterprise_id,
                team_id=context.team_id,
                bot_token=self.token,
                bot_id=own.bot or None,
                bot_user_id=own.user or None,
            )

        return authorize

    def _is_time(self) -> bool:
        """Whether Slack may be asked now; True for one caller only."""
        with self._lock:
            now = time.monotonic()
            if now - self._asked_at < AGAIN:
                return False
            self._asked_at = now
            return True

    def _ask(self) -> None:
        try:
            told = self._client.auth_test()
        except SlackApiError as error:
            word = str(error.response.get("error") or "")
            if about(word) in {"later", "unclear"}:
                LOGGER.warning("Slack does not say whose token it is (%s), and is asked again", word)
                return
            if not self.refused and not self._quiet:
                LOGGER.error("Slack does not take the bot token (%s): %s", word, NEXT_STEP)  # noqa: TRY400 - the cause is Slack's word, not a place in our code
            self.refused = word
        except (SlackClientError, OSError, ValueError) as error:
            LOGGER.warning("Slack does not say whose token it is, and is asked again: %s", error)
        else:
            self.refused = ""
            names = (str(told.get(name) or "") for name in ("team_id", "user_id", "bot_id"))
            self._own = Own(*names)
