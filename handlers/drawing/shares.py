"""A shared passage, as the whole channel sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.drawing.passages import fitted, put_passage
from handlers.drawing.sheet import Person, Sheet

if TYPE_CHECKING:
    from handlers.answer import Shown
    from handlers.drawing.passages import Look
    from handlers.replies import Replies
    from handlers.sending.message import Message


def shared_message(passage: Shown, user: str, replies: Replies) -> Message:
    """Name who shared, quote the passage, and say if it has been removed since."""

    def draw(look: Look) -> Sheet:
        sheet = Sheet()
        sheet.say(Person(user), replies.shared_by)
        put_passage(sheet, passage.quoted, look, replies)
        if passage.removed_at:
            sheet.say(replies.removed.format(date=passage.removed_at[:10]))
        return sheet

    return fitted(draw)
