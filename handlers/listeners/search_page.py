"""One page of a search, as a message; the same words give the same pages on every way of asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.search.query.language import LONGEST
from handlers.rendering import answers
from handlers.slack_api.message import say

if TYPE_CHECKING:
    from handlers.answer import Answer
    from handlers.context import AppContext
    from handlers.slack_api.message import Message

PAGE = 3  # passages with buttons a message: the longest that a library may hold still fit


def search_page(
    context: AppContext, words: str, name: str, offset: int = 0, *, kind: str = answers.SEARCH, note: str = ""
) -> Message:
    """Search for words and render the page from `offset` on. Only the beginning of a very long query counts."""
    answer = context.answering.search(words[:LONGEST], limit=PAGE, offset=offset)
    return answer_page(context, answer, words, name, kind=kind, note=note)


def answer_page(
    context: AppContext, answer: Answer, words: str, name: str, *, kind: str = answers.SEARCH, note: str = ""
) -> Message:
    """Render the answer to a query; that only the beginning of a very long one was searched for is said."""
    replies = context.replies
    clipped = replies.clipped.format(limit=LONGEST) if len(words) > LONGEST else ""
    note = "\n".join(line for line in (note, clipped) if line)
    if not answer.answered and not answer.hint and not context.answering.articles(limit=1).total:
        return say(replies.empty_library)
    return answers.search_answer(answer, name, replies, note, kind=kind)
