"""A request that is not taken: acknowledged, and the one who asked is told why, once and privately."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming.event import Event
from handlers.incoming.request import Request
from handlers.rendering.views import FIELD, QUERY
from handlers.slack_api.message import say

if TYPE_CHECKING:
    from slack_bolt import BoltResponse
    from slack_sdk import WebClient

    from handlers.context import AppContext
    from handlers.slack_api.message import Message
    from handlers.slack_api.prompt_ack import PromptAck


def decline(
    context: AppContext,
    ack: PromptAck,
    body: dict[str, Any],
    client: WebClient,
    said: str,
    *,
    tell: bool = True,
) -> BoltResponse:
    """Acknowledge a request and say why it is not taken: beside the search field, in a command's acknowledgement.

    Any other answer is sent, where `tell` is True; a message in passing asked nothing, so nobody is bothered.
    """
    message = say(said)
    if body.get("event"):
        if tell:
            _tell(context, body, client, message)
    elif body.get("type") == "view_submission" and (body.get("view") or {}).get("callback_id") == QUERY:
        ack.offer(response_action="errors", errors={FIELD: said})
    elif not ("command" in body and ack.offer(text=message.private())) and tell:
        context.outgoing.reply(client, Request.of(body), message)
    return ack()


def _tell(context: AppContext, body: dict[str, Any], client: WebClient, message: Message) -> None:
    """Tell who wrote a message: in direct messages there, in a channel nobody else."""
    event = Event.of(body)
    if body["event"].get("channel_type") == "im":
        thread = event.thread if event.in_thread else ""
        context.outgoing.respond(client, event, message, thread=thread)
    elif body["event"].get("type") == "app_mention":
        context.outgoing.whisper(client, event, message)
