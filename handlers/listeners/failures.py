"""When a listener fails: the user is told a sentence, the log the cause, both once."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from slack_bolt import BoltResponse
from slack_sdk.errors import SlackApiError

from corpus.errors import UnwritableError
from handlers.incoming.event import Event
from handlers.incoming.request import Request
from handlers.listeners.declining import decline
from handlers.listeners.filling import ToldError, apology
from handlers.slack_api.message import say
from handlers.slack_api.posting import DONE, UNCLEAR, cause_of
from handlers.slack_api.prompt_ack import PromptAck
from handlers.slack_api.runners import BusyError, part_of_request

if TYPE_CHECKING:
    from slack_bolt import App
    from slack_sdk import WebClient

    from handlers.context import AppContext
    from handlers.slack_api.message import Message
    from handlers.slack_api.parcel import Parcel
    from handlers.slack_api.runners import Job, Runner

LOGGER = logging.getLogger(__name__)


def register(app: App, context: AppContext) -> None:
    """Take over from Bolt, which would tell the log only."""
    app.error(Failures(context).handle)


class Failures:
    """Tells of an error. What the user wrote is not logged."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def handle(
        self,
        error: Exception,
        body: dict[str, Any],
        client: WebClient,
        response: BoltResponse | None,
        ack: PromptAck,
    ) -> BoltResponse | None:
        """Log the cause and tell the one who asked; Slack gets a plain acknowledgement."""
        replies = self._context.replies
        if isinstance(error, BusyError):
            LOGGER.warning("too many requests wait, so one is not taken: %s", _kind(body))
            declined = decline(self._context, ack, body, client, replies.too_busy)
            return declined if response is not None else None
        if isinstance(error, UnwritableError) or isinstance(error.__cause__, UnwritableError):
            # no defect: it passes, and nothing was done by halves
            LOGGER.warning("nothing could be kept of %s: %s", _kind(body), error)
        else:
            _log(error.__cause__ or error, body)
        failure = say(apology(error, replies))
        if isinstance(error, ToldError):
            pass
        elif body.get("event"):
            self._tell_in_conversation(body, client, failure)
        elif (request := Request.of(body)).user:
            self._context.outgoing.reply(client, request, failure)
        # Bolt passes a response only while the request is unanswered, and takes one back only then
        return BoltResponse(status=200, body="") if response is not None else None

    def _tell_in_conversation(self, body: dict[str, Any], client: WebClient, failure: Message) -> None:
        """Tell whoever asked the bot something; a message in passing asked nothing, so nobody is bothered."""
        event = Event.of(body)
        if body["event"].get("type") != "app_mention" and body["event"].get("channel_type") != "im":
            return
        self._context.outgoing.respond(client, event, failure, thread=event.thread, then=_noted)


def aside(
    context: AppContext,
    body: dict[str, Any],
    client: WebClient,
    job: Job,
    ack: PromptAck | None = None,
    runner: Runner | None = None,
) -> None:
    """Run `job`, which answers a request, in the threads of `runner`, else of `calls`; nothing waits for it.

    An error in it, or that there is no room for it, is told to who asked.
    """

    def failed(error: Exception) -> None:
        Failures(context).handle(error, body, client, None, ack or PromptAck())

    asker = Event.of(body).user if body.get("event") else Request.of(body).user
    if not (runner or context.runners.calls).put(asker, part_of_request(job), failed):
        failed(BusyError("too many requests wait for Slack"))


def _noted(_: Parcel, outcome: str) -> None:
    if outcome not in {DONE, UNCLEAR}:
        LOGGER.warning("and nobody could be told: %s", outcome)


def _log(error: BaseException, body: dict[str, Any]) -> None:
    """Log the cause: Slack's refusal is no fault of ours and is one line, anything else has its place in the code."""
    if isinstance(error, SlackApiError):
        LOGGER.warning("Slack refused what a listener asked: %s: %s", _kind(body), cause_of(error))
    else:
        LOGGER.error("a listener failed: %s", _kind(body), exc_info=error)


def _kind(body: dict[str, Any]) -> str:
    """Name what came, without a word of its text."""
    event = body.get("event") or {}
    return str(event.get("type") or body.get("command") or body.get("type"))
