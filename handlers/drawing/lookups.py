"""What was spotted in one message: the initiatives, then the passages it repeats, each to be posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.drawing.answers import shared
from handlers.drawing.buttons import POST, button
from handlers.drawing.cards import put_card
from handlers.drawing.passages import fitted, put_passage
from handlers.drawing.sheet import Sheet
from handlers.state import Named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.answer import Quoted
    from handlers.card import Card
    from handlers.drawing.passages import Look
    from handlers.message import Message
    from handlers.replies import Replies


def lookup_message(cards: Sequence[Card], passages: Sequence[Quoted], name: str, replies: Replies) -> Message:
    """Draw cards and passages, each with the button that posts it to the thread."""

    def draw(look: Look) -> Sheet:
        sheet = Sheet()
        for card in cards:
            post = button(replies.post, POST, Named(name, card.name).value())
            put_card(sheet, card, look, replies, [post])
        if passages:
            sheet.say(replies.lookup_passages)
        for quoted in passages:
            excerpt = put_passage(sheet, quoted, look, replies)
            sheet.buttons(button(replies.post, POST, shared(quoted, excerpt, name).value()))
        return sheet

    return fitted(draw)
