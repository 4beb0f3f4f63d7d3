"""Questions about initiatives, asked and rendered: one message each, for every listener that answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.search.query.language import LONGEST
from handlers.incoming.mrkdwn import one_line
from handlers.incoming.passage_codes import without_codes
from handlers.initiatives.card import CardFound
from handlers.listeners.search_page import PAGE, answer_page
from handlers.rendering import answers, cards
from handlers.rendering.answers import ASKED
from handlers.slack_api.message import say

if TYPE_CHECKING:
    from corpus.vocabulary import Excerpt
    from handlers.answer import Quoted
    from handlers.context import AppContext
    from handlers.initiatives.card import Card
    from handlers.slack_api.message import Block, Message

OTHERS = 8  # further names of a question that are told


def card_of(
    context: AppContext, card: Card, name: str, *, share: bool, note: str = "", others: tuple[str, ...] = ()
) -> Message:
    """Draw a card with its buttons, and name what else the question held."""
    replies = context.replies
    note = "\n".join(line for line in (note, _also(context, others)) if line)
    return cards.card_message(card, cards.card_buttons(card, name, replies, share=share), replies, note)


def answer_of(context: AppContext, asked: str, name: str, *, note: str = "") -> Message:
    """Answer a question as it stands: passages by their codes, a card, passages, or what to try next.

    `note` is said above a card and passages.
    """
    shown = context.answering.shown_in(asked)
    if shown:
        return answers.shown_all(shown, name, context.replies, share=False)
    asked = without_codes(asked)
    found = context.lookup.find(asked, limit=PAGE)
    if isinstance(found, CardFound):
        return card_of(context, found.card, name, share=False, note=note, others=found.others)
    note = "\n".join(line for line in (note, _also(context, found.others)) if line)
    return answer_page(context, found.answer, asked, name, kind=ASKED, note=note)


def _also(context: AppContext, others: tuple[str, ...]) -> str:
    """Name what else a question held; nothing where there was nothing."""
    named = "、".join(one_line(other, 40) for other in others[:OTHERS])
    return context.replies.also_named.format(names=named) if named else ""


def about(context: AppContext, name: str, answer: str) -> Message:
    """Answer /policy about NAME: the card, or passages that hold it, or the names that are near."""
    card = context.lookup.about(name)
    if card is not None:
        return card_of(context, card, answer, share=True)
    found = context.answering.search(name[:LONGEST], limit=PAGE)
    if found.passages:
        note = context.replies.no_name_but_passages.format(name=one_line(name, 40))
        return answer_page(context, found, name, answer, note=note)
    return unknown(context, name)


def unknown(context: AppContext, name: str) -> Message:
    """Say that there is no initiative of this name, and which are near or what to try next."""
    said = context.replies.no_name.format(name=one_line(name, 40))
    near = "、".join(one_line(one, 40) for one in context.lookup.near_names(name))
    tail = context.replies.near_names.format(names=near) if near else context.replies.names_step
    return say(f"{said}{tail}")


def mentions_of(context: AppContext, name: str, answer: str, offset: int = 0) -> Message:
    """Draw one page of the passages that name an initiative, each with its own button to share it."""
    page = context.lookup.mentions(name, offset=offset, limit=PAGE)
    if page is None:
        return say(context.replies.no_name.format(name=one_line(name, 40)))

    def share(quoted: Quoted, excerpt: Excerpt) -> list[Block]:
        share = answers.share_button(quoted, excerpt, answer, context.replies)
        return [share, *answers.reading_buttons(quoted, excerpt, context.replies)]

    return cards.mentions_page(page, answer, context.replies, share)


def names_of(context: AppContext, article: str, answer: str, offset: int = 0) -> Message:
    """Draw one page of initiatives by frequency, of one article or of all."""
    page = context.lookup.names(article, offset=offset)
    if page is None:
        return say(context.replies.no_article.format(name=one_line(article, 40)))
    return cards.names_page(page, answer, context.replies)


def comparison_of(context: AppContext, name: str, answer: str, offset: int = 0) -> Message:
    """Draw one page of an initiative's wordings side by side."""
    page = context.lookup.wordings(name, offset=offset)
    if page is None or page.total <= 1:
        return say(context.replies.nothing_to_compare.format(name=one_line(name, 40)))
    return cards.comparison(page, answer, context.replies)
