"""What is said to a mistyped sub-command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming.command_words import divided
from handlers.incoming.mrkdwn import one_line
from handlers.rendering.sheet import Sheet, TextRun

if TYPE_CHECKING:
    from handlers.incoming.command_words import SubCommand
    from handlers.replies import Replies
    from handlers.slack_api.message import Message


def mistyped(text: str, meant: SubCommand[Any, Any], replies: Replies) -> Message:
    """Name the sub-command that was meant, with its alias; and how to search for the word if it was none."""
    word, rest = divided(text)
    sheet = Sheet()
    sheet.say(replies.mistyped.format(word=one_line(word, 30), name=meant.word, alias=meant.aliases[0]))
    sheet.say(
        replies.mistyped_try,
        TextRun(one_line(f"/policy {meant.word} {rest}"), code=True),
        replies.mistyped_search,
        TextRun(one_line(f"/policy search {text}"), code=True),
    )
    return sheet.message()
