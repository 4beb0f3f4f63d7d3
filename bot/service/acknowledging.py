"""What is done to a request in the thread that it came with, before any queue: when it is acknowledged, whose it is.

Slack waits three seconds for an acknowledgement, counted from its own sending
(docs.slack.dev/interactivity/handling-user-interaction): the request's time stamp, in whole seconds.
"""

from __future__ import annotations

from contextvars import ContextVar
from threading import Lock
from typing import TYPE_CHECKING, Any

from bot.wall_clock import now as wall_now
from handlers.incoming.received import RECEIVED, Received
from handlers.rendering.views import QUERY, looking
from handlers.replies import CATALOGUE
from handlers.slack_api.outgoing import USE
from handlers.slack_api.prompt_ack import PromptAck

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from slack_bolt import BoltContext, BoltRequest

    from handlers.replies import Replies

STAMP = "x-slack-request-timestamp"
LAST = 2.5  # seconds after Slack sent a request; what remains of its three is for the way back
COMMAND = 0.5  # seconds in which an answer may travel in a command's acknowledgement
WAITING = 16  # requests that may wait for their answer at once; while more come they are acknowledged at once
VIEW = 0.8  # seconds in which a window's may: its answer takes the place of the window
KEPT = "kept_until"  # what Bolt's context holds of a request that another process acknowledged
ASKER: ContextVar[str] = ContextVar("asker", default="")


class Acknowledging:
    """Decides the acknowledgement of each request: at once, or with the answer where that comes in time."""

    def __init__(self, now: Callable[[], datetime] = wall_now, replies: Replies = CATALOGUE) -> None:
        self._now, self._replies = now, replies
        self._lock, self._waiting = Lock(), list[PromptAck]()

    def arm(
        self,
        context: BoltContext,
        request: BoltRequest,
        body: dict[str, Any],
        next: Callable[[], None],  # noqa: A002 - Bolt passes it by this name
    ) -> None:
        """Give the request its acknowledgement, and remember who asked; a global middleware."""
        ack = context["ack"] = PromptAck()
        ASKER.set(f"{context.team_id or context.enterprise_id or ''}:{context.user_id or ''}")
        kept = str(context.get(KEPT) or "")
        RECEIVED.set(Received(body, kept or (self._now() + USE).isoformat(timespec="seconds")))
        left = LAST - self._age(request) if not kept and self._has_room(ack) else 0
        if "command" in body:
            ack.within(min(COMMAND, left), {})
        elif body.get("type") == "view_submission":
            ack.within(min(VIEW, left), self._late(body))
        elif body.get("type") in {"block_actions", "message_action", "shortcut", "view_closed"}:
            ack()
        next()

    def _has_room(self, ack: PromptAck) -> bool:
        """Whether a request may wait for its answer: each that does keeps a thread that others come in by."""
        with self._lock:
            self._waiting = [one for one in self._waiting if one.response is None]
            self._waiting.append(ack)
            return len(self._waiting) <= WAITING

    def _age(self, request: BoltRequest) -> float:
        """Return how many seconds ago Slack sent a request; over Socket Mode, which does not say, none."""
        told = (request.headers.get(STAMP) or [""])[0]
        return self._now().timestamp() - int(told) if told.isdigit() else 0.0

    def _late(self, body: dict[str, Any]) -> dict[str, Any]:
        """Return what a window is acknowledged with where its answer is late; nothing closes it."""
        if (body.get("view") or {}).get("callback_id") != QUERY:
            return {}
        return {"response_action": "update", "view": looking(self._replies)}


keep_ack = Acknowledging().arm
