"""What was spotted in one message: the initiatives, then the passages it repeats, each to be posted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.incoming.button_values import NamedInitiative
from handlers.incoming.mrkdwn import one_line
from handlers.rendering.answers import shared
from handlers.rendering.buttons import POST, button
from handlers.rendering.cards import SHORT, put_card
from handlers.rendering.passage_blocks import fitted, put_passage
from handlers.rendering.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.answer import Quoted
    from handlers.initiatives.card import Card
    from handlers.rendering.passage_blocks import Look
    from handlers.replies import Replies
    from handlers.slack_api.message import Message


CARDS, PASSAGES = 3, 3  # of each that are drawn; of the rest names and codes are told
NAMED = 12


def lookup_message(
    cards: Sequence[Card], passages: Sequence[Quoted], name: str, replies: Replies, note: str = ""
) -> Message:
    """Draw cards and passages, each with the button that posts it to the thread; `note` stands last."""
    named = [one_line(card.name, SHORT) for card in cards[CARDS:]]
    codes = [quoted.section.code for quoted in passages[PASSAGES:]]

    def draw(look: Look) -> Sheet:
        sheet = Sheet()
        for card in cards[:CARDS]:
            post = button(replies.post, POST, NamedInitiative(name, card.name).value())
            put_card(sheet, card, look, replies, [post])
        if named:
            sheet.say(replies.lookup_more_names.format(count=len(named), names="、".join(named[:NAMED])))
        if passages:
            sheet.say(replies.lookup_passages)
        for quoted in passages[:PASSAGES]:
            excerpt = put_passage(sheet, quoted, look, replies)
            sheet.buttons(button(replies.post, POST, shared(quoted, excerpt, name).value()))
        if codes:
            told = "、".join(codes[:NAMED])
            sheet.say(replies.lookup_more_passages.format(count=len(codes), codes=told))
        if note:
            sheet.say(note)
        return sheet

    return fitted(draw)
