"""Post to thread: what a look-up found goes under the message it was found in."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from corpus.errors import UnwritableError
from handlers.incoming.button_values import WindowState
from handlers.incoming.request import Request
from handlers.listeners.sharing import shareable
from handlers.rendering.buttons import POST
from handlers.rendering.views import noted_view
from handlers.slack_api.modals import update
from handlers.slack_api.parcel import Parcel
from handlers.slack_api.posting import told

if TYPE_CHECKING:
    from slack_bolt import Ack, App
    from slack_sdk import WebClient

    from handlers.context import AppContext

LOGGER = logging.getLogger(__name__)


def register(app: App, context: AppContext) -> None:
    """Listen to the button in the modal."""
    app.action(POST)(ThreadPosts(context).handle)


class ThreadPosts:
    """Posts once for each look-up; how it went is said in the modal."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def handle(self, ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        """Acknowledge, post, and say in the modal how it went."""
        ack()
        request = Request.of(body)
        view = body.get("view")
        if view and self._context.is_new(request):
            self._post(request, view, client)

    def _post(self, request: Request, view: dict[str, Any], client: WebClient) -> None:
        replies, outgoing = self._context.replies, self._context.outgoing
        window = WindowState.read(view, request.team, request.user)
        key, message = shareable(self._context, request.value, request.user)

        def note(said: str) -> None:
            update(outgoing, client, view["id"], noted_view(view, said, replies))

        if window is None or not window.ts or message is None:
            note(replies.stale)
            return
        parcel = Parcel(
            "post",
            message,
            request.team,
            window.channel,
            request.user,
            outgoing.until(),
            thread=window.ts,
            claim=f"post:{request.team}:{window.channel}:{window.ts}:{window.answer}:{key}",
            done=replies.posted,
            invite=replies.invite_to_post,
        )
        try:
            outgoing.share(client, parcel, lambda sent, how: note(told(how, sent.done, sent.invite, replies)))
        except UnwritableError as error:
            LOGGER.warning("nothing is posted without a claim: %s", error)
            note(replies.unwritable)
