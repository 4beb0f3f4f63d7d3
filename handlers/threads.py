"""What people said in a thread: little is read of it, and Slack is not asked twice where it says no."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from handlers.spoken import own_words

if TYPE_CHECKING:
    from slack_sdk.web import SlackResponse

    from handlers.event import Event

LOGGER = logging.getLogger(__name__)
MOST = 15  # messages a call: the most that Slack gives some apps (docs.slack.dev/apis/web-api/rate-limits)
HOUR, MINUTES = 3_600, 300  # seconds that are looked back on, and where more was said than one call tells


def said_before(event: Event, client: WebClient) -> list[str]:
    """Return what people said in a thread before an event, newest first; a refusal reads nothing.

    Slack tells the oldest first, so the last hour is asked for; then its last minutes where that was not all of
    it, or the thread from its beginning where nobody spoke in it.
    """
    # some apps have one such call a minute: a 429 is an answer, a wait would be a minute long
    once = WebClient(token=client.token, base_url=client.base_url, timeout=client.timeout, retry_handlers=[])
    try:
        hour = _told(event, once, oldest=HOUR)
    except SlackApiError as error:
        LOGGER.warning("a thread cannot be read: %s", error.response.get("error"))
        return []
    try:
        if hour.get("has_more"):
            return _words(event, _told(event, once, oldest=MINUTES)) or _words(event, hour)
        return _words(event, hour) if _spoke(event, hour) else _words(event, _told(event, once))
    except SlackApiError as error:
        LOGGER.warning("no more of a thread can be read: %s", error.response.get("error"))
        return _words(event, hour)


def _told(event: Event, client: WebClient, oldest: int | None = None) -> SlackResponse:
    """Ask once for what was said, in the last seconds or from the beginning."""
    place: dict[str, Any] = {"channel": event.channel, "ts": event.thread, "latest": event.ts, "limit": MOST}
    if oldest is not None:
        place["oldest"] = f"{float(event.ts) - oldest:.6f}"
    return client.conversations_replies(**place)


def _spoke(event: Event, told: SlackResponse) -> bool:
    """Whether anybody but the bots spoke in the last hour; Slack always tells the thread's first message."""
    return any(float(one["ts"]) > float(event.ts) - HOUR for one in _others(event, told))


def _words(event: Event, told: SlackResponse) -> list[str]:
    """Return what was said, newest first."""
    found = _others(event, told)
    return [words for one in reversed(found) if (words := own_words(one.get("text") or ""))]


def _others(event: Event, told: SlackResponse) -> list[dict[str, Any]]:
    return [one for one in told["messages"] if one.get("ts") != event.ts and not one.get("bot_id")]
