"""An emoji on somebody's message, in the order of what else is said in its channel."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from slack_sdk.errors import SlackApiError

from handlers.slack_api.posting import BUSY, DONE, UNCLEAR, cause_of, held_back, is_unclear
from handlers.slack_api.runners import HeldBackError

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk import WebClient

    from handlers.incoming.event import Event
    from handlers.slack_api.outgoing import Outgoing

LOGGER = logging.getLogger(__name__)
TRIES = 5  # times that it is held back (HTTP 429) before it is given up


def react(
    outgoing: Outgoing, client: WebClient, event: Event, name: str, then: Callable[[str], object]
) -> None:
    """Put an emoji on a message, and tell `then` how it went, in the words of `posting`."""
    held = 0

    def job() -> None:
        nonlocal held
        outcome = DONE
        try:
            client.reactions_add(channel=event.channel, timestamp=event.ts, name=name)
        except (SlackApiError, OSError) as error:
            wait, held = held_back(error), held + 1
            if wait is not None and held < TRIES:
                raise HeldBackError(wait) from error
            outcome = UNCLEAR if is_unclear(error) else cause_of(error)
            LOGGER.warning("an emoji in %s: %s", event.channel, cause_of(error))
        then(outcome)

    if not outgoing.runners.posts.put(event.channel, job):
        then(BUSY)
