"""The buttons to the pages before and after one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.incoming.button_values import PageTurn
from handlers.rendering.buttons import NEXT, PREVIOUS, button

if TYPE_CHECKING:
    from handlers.answer import Answer, Listing
    from handlers.initiatives.card import NamesPage, NamingPassages
    from handlers.replies import Replies
    from handlers.slack_api.message import Block


def turns(
    page: Answer | Listing | NamingPassages | NamesPage,
    kind: str,
    words: str,
    name: str,
    replies: Replies,
) -> list[Block]:
    """Draw the buttons; at an end of the list there is none that way."""
    drawn = []
    if page.offset > 0:
        before = PageTurn(kind, name, max(0, page.offset - page.limit), words)
        drawn.append(button(replies.previous, PREVIOUS, before.value()))
    if page.offset + page.limit < page.total:
        after = PageTurn(kind, name, page.offset + page.limit, words)
        drawn.append(button(replies.next, NEXT, after.value()))
    return drawn
