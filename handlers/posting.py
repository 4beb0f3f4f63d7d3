"""Real messages: posted with their blocks, or as plain text where Slack refuses the blocks."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from handlers.message import Message

LOGGER = logging.getLogger(__name__)
REFUSED_BLOCKS = ("invalid_blocks", "msg_blocks_too_long", "invalid_blocks_format", "msg_too_long")
NOT_THERE = ("not_in_channel", "channel_not_found")


def post(client: WebClient, channel: str, message: Message, **more: Any) -> str:  # noqa: ANN401 - what the SDK takes
    """Post a message and return its time stamp; raises SlackApiError where Slack takes neither form of it."""
    try:
        return str(client.chat_postMessage(channel=channel, **message.body(), **more)["ts"])
    except SlackApiError as error:
        if not message.blocks or not refused_blocks(error.response.get("error", "")):
            raise
        LOGGER.warning("blocks refused, the plain text goes out: %s", error.response.get("error"))
        return str(client.chat_postMessage(channel=channel, **message.plain().body(), **more)["ts"])


def refused_blocks(answer: str) -> bool:
    """Whether Slack's answer says that it was the blocks it did not like."""
    return any(word in answer for word in REFUSED_BLOCKS)
