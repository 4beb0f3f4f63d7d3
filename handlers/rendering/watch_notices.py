"""What a watcher is told: where a watched initiative newly stands, quoted, and where it stands no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.incoming.mrkdwn import one_line
from handlers.rendering.passage_blocks import fitted, put_passage
from handlers.rendering.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.vocabulary import Article
    from handlers.answer import Quoted
    from handlers.rendering.passage_blocks import Look
    from handlers.replies import Replies
    from handlers.slack_api.message import Message

QUOTED = 3  # passages a notice; of the other articles the titles are told
TITLES = 10
TITLE = 60


def watch_notice(name: str, named: Sequence[Quoted], gone: Sequence[Article], replies: Replies) -> Message:
    """Draw a notice: one passage an article that newly names it, then the articles that no longer do."""
    shown = one_line(name, 40)

    def draw(look: Look) -> Sheet:
        sheet = Sheet()
        if len(named) == 1:
            title = one_line(named[0].article.title, TITLE)
            sheet.say(replies.appeared.format(name=shown, title=title))
        elif named:
            sheet.say(replies.appeared_often.format(name=shown, total=len(named)))
        for quoted in named[:QUOTED]:
            put_passage(sheet, quoted, look, replies)
        _titles(sheet, [quoted.article for quoted in named[QUOTED:]], replies)
        if len(gone) == 1:
            sheet.say(replies.gone.format(name=shown, title=one_line(gone[0].title, TITLE)))
        elif gone:
            sheet.say(replies.gone_often.format(name=shown, total=len(gone)))
            _titles(sheet, gone, replies)
        return sheet

    return fitted(draw)


def _titles(sheet: Sheet, articles: Sequence[Article], replies: Replies) -> None:
    """Put a list of titles on the sheet; beyond the first ones they are counted."""
    if not articles:
        return
    sheet.itemize([[replies.titled.format(title=one_line(one.title, TITLE))] for one in articles[:TITLES]])
    if len(articles) > TITLES:
        sheet.say(replies.more_articles.format(count=len(articles) - TITLES))
