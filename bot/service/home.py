"""The workspace that a token belongs to: asked of Slack at the start or beside the work, until it answers."""

from __future__ import annotations

import logging
import time
from threading import Lock, Thread
from typing import TYPE_CHECKING

from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from corpus.errors import SettingsError, without_userinfo
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

    def admit(self) -> None:
        """Ask now, before anybody is served; SettingsError where the token is dead, any other trouble is logged."""
        if self._is_time():
            self._ask()
        if about(self.refused) == "token":
            raise SettingsError(
                f"Slack refuses it ({self.refused})",
                which="SLACK_BOT_TOKEN",
                next_step="copy it from OAuth & Permissions, or install the app again",
            )
        self._log_refusal("")

    def own(self) -> Own | None:
        """Return who we are; None while Slack has not said."""
        if self._own is None and self._is_time():
            if self._waits:
                self._ask_and_log()
            else:
                Thread(target=self._ask_and_log, name="auth.test", daemon=True).start()
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

    def _ask_and_log(self) -> None:
        before = self.refused
        self._ask()
        self._log_refusal(before)

    def _ask(self) -> None:
        try:
            told = self._client.auth_test()
        except SlackApiError as error:
            word = str(error.response.get("error") or "")
            if about(word) in {"later", "unclear"}:
                LOGGER.warning("Slack does not say whose token it is (%s), and is asked again", word)
                return
            self.refused = word
        except (SlackClientError, OSError, ValueError) as error:
            cause = without_userinfo(str(error))
            LOGGER.warning("Slack does not say whose token it is, and is asked again: %s", cause)
        else:
            self.refused = ""
            names = (str(told.get(name) or "") for name in ("team_id", "user_id", "bot_id"))
            self._own = Own(*names)

    def _log_refusal(self, before: str) -> None:
        """Log that Slack refuses the token, where it did not `before`."""
        if self.refused and not before and not self._quiet:
            LOGGER.error("Slack does not take the bot token (%s): %s", self.refused, NEXT_STEP)
