"""A message sent part by part, each in the first form that Slack takes."""

from __future__ import annotations

import logging
from collections import deque
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from handlers.slack_api.error_words import refused_blocks

if TYPE_CHECKING:
    from collections.abc import Callable

    from handlers.slack_api.message import Message

LOGGER = logging.getLogger(__name__)


class PartlyError(OSError):
    """The beginning of a message stands there, and the rest does not: it must not be sent anew."""


def send_in_order(
    message: Message,
    send: Callable[[dict[str, Any]], str],
    left: Callable[[Message], object] | None = None,
    *,
    bare: bool = True,
) -> str:
    """Send a message with all that goes on from it; return what `send` returned first.

    `left` is told after each part what is still to be sent. Without `bare` nothing goes out without blocks: where
    markup cannot be switched off, other words could come of it. Raises SlackApiError or OSError where nothing of it
    went out, PartlyError from either where it broke off.
    """
    done: list[str] = []
    waiting = deque(message.in_order())
    try:
        while waiting:
            part = waiting.popleft()
            try:
                done.append(send(part.body()))
            except SlackApiError as error:
                waiting.extendleft(reversed(_plainer(part, error, bare=bare)))
                continue
            if left is not None and waiting:
                first, *others = waiting
                left(first.followed_by(*others))
    except (SlackApiError, OSError) as error:
        if not done:
            raise
        raise PartlyError(str(error)) from error
    return done[0]


def _plainer(part: Message, error: SlackApiError, *, bare: bool) -> tuple[Message, ...]:
    """Say a part more plainly where Slack dislikes its blocks; raise its error where that is of no use."""
    word = str(error.response.get("error", ""))
    forms = (form for form in part.forms() if form != (part,) and (bare or form[0].blocks))
    plainer = next(forms, ()) if refused_blocks(word) else ()
    if not plainer:
        raise error
    LOGGER.warning("blocks refused, a plainer form goes out: %s", word)
    return plainer
