"""A message sent part by part, each in the first form that Slack takes."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from handlers.sending.refusals import refused_blocks

if TYPE_CHECKING:
    from collections.abc import Callable

    from handlers.sending.message import Message

LOGGER = logging.getLogger(__name__)


class PartlyError(OSError):
    """The beginning of a message stands there, and the rest does not: it must not be sent anew."""


def send_in_order(message: Message, send: Callable[[dict[str, Any]], str]) -> str:
    """Send a message with all that goes on from it; return what `send` returned first.

    Raises SlackApiError or OSError where nothing of it went out, PartlyError where it broke off.
    """
    done: list[str] = []
    try:
        for part in message.in_order():
            _send(part, send, done)
    except (SlackApiError, OSError) as error:
        if not done:
            raise
        raise PartlyError(str(error)) from error
    return done[0]


def _send(part: Message, send: Callable[[dict[str, Any]], str], done: list[str]) -> None:
    """Send one part as it is drawn, or more plainly where Slack dislikes the blocks."""
    *better, last = part.forms()
    for form in better:
        before = len(done)
        try:
            done += map(send, (one.body() for one in form))
        except SlackApiError as error:
            word = str(error.response.get("error", ""))
            if len(done) > before or not refused_blocks(word):
                raise
            LOGGER.warning("blocks refused, a plainer form goes out: %s", word)
        else:
            return
    for one in last:
        done.append(send(one.body()))
