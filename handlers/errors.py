"""When a listener fails: the user is told a sentence, the log the cause, both once."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from slack_bolt import BoltResponse

from handlers.drawing import answers
from handlers.replying import deliver
from handlers.request import Request

if TYPE_CHECKING:
    from slack_bolt import App
    from slack_sdk import WebClient

    from handlers.parts import Parts

LOGGER = logging.getLogger(__name__)


def register(app: App, parts: Parts) -> None:
    """Take over from Bolt, which would tell the log only."""
    app.error(Errors(parts).handle)


class Errors:
    """Tells of an error. What the user wrote is not logged."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def handle(
        self, error: Exception, body: dict[str, Any], client: WebClient, response: BoltResponse | None
    ) -> BoltResponse | None:
        """Log the cause and tell the one who asked; Slack gets a plain acknowledgement."""
        LOGGER.error("a listener failed: %s", body.get("type") or body.get("command"), exc_info=error)
        request = Request.of(body)
        if request.user:
            deliver(answers.say(self._parts.replies.failure), request, client)
        # Bolt passes a response only while the request is unanswered, and takes one back only then
        return BoltResponse(status=200, body="") if response is not None else None
