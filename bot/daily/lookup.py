"""Does a post stand in its channel? Asked of the channel's history before anything is posted again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.daily.outcomes import CALL_ERRORS, Outcome, of_error
from handlers.daily.post import is_post

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from db.daily import Post

AT_ONCE = 15  # messages a call: all that a non-Marketplace app gets (docs.slack.dev/apis/web-api/rate-limits)
PAGES = 20
MARGIN = timedelta(minutes=5)  # Slack's clock and ours may differ, and ours may have been set
# the history will not become readable by waiting
CLOSED = frozenset(("refused", "gone", "plainer"))


def find(client: WebClient, post: Post, wall: datetime) -> Outcome:
    """Look for a post: `done` with its time stamp, `later` where it does not stand there.

    `oldest` comes from the wall clock of the first claim, and from `wall` if the clock was set back since.
    `refused` says that the history cannot be read, `unclear` that it cannot just now.
    """
    oldest = min(datetime.fromisoformat(post.claimed_at), wall) - MARGIN
    try:
        for found in _messages(client, post.channel, oldest):
            if found is None:
                return Outcome("unclear", error="history_too_long")
            if is_post(found, post):
                return Outcome("done", ts=str(found["ts"]))
    except CALL_ERRORS as error:
        outcome = of_error(error)
        if outcome.kind in CLOSED:
            return Outcome("refused", error=outcome.error)
        return Outcome("unclear", error=outcome.error, wait=outcome.wait)
    return Outcome("later")


def _messages(client: WebClient, channel: str, oldest: datetime) -> Any:  # noqa: ANN401 - Slack's JSON
    """Give the messages since `oldest`, page by page; None at the end if there are still more."""
    page: dict[str, str] = {}
    for _ in range(PAGES):
        answer = client.conversations_history(
            channel=channel,
            oldest=f"{oldest.timestamp():.6f}",
            include_all_metadata=True,
            limit=AT_ONCE,
            cursor=page.get("cursor"),
            latest=page.get("latest"),
        )
        found = answer["messages"]
        yield from found
        if not (answer.get("has_more") and found):
            return
        cursor = (answer.get("response_metadata") or {}).get("next_cursor")
        # without a cursor the page before this one ends where this one begins
        page = {"cursor": cursor} if cursor else {"latest": min(one["ts"] for one in found)}
    yield None
