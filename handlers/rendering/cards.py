"""Initiatives on paper: the card, its mentions, its wordings side by side, and lists of names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.incoming.button_values import NamedInitiative
from handlers.incoming.mrkdwn import one_line
from handlers.rendering.answers import WIDTHS, reading_buttons
from handlers.rendering.buttons import COMPARE, MENTIONS, NEVER, SHARE, UNWATCH, WATCH, button
from handlers.rendering.page_turns import turns
from handlers.rendering.passage_blocks import fitted, put_passage, roomiest
from handlers.rendering.sheet import Person, Sheet, TextRun
from handlers.slack_api.message import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.vocabulary import Article, Excerpt
    from handlers.answer import Quoted
    from handlers.initiatives.card import Card, NamesPage, NamingPassages
    from handlers.rendering.passage_blocks import Look
    from handlers.replies import Replies
    from handlers.slack_api.message import Block, Message

PLACES = 8  # articles named on a card; the rest are counted
TITLE = 60  # characters of a title in a line of a card
WATCHED = 15  # watched names with their buttons a message; as many more are only named
SHORT = 20  # characters of a name in a row of names


def card_message(card: Card, buttons: Sequence[Block], replies: Replies, note: str = "") -> Message:
    """Draw a whole card."""
    return fitted(lambda look: put_card(Sheet(), card, look, replies, buttons, note))


def shared_card(card: Card, user: str, replies: Replies) -> Message:
    """Draw a card for the channel, with the name of who shared it."""

    def draw(look: Look) -> Sheet:
        sheet = Sheet()
        sheet.say(Person(user), replies.shared_card)
        return put_card(sheet, card, look, replies)

    return fitted(draw)


def put_card(
    sheet: Sheet, card: Card, look: Look, replies: Replies, buttons: Sequence[Block] = (), note: str = ""
) -> Sheet:
    """Put a card on a sheet: name, what it is, where it stands."""
    if note:
        sheet.say(note)
    if card.asked:
        sheet.say(replies.near_name.format(asked=one_line(card.asked), name=one_line(card.name)))
    sheet.say(*_title(card, replies))
    put_passage(sheet, card.defining, look, replies)
    sheet.say(*_standing(card, replies))
    if len(card.articles) > 1:
        sheet.itemize([[_place(p.article, p.times, replies)] for p in card.articles[:PLACES]])
    if len(card.articles) > PLACES:
        sheet.say(replies.more_places.format(count=len(card.articles) - PLACES))
    sheet.buttons(*buttons)
    return sheet


def small_card(card: Card, name: str, replies: Replies) -> Message:
    """Draw a card for a conversation that nobody asked to be joined: name, one quotation, two buttons."""

    def draw(look: Look) -> Sheet:
        sheet = Sheet()
        sheet.say(*_title(card, replies), " ", *_standing(card, replies))
        put_passage(sheet, card.defining, look, replies)
        value = NamedInitiative(name, card.name).value()
        sheet.buttons(button(replies.mentions, MENTIONS, value), button(replies.never, NEVER, value))
        return sheet

    return fitted(draw)


def card_buttons(card: Card, name: str, replies: Replies, *, share: bool) -> list[Block]:
    """Draw the buttons under a card."""
    value = NamedInitiative(name, card.name).value()
    drawn = [button(replies.mentions, MENTIONS, value)]
    drawn += reading_buttons(card.defining, card.defining.excerpt, replies)
    if len(card.articles) > 1:
        drawn.append(button(replies.compare, COMPARE, value))
    drawn.append(button(replies.watch, WATCH, value))
    return [*drawn, button(replies.share, SHARE, value)] if share else drawn


def mentions_page(
    page: NamingPassages, name: str, replies: Replies, extra: Callable[[Quoted, Excerpt], list[Block]]
) -> Message:
    """Draw one page of the passages that name an initiative; `extra` gives each its buttons."""

    def draw(look: Look) -> Sheet:
        sheet = Sheet()
        last = page.offset + len(page.passages)
        said = replies.mentions_head if page.total > 1 else replies.mentions_one
        head = said.format(name=one_line(page.name), total=page.total, first=page.offset + 1, last=last)
        sheet.say(head if page.passages else replies.page_gone)
        for quoted in page.passages:
            excerpt = put_passage(sheet, quoted, look, replies)
            sheet.buttons(*extra(quoted, excerpt))
        sheet.buttons(*turns(page, "mentions", page.name, name, replies))
        return sheet

    return fitted(draw)


def comparison(page: NamingPassages, name: str, replies: Replies) -> Message:
    """Draw the sentences that name an initiative, one an article; what differs is highlighted in them."""
    if not page.passages:
        return say(replies.page_gone)

    def draw(look: Look) -> Sheet:
        sheet = Sheet()
        last = page.offset + len(page.passages)
        said = one_line(page.name)
        sheet.say(replies.compared.format(name=said, total=page.total, first=page.offset + 1, last=last))
        for quoted in page.passages:
            put_passage(sheet, quoted, look, replies)
        sheet.buttons(*turns(page, "wordings", page.name, name, replies))
        return sheet

    return fitted(draw)


def names_page(page: NamesPage, name: str, replies: Replies) -> Message:
    """Draw one page of initiatives with how often each is named."""
    if not page.names:
        return say(replies.page_gone if page.total else replies.no_names)
    where = replies.within.format(title=one_line(page.article, TITLE)) if page.article else ""
    last = page.offset + len(page.names)
    head = replies.names_head.format(where=where, total=page.total, first=page.offset + 1, last=last)

    def draw(width: int) -> Sheet:
        sheet = Sheet()
        sheet.say(head)
        sheet.itemize([[replies.named.format(name=one_line(n, width), times=t)] for n, t in page.names])
        sheet.buttons(*turns(page, "initiatives", page.article, name, replies))
        return sheet

    return roomiest(draw, WIDTHS)


def watches_list(names: Sequence[str], name: str, replies: Replies) -> Message:
    """Draw what somebody watches, each with a button that ends it."""
    if not names:
        return say(replies.no_watches)
    sheet = Sheet()
    sheet.say(replies.watches_head.format(total=len(names)))
    for one in names[:WATCHED]:
        sheet.say(one_line(one, TITLE))
        sheet.buttons(button(replies.unwatch, UNWATCH, NamedInitiative(name, one).value()))
    if len(names) > WATCHED:
        rest = "、".join(one_line(one, SHORT) for one in names[WATCHED : 2 * WATCHED])
        sheet.say(replies.more_watches.format(count=len(names) - WATCHED, names=rest))
    return sheet.message()


def _title(card: Card, replies: Replies) -> list[TextRun]:
    title = [TextRun(one_line(card.name, TITLE), bold=True)]
    if card.note:
        title.append(TextRun(f" {one_line(card.note, 200)}"))
    if card.aliases:
        title.append(TextRun(replies.aliases.format(names="、".join(map(one_line, card.aliases[:6])))))
    return title


def _standing(card: Card, replies: Replies) -> list[str]:
    """Say how often and since when it stands."""
    said = [replies.times.format(times=card.times, articles=len(card.articles))]
    if card.first is not None:
        title = one_line(card.first.title, TITLE)
        said.append(replies.first_seen.format(title=title, date=card.first.published))
    return said


def _place(article: Article, times: int, replies: Replies) -> str:
    date = replies.by.format(parts=article.published) if article.published else ""
    return replies.place.format(title=one_line(article.title, TITLE), date=date, times=times)
