"""A shared passage, as the whole channel sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.rendering.passage_blocks import put_passage
from handlers.rendering.sheet import Person, Sheet
from handlers.rendering.split_passages import whole

if TYPE_CHECKING:
    from corpus.vocabulary import Excerpt
    from handlers.answer import Shown
    from handlers.rendering.passage_blocks import Look
    from handlers.replies import Replies
    from handlers.slack_api.message import Message


def shared_message(passage: Shown, user: str, replies: Replies) -> Message:
    """Name who shared, quote the passage whole, and say if it has been removed since."""
    head = (Person(user), replies.shared_by)

    def draw(look: Look) -> Sheet:
        sheet = Sheet()
        sheet.say(*head)
        close(sheet, put_passage(sheet, passage.quoted, look, replies))
        return sheet

    def close(sheet: Sheet, _: Excerpt) -> None:
        if passage.removed_at:
            sheet.say(replies.removed.format(date=passage.removed_at[:10]))

    return whole(passage.quoted, replies, draw, head, close)
