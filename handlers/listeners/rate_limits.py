"""In front of every listener that looks something up: who asks too much is told when to ask again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming.event import Event
from handlers.incoming.request import Request
from handlers.listeners.declining import decline
from handlers.listeners.shortcuts import LOOKUP
from handlers.rendering.views import QUERY

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App, BoltResponse
    from slack_sdk import WebClient

    from handlers.context import AppContext
    from handlers.request_rate import Buckets
    from handlers.slack_api.prompt_ack import PromptAck

# tokens of a request; a look-up compares many sentences, a click turns a page
COMMAND, ASKED, SUBMITTED, CLICK, LOOKED_UP = 2, 2, 2, 1, 10


def register(app: App, context: AppContext, buckets: Buckets, team: Callable[[], str]) -> None:
    """Stand in front of all listeners: this runs in the thread that a request came with.

    `team` returns our own workspace. What comes from another is refused behind this (`foreign`), and never
    answered with our token.
    """
    app.use(RateLimits(context, buckets, team).let_in)


class RateLimits:
    """Takes tokens for a request, or answers it in place of a listener, privately."""

    def __init__(self, context: AppContext, buckets: Buckets, team: Callable[[], str]) -> None:
        self._context, self._buckets, self._team = context, buckets, team

    def let_in(
        self,
        ack: PromptAck,
        body: dict[str, Any],
        client: WebClient,
        next: Callable[[], None],  # noqa: A002 - Bolt passes it by this name
    ) -> BoltResponse | None:
        """Let a request through, or say when it may come again; a global middleware."""
        event = Event.of(body) if body.get("event") else None
        asked = event or Request.of(body)
        own = self._team()
        if own and asked.team not in {"", own}:
            next()
            return None
        verdict = self._buckets.take(str(asked.team), str(asked.user), cost_of(body))
        if verdict.allowed:
            next()
            return None
        replies = self._context.replies
        template = replies.too_many_here if verdict.everybody else replies.too_many
        said = template.format(seconds=verdict.seconds)
        return decline(self._context, ack, body, client, said, tell=verdict.new)


def cost_of(body: dict[str, Any]) -> int:
    """Return what a request costs; nothing where nothing is looked up for whoever sent it."""
    if body.get("event"):
        event, direct = Event.of(body), body["event"].get("channel_type") == "im"
        asks = body["event"].get("type") == "app_mention" or (
            body["event"].get("type") == "message" and direct
        )
        return ASKED if asks and not event.foreign else 0
    if "command" in body:
        return COMMAND
    if body.get("type") == "view_submission":
        return SUBMITTED if (body.get("view") or {}).get("callback_id") == QUERY else 0
    if body.get("type") == "message_action":
        return LOOKED_UP if body.get("callback_id") == LOOKUP else 0
    return CLICK if body.get("type") == "block_actions" else 0
