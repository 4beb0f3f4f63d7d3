"""The three buttons under a passage: another one, read in context, cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.incoming.button_values import QuoteRef
from handlers.rendering.buttons import button

if TYPE_CHECKING:
    from handlers.replies_daily import DailyReplies
    from handlers.slack_api.message import Block

ANOTHER = "policy_another"
CONTEXT = "policy_context"
CITE = "policy_cite"


def actions(code: str, start: int, end: int, said: DailyReplies) -> list[Block]:
    """Draw the buttons for the words from `start` to `end` of the section with this code."""
    value = QuoteRef(code, start, end).value()
    return [
        button(said.another, ANOTHER, value),
        button(said.context, CONTEXT, value),
        button(said.cite, CITE, value),
    ]
