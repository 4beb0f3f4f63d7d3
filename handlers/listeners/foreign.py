"""What is asked in another workspace than our own: refused in words, and nothing of it is kept.

Several processes, each with the token of one workspace, may share one library and one signing secret. What one
of them answered to another's people would go out with the wrong token, and be stored as theirs.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from slack_sdk.webhook import WebhookClient

from handlers.incoming.own import team_of
from handlers.listeners.catch_all import ANYTHING
from handlers.rendering.views import results_view
from handlers.slack_api.message import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import Ack, App

    from handlers.context import AppContext
    from handlers.slack_api.prompt_ack import PromptAck

LOGGER = logging.getLogger(__name__)
SECONDS = 10  # one call to a response_url may take


def register(app: App, context: AppContext, team: Callable[[], str]) -> None:
    """Listen before everybody; `team` returns our own workspace, empty while that is not known."""
    foreign = Foreign(context, team)
    matchers = [foreign.is_foreign]
    app.event(ANYTHING, matchers=matchers)(foreign.pass_over)
    app.command(ANYTHING, matchers=matchers)(foreign.refuse_command)
    app.action(ANYTHING, matchers=matchers)(foreign.refuse_click)
    app.shortcut(ANYTHING, matchers=matchers)(foreign.refuse_click)
    app.view(ANYTHING, matchers=matchers)(foreign.refuse_view)


class Foreign:
    """Says once in the log that it came, and to the one who asked that this bot serves another workspace."""

    def __init__(self, context: AppContext, team: Callable[[], str]) -> None:
        self._context, self._team = context, team
        self._met: set[str] = set()

    def is_foreign(self, body: dict[str, Any]) -> bool:
        """Whether a payload is of another workspace; while ours is not known none is."""
        own, asked = self._team(), team_of(body)
        return bool(own and asked and asked != own)

    def pass_over(self, ack: Ack, body: dict[str, Any]) -> None:
        """Acknowledge an event: whoever speaks in passing is not answered."""
        ack()
        self._log(body)

    def refuse_command(self, ack: PromptAck, body: dict[str, Any]) -> None:
        """Say it in the acknowledgement, which needs no token."""
        self._log(body)
        if not ack.offer(text=say(self._context.replies.foreign_team).private()):
            self._say(str(body.get("response_url") or ""))

    def refuse_click(self, ack: Ack, body: dict[str, Any]) -> None:
        """Say it over the response_url, which needs no token either; a modal or a global shortcut has none."""
        ack()
        self._log(body)
        self._say(str(body.get("response_url") or ""))

    def refuse_view(self, ack: Ack, body: dict[str, Any]) -> None:
        """Say it in place of the window."""
        said = say(self._context.replies.foreign_team)
        ack(response_action="update", view=results_view(said, self._context.replies))
        self._log(body)

    def _say(self, url: str) -> None:
        """Have it said by those who may wait for Slack; once, as nothing depends on it."""

        def job() -> None:
            try:
                client = WebhookClient(url, timeout=SECONDS, retry_handlers=[])
                client.send_dict(say(self._context.replies.foreign_team).private())
            except OSError as error:
                LOGGER.warning("a response_url of another workspace did not answer: %s", error)

        if url and not self._context.runners.answers.put(url, job):
            LOGGER.error("too many answers wait; another workspace gets none")

    def _log(self, body: dict[str, Any]) -> None:
        """Tell the operator, once for each workspace."""
        team = team_of(body)
        if team not in self._met:
            self._met.add(team)
            LOGGER.warning(
                "requests of workspace %s come to the process of %s and are refused: start one with its token",
                team,
                self._team(),
            )
