"""Follow-up questions in a thread: more of it, the same for another year, place or clause, where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.search.query.slot_change import with_slots
from corpus.search.query.taking_up import taken_up
from handlers.incoming.button_values import name_of
from handlers.incoming.mrkdwn import one_line
from handlers.initiatives.card import CardFound
from handlers.listeners.initiative_answers import answer_of, mentions_of
from handlers.listeners.search_page import PAGE, answer_page
from handlers.rendering.answers import ASKED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.search.query.taking_up import TakenUp
    from handlers.context import AppContext
    from handlers.incoming.event import Event
    from handlers.slack_api.message import Message

QUERY = 60  # characters of the last question that are repeated


def is_follow_up(asked: str) -> bool:
    """Whether a question has a sense only behind another one: 还有吗, 换成2023年, 出自哪份."""
    taken = taken_up(asked)
    return taken is not None and taken.kind != "talk"


def last_question(asked: Iterable[str]) -> tuple[str, int]:
    """Return the last question with something to look for, and how many pages of it were seen; ("", 0) without one.

    `asked` is what was asked in a thread, newest first. What changed a slot of the question since then is put into it.
    """
    pages, changes = 1, list[str]()
    for text in asked:
        taken = taken_up(text)
        if taken is None:
            for left in reversed(changes):
                text = with_slots(text, left)  # noqa: PLW2901 - the question as it stands now
            return text, pages
        if taken.kind == "change":
            changes.append(taken.left)
        pages += taken.kind == "more" and not changes
    return "", 0


def follow_up(
    context: AppContext, event: Event, taken: TakenUp, asked_before: Iterable[str]
) -> Message | None:
    """Answer a follow-up by the last question of its thread; None where the thread has none."""
    question, pages = last_question(asked_before)
    if not question:
        return None
    name = name_of(event.team, event.channel, event.ts)
    if taken.kind == "more":
        return _next_page(context, question, name, pages)
    if taken.kind == "change":
        question = with_slots(question, taken.left)
    note = context.replies.taken_up.format(query=one_line(question, QUERY))
    return answer_of(context, question, name, note=note)


def _next_page(context: AppContext, question: str, name: str, pages: int) -> Message:
    """Return the page behind those that were seen: of the passages, or of those that name an initiative."""
    found = context.lookup.find(question, limit=PAGE)
    if isinstance(found, CardFound):
        return mentions_of(context, found.card.name, name, offset=PAGE * (pages - 1))
    answer = context.answering.search(question, limit=PAGE, offset=PAGE * pages)
    note = context.replies.taken_up.format(query=one_line(question, QUERY)) if answer.passages else ""
    return answer_page(context, answer, question, name, kind=ASKED, note=note)
