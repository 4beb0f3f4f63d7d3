"""The buttons, by action id. What a button knows travels in its value: `handlers.incoming.button_values`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.incoming.button_values import QuoteRef
from handlers.slack_api.literal_text import plain_text

if TYPE_CHECKING:
    from handlers.replies_daily import DailyReplies
    from handlers.slack_api.message import Block

SHARE = "policy_share"
NEXT = "policy_next"
PREVIOUS = "policy_prev"
MENTIONS = "policy_mentions"
COMPARE = "policy_compare"
WATCH = "policy_watch"
UNWATCH = "policy_unwatch"
NEVER = "policy_never"
POST = "policy_post"
ANOTHER = "policy_another"
CONTEXT = "policy_context"
CITE = "policy_cite"


def button(label: str, action: str, value: str) -> Block:
    """Draw one button."""
    return {"type": "button", "text": plain_text(label), "action_id": action, "value": value}


def quote_buttons(code: str, start: int, end: int, said: DailyReplies) -> list[Block]:
    """Draw the buttons for the words from `start` to `end` of the section with this code."""
    value = QuoteRef(code, start, end).value()
    return [
        button(said.another, ANOTHER, value),
        button(said.context, CONTEXT, value),
        button(said.cite, CITE, value),
    ]
