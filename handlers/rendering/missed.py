"""What is said over passages that hold a query only nearly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.incoming.mrkdwn import one_line

if TYPE_CHECKING:
    from handlers.answer import Answer
    from handlers.replies import Replies


def missed(answer: Answer, query: str, replies: Replies) -> str:
    """Return the sentence that tells which other words were found, or that a phrase stands nowhere; or nothing."""
    if answer.did_you_mean:
        return replies.other_words.format(query=query, words=one_line(answer.did_you_mean))
    return replies.phrase_missed.format(query=query) if answer.phrase_missed else ""
