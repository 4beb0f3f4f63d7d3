"""The buttons, by action id. What a button knows travels in its value: `handlers.incoming.button_values`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


def button(label: str, action: str, value: str) -> Block:
    """Draw one button."""
    text = {"type": "plain_text", "text": label, "emoji": False}
    return {"type": "button", "text": text, "action_id": action, "value": value}
