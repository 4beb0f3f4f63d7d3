"""A private answer to something in a thread lands in that thread, not at the channel's root where nobody looks.

A response_url cannot do that: it takes `thread_ts` only for what the whole channel sees
(docs.slack.dev/interactivity/handling-user-interaction). `chat.postEphemeral` can, where the bot is a member.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.error import URLError

from slack_sdk.errors import SlackApiError

from handlers.sending.posting import cause_of, is_unclear, whisper

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from handlers.hearing.request import Request
    from handlers.sending.message import Message

LOGGER = logging.getLogger(__name__)


def whispered(message: Message, request: Request, client: WebClient) -> bool:
    """Answer in the thread where it was asked; False where it was none, or Slack plainly did not take it."""
    if not (request.thread and request.channel and request.user):
        return False
    try:
        whisper(client, request.channel, request.user, message, request.thread)
    except (SlackApiError, OSError) as error:
        LOGGER.warning("an answer in a thread of %s: %s", request.channel, cause_of(error))
        # it may have arrived, and a second one would double it; a URLError says that there was no connection
        return is_unclear(error) and not isinstance(error, URLError)
    return True
