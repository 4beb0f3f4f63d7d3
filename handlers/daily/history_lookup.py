"""Does a post stand in its channel? Asked of the channel's history before anything is posted again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from handlers.rendering.daily_post import is_post
from handlers.slack_api.call_outcomes import CALL_ERRORS, CallOutcome, of_error
from handlers.slack_api.error_words import NO_SCOPE

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk import WebClient

    from db.daily import Post

AT_ONCE = 15  # messages a call: all that a non-Marketplace app gets (docs.slack.dev/apis/web-api/rate-limits)
PAGES = 20  # in one go; the next goes on from there
MARGIN = timedelta(minutes=5)  # Slack's clock and ours may differ, and ours may have been set
# the history will not become readable by waiting; of what is refused to the whole workspace only a scope is
# of the history alone
CLOSED = frozenset(("refused", "gone", "plainer"))


class UnreadableError(ValueError):
    """The history's answer is none of its kind."""


def newest(until: str) -> str:
    """Return the time stamp from which to look back: a message sent under a lease until then is older."""
    return _stamp(datetime.fromisoformat(until) + MARGIN)


def find(client: WebClient, post: Post, wall: datetime, went_on: Callable[[str], bool]) -> CallOutcome:
    """Look for a post in its channel's history, backwards from `post.looked`; return how that ended.

    done      it stands there, with its time stamp
    later     it stands nowhere back to the first claim (or to `wall`, if the clock was set back since)
    refused   the history cannot be read
    unclear   it cannot be read just now, or the look was stopped

    `went_on(ts)` saves the time stamp reached, from which the next look goes on, and returns False to stop.
    """
    oldest = _stamp(min(datetime.fromisoformat(post.claimed_at), wall) - MARGIN)
    latest = post.looked
    try:
        for _ in range(PAGES):
            found, more = _page(client, post.channel, oldest, latest)
            ts = next((str(one["ts"]) for one in found if is_post(one, post)), "")
            if ts:
                return CallOutcome("done", ts=ts)
            if not more:
                return CallOutcome("later")
            latest = min((str(one["ts"]) for one in found), key=float)
            if not went_on(latest):
                return CallOutcome("unclear", error="lease_lost")
    except UnreadableError as error:
        return CallOutcome("unclear", error=str(error))
    except CALL_ERRORS as error:
        outcome = of_error(error)
        closed = outcome.kind in CLOSED or outcome.error == NO_SCOPE
        return CallOutcome("refused" if closed else "unclear", error=outcome.error, wait=outcome.wait)
    return CallOutcome("unclear", error="history_too_long")


def _page(client: WebClient, channel: str, oldest: str, latest: str) -> tuple[list[Any], bool]:
    """Read the last messages before `latest`, newest first, and whether there are more since `oldest`."""
    answer = client.conversations_history(
        channel=channel, oldest=oldest, latest=latest, include_all_metadata=True, limit=AT_ONCE
    )
    found = answer.get("messages")
    if not isinstance(found, list) or not all(_is_message(one) for one in found):
        message = "bad_history"
        raise UnreadableError(message)
    more = bool(answer.get("has_more"))
    if more and not any(float(one["ts"]) < float(latest) for one in found):
        message = "endless_history"
        raise UnreadableError(message)
    return found, more


def _is_message(one: object) -> bool:
    try:
        return isinstance(one, dict) and float(one["ts"]) > 0
    except (KeyError, TypeError, ValueError):
        return False


def _stamp(at: datetime) -> str:
    return f"{at.timestamp():.6f}"
