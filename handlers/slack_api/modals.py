"""Windows are opened at once, changed when it is their turn, and never by the thread that looks things up."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from handlers.slack_api.message import say
from handlers.slack_api.posting import cause_of, held_back
from handlers.slack_api.runners import HeldBackError, part_of_request

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk import WebClient

    from handlers.incoming.request import Request
    from handlers.slack_api.outgoing import Outgoing

LOGGER = logging.getLogger(__name__)
SETTLING = (
    0.3  # seconds in which an acknowledgement reaches Slack, so that what comes after it is not before it
)
TRIES = 5  # times that a change is held back (HTTP 429) before it is given up


def open_window(outgoing: Outgoing, client: WebClient, request: Request, view: dict[str, Any]) -> None:
    """Open a window by a request's trigger; who asked is told where that fails."""
    _use_trigger(outgoing, client, request, lambda: client.views_open(trigger_id=request.trigger, view=view))


def push_window(
    outgoing: Outgoing, client: WebClient, request: Request, below: str, view: dict[str, Any]
) -> None:
    """Put a window on top of another, so that the way back stays open; in its place where three lie there."""

    def push() -> None:
        try:
            client.views_push(trigger_id=request.trigger, view=view)
        except SlackApiError as error:
            if error.response.get("error") != "push_limit_reached":
                raise
            update(outgoing, client, below, view)

    _use_trigger(outgoing, client, request, push)


def update(
    outgoing: Outgoing, client: WebClient, key: str, view: dict[str, Any], *, settling: bool = False
) -> None:
    """Put another content into an open window; where Slack does not take it, the log says so.

    With `settling` it waits a moment first: an acknowledgement that changes the window is on its way.
    """
    held = 0

    def job() -> None:
        nonlocal held, settling
        if settling:
            settling = False
            raise HeldBackError(SETTLING)
        try:
            client.views_update(view_id=key, view=view)
        except (SlackApiError, OSError) as error:
            wait, held = held_back(error), held + 1
            if wait is not None and held < TRIES:
                raise HeldBackError(wait) from error
            LOGGER.warning("a window was not changed: %s", cause_of(error))

    if not outgoing.runners.answers.put(key, part_of_request(job)):
        LOGGER.error("too many answers wait; a window is not changed")


def _use_trigger(outgoing: Outgoing, client: WebClient, request: Request, use: Callable[[], object]) -> None:
    """Use a trigger up, which nothing can bring back."""

    def job() -> None:
        try:
            use()
        except (SlackApiError, OSError) as error:
            LOGGER.warning("a window was not opened: %s", cause_of(error))
            outgoing.reply(client, request, say(outgoing.replies.window_failed))

    if not outgoing.runners.opens.put(request.trigger, part_of_request(job)):
        LOGGER.error("too many windows wait to be opened")
        outgoing.reply(client, request, say(outgoing.replies.window_failed))
