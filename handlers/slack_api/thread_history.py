"""What was said in a thread: little is read of it, and Slack is not asked twice where it says no."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from handlers.incoming.message_text import asked_words, names_user, own_words, whole_text
from handlers.slack_api.posting import cause_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk.web import SlackResponse

    from handlers.incoming.event import Event

LOGGER = logging.getLogger(__name__)
MOST = 15  # messages a call: the most that Slack gives some apps (docs.slack.dev/apis/web-api/rate-limits)
HOUR, MINUTES = 3_600, 300  # seconds that are looked back on, and where more was said than one call tells


def said_before(event: Event, client: WebClient, own: tuple[str, str]) -> list[str]:
    """Return what people and other bots said in a thread before an event, newest first; a refusal reads nothing.

    `own` are the bot's user id and bot id, whose messages are left out.
    """
    return _read(event, client, own, _words)


def asked_before(event: Event, client: WebClient, own: tuple[str, str], *, direct: bool) -> list[str]:
    """Return what the bot was asked in a thread before an event, newest first.

    `own` are the bot's user id and bot id. In a `direct` message all that people say is asked, elsewhere what names
    the bot.
    """

    def asked(said: list[dict[str, Any]]) -> list[str]:
        people = [one.get("text") or "" for one in reversed(said) if not one.get("bot_id")]
        found = (asked_words(text) for text in people if direct or names_user(text, own[0]))
        return [words for words in found if words]

    return _read(event, client, own, asked)


def _read(
    event: Event,
    client: WebClient,
    own: tuple[str, str],
    words: Callable[[list[dict[str, Any]]], list[str]],
) -> list[str]:
    """Return the words of what was said before an event.

    Slack tells the oldest first, so the last hour is asked for; then its last minutes where that was not all of
    it, or the thread from its beginning where nobody spoke in it.
    """
    # some apps have one such call a minute: a 429 is an answer, a wait would be a minute long
    once = WebClient(token=client.token, base_url=client.base_url, timeout=client.timeout, retry_handlers=[])
    try:
        told = _told(event, once, oldest=HOUR)
    except (SlackApiError, OSError) as error:
        LOGGER.warning("a thread cannot be read: %s", cause_of(error))
        return []
    hour = _others(event, told, own)
    try:
        if told.get("has_more"):
            return words(_others(event, _told(event, once, oldest=MINUTES), own)) or words(hour)
        return words(hour) if _spoke(event, hour) else words(_others(event, _told(event, once), own))
    except (SlackApiError, OSError) as error:
        LOGGER.warning("no more of a thread can be read: %s", cause_of(error))
        return words(hour)


def _told(event: Event, client: WebClient, oldest: int | None = None) -> SlackResponse:
    """Ask once for what was said, in the last seconds or from the beginning."""
    place: dict[str, Any] = {"channel": event.channel, "ts": event.thread, "latest": event.ts, "limit": MOST}
    if oldest is not None:
        place["oldest"] = f"{float(event.ts) - oldest:.6f}"
    return client.conversations_replies(**place)


def _spoke(event: Event, said: list[dict[str, Any]]) -> bool:
    """Whether anybody else spoke in the last hour; Slack always tells the thread's first message."""
    return any(float(one["ts"]) > float(event.ts) - HOUR for one in said)


def _words(said: list[dict[str, Any]]) -> list[str]:
    """Return what was said, newest first: people's own words; all of a message that is a bot's or blocks only."""
    found = (
        whole_text(one) if one.get("bot_id") or not one.get("text") else own_words(one["text"])
        for one in reversed(said)
    )
    return [words for words in found if words]


def _others(event: Event, told: SlackResponse, own: tuple[str, str]) -> list[dict[str, Any]]:
    """Return the messages before this one that are not our own."""
    said = (one for one in told["messages"] if one.get("ts") != event.ts)
    return [one for one in said if not {one.get("user"), one.get("bot_id")} & set(filter(None, own))]
