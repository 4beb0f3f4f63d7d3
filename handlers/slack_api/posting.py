"""Real messages: posted with their blocks, or as plain text where Slack refuses the blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from handlers.slack_api.error_words import about
from handlers.slack_api.forms import send_in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from slack_sdk import WebClient

    from handlers.replies import Replies
    from handlers.slack_api.message import Message

SERVER_ERROR = 500  # from this status on Slack may have stored the message before it failed
TOO_MANY = 429
# how a message went, where it is not Slack's own word for its refusal
DONE, BEFORE, INVITE, UNCLEAR = "done", "before", "invite", "unclear"
BUSY, EXPIRED, ENDED = "busy", "expired", "ended"


def post(client: WebClient, channel: str, message: Message, **more: Any) -> str:  # noqa: ANN401 - what the SDK takes
    """Post a message and what goes on from it; return the first one's time stamp.

    Raises SlackApiError where Slack takes no form of it, PartlyError where it broke off.
    """
    return send_in_order(
        message, lambda body: str(client.chat_postMessage(channel=channel, **body, **more)["ts"])
    )


def show(client: WebClient, channel: str, user: str, body: dict[str, Any], thread: str | None) -> str:
    """Show one body to one member of a channel; return its time stamp."""
    told = {name: value for name, value in body.items() if name != "mrkdwn"}  # not one of its arguments
    answer = client.chat_postEphemeral(channel=channel, user=user, thread_ts=thread, **told)
    return str(answer.get("message_ts"))


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


def held_back(error: SlackApiError | OSError) -> float | None:
    """Return the seconds that Slack asks to wait (HTTP 429, Retry-After); None where it does not ask."""
    if isinstance(error, OSError) or error.response.status_code != TOO_MANY:
        return None
    return wait_of(error.response.headers)


def wait_of(headers: Mapping[str, Any]) -> float:
    """Return what Retry-After says, in seconds; a second where it says nothing that can be read."""
    told = next((value for name, value in headers.items() if name.lower() == "retry-after"), "")
    text = str(told[0] if isinstance(told, list) and told else told)
    return float(text) if text.isdigit() else 1.0


def told(outcome: str, done: str, invite: str, replies: Replies) -> str:
    """Put into words how a post went; `done` and `invite` are the words of the button that was clicked."""
    said = {
        DONE: done,
        BEFORE: replies.shared_before,
        INVITE: invite,
        UNCLEAR: replies.share_unclear,
        BUSY: replies.too_busy,
        EXPIRED: replies.too_late,
    }
    return said.get(outcome) or replies.share_refused.format(error=outcome)
