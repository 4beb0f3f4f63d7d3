"""The post itself: head, passage with its source, buttons; and the metadata that it is found again by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.rendering.buttons import quote_buttons
from handlers.rendering.passage_blocks import fitted, put_passage
from handlers.rendering.sheet import Sheet, TextRun
from handlers.slack_api.message import Message

if TYPE_CHECKING:
    from datetime import date

    from db.daily import Post
    from handlers.answer import Quoted
    from handlers.rendering.passage_blocks import Look
    from handlers.replies import Replies
    from handlers.replies_daily import DailyReplies

EVENT = "daily_quote"


def message(quoted: Quoted, day: date, replies: Replies, head: str = "") -> Message:
    """Render the passage of a day as a message; `head` stands above it in place of the date."""
    said = replies.daily

    def draw(look: Look) -> Sheet:
        sheet = Sheet()
        sheet.say(TextRun(head or said.head.format(date=date_of(day, said)), bold=True))
        excerpt = put_passage(sheet, quoted, look, replies)
        sheet.buttons(*quote_buttons(quoted.section.code, excerpt.start, excerpt.end, said))
        return sheet

    return fitted(draw)


def plainly(drawn: Message) -> Message:
    """Return a post without its drawing, still one message: the metadata belongs to one."""
    plain = drawn.plain()
    return Message(drawn.text) if plain.more else plain


def date_of(day: date, said: DailyReplies) -> str:
    """Return a date as a person reads it: 11月23日 周一."""
    return said.date.format(month=day.month, day=day.day, weekday=said.weekdays[day.weekday()])


def metadata(post: Post) -> dict[str, Any]:
    """Return what goes out with a post, so that the clock can look whether it stands in the channel.

    Values are texts only (docs.slack.dev/messaging/message-metadata).
    """
    payload = {"channel": post.channel, "date": post.day, "claim": post.claim}
    return {"event_type": EVENT, "event_payload": payload}


def is_post(found: dict[str, Any], post: Post) -> bool:
    """Whether a message of the channel's history is this post."""
    told = found.get("metadata")
    payload = told.get("event_payload") if isinstance(told, dict) else None
    if not isinstance(told, dict) or not isinstance(payload, dict):
        return False
    same = payload.get("date") == post.day and payload.get("claim") == post.claim
    return told.get("event_type") == EVENT and same
