"""Post to thread: what a look-up found goes under the message it was found in."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from corpus.errors import UnwritableError
from handlers.drawing.buttons import POST
from handlers.hearing.request import Request
from handlers.hearing.state import Window
from handlers.sending.posting import post_once
from handlers.sending.views import add_note
from handlers.surfaces.sharing import shareable, told

if TYPE_CHECKING:
    from slack_bolt import Ack, App
    from slack_sdk import WebClient

    from handlers.parts import Parts

LOGGER = logging.getLogger(__name__)


def register(app: App, parts: Parts) -> None:
    """Listen to the button in the modal."""
    app.action(POST)(ThreadPosts(parts).handle)


class ThreadPosts:
    """Posts once for each look-up; how it went is said in the modal."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def handle(self, ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        """Acknowledge, post, and say in the modal how it went."""
        ack()
        request = Request.of(body)
        view = body.get("view")
        if view and self._parts.is_new(request):
            add_note(client, view, self._noted(request, view, client), self._parts.replies)

    def _noted(self, request: Request, view: dict[str, Any], client: WebClient) -> str:
        try:
            return self._post(request, view, client)
        except UnwritableError as error:
            LOGGER.warning("nothing is posted without a claim: %s", error)
            return self._parts.replies.unwritable

    def _post(self, request: Request, view: dict[str, Any], client: WebClient) -> str:
        replies = self._parts.replies
        window = Window.read(view, request.team, request.user)
        key, message = shareable(self._parts, request.value, request.user)
        if window is None or not window.ts or message is None:
            return replies.stale
        claim = f"post:{request.team}:{window.channel}:{window.ts}:{window.answer}:{key}"
        outcome = post_once(self._parts, client, claim, window.channel, message, window.ts)
        return told(outcome, replies.posted, replies.invite_to_post, replies)
