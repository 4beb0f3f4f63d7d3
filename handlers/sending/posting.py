"""Real messages: posted with their blocks, or as plain text where Slack refuses the blocks."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from handlers.sending.forms import send_in_order
from handlers.sending.refusals import about

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from handlers.parts import Parts
    from handlers.sending.message import Message

LOGGER = logging.getLogger(__name__)
SERVER_ERROR = 500  # from this status on Slack may have stored the message before it failed
NOT_THERE = ("not_in_channel", "channel_not_found")


def post(client: WebClient, channel: str, message: Message, **more: Any) -> str:  # noqa: ANN401 - what the SDK takes
    """Post a message and what goes on from it; return the first one's time stamp.

    Raises SlackApiError where Slack takes no form of it, PartlyError where it broke off.
    """
    return send_in_order(
        message, lambda body: str(client.chat_postMessage(channel=channel, **body, **more)["ts"])
    )


def whisper(client: WebClient, channel: str, user: str, message: Message, thread: str | None = None) -> None:
    """Show a message to one member of a channel; raises as `post` does."""

    def show(body: dict[str, Any]) -> str:
        told = {name: value for name, value in body.items() if name != "mrkdwn"}  # not one of its arguments
        answer = client.chat_postEphemeral(channel=channel, user=user, thread_ts=thread, **told)
        return str(answer.get("message_ts"))

    send_in_order(message, show)


def post_openly(client: WebClient, channel: str, message: Message, **more: Any) -> None:  # noqa: ANN401 - as above
    """Post in answer to somebody, once: where it is unclear whether it stands there, nothing more is said.

    Raises SlackApiError where Slack plainly took neither form of it.
    """
    try:
        post(client, channel, message, **more)
    except (SlackApiError, OSError) as error:
        if not is_unclear(error):
            raise
        LOGGER.warning("it is unclear whether an answer stands in %s: %s", channel, cause_of(error))


def is_unclear(error: SlackApiError | OSError) -> bool:
    """Whether Slack may have done what it was asked, though it did not say so."""
    if isinstance(error, OSError):
        return True
    return (
        error.response.status_code >= SERVER_ERROR or about(str(error.response.get("error", ""))) == "unclear"
    )


def cause_of(error: SlackApiError | OSError) -> str:
    """Name the cause in Slack's own word, or the network's."""
    return str(error.response.get("error", "")) if isinstance(error, SlackApiError) else str(error)


def post_once(
    parts: Parts, client: WebClient, claim: str, channel: str, message: Message, thread: str = ""
) -> str:
    """Post under a claim, so that it is posted once by whichever process; return how it went.

    "done", "before" (somebody has), "invite" (the bot is not there), "unclear" (no answer came: it may
    stand there, so the claim stays), or Slack's own word for its refusal, which gives the claim back.
    """
    if not parts.store.once.claim(claim, parts.stamp()):
        return "before"
    more = {"thread_ts": thread} if thread else {}
    try:
        post(client, channel, message, **more)
    except (SlackApiError, OSError) as error:
        cause = cause_of(error)
        if is_unclear(error):
            LOGGER.warning("a post in %s is unclear: %s", channel, cause)
            return "unclear"
        parts.store.once.release(claim)
        LOGGER.warning("a post was refused in %s: %s", channel, cause)
        return "invite" if cause in NOT_THERE else cause
    return "done"
