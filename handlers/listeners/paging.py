"""Next and Previous: the page that the button names takes the place of the one that was clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming.button_values import PageTurn
from handlers.incoming.request import Request
from handlers.listeners.initiative_answers import comparison_of, mentions_of, names_of
from handlers.listeners.search_page import search_page
from handlers.rendering import answers
from handlers.rendering.buttons import NEXT, PREVIOUS
from handlers.rendering.views import page_view
from handlers.slack_api.message import say
from handlers.slack_api.modals import update

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App
    from slack_sdk import WebClient

    from handlers.context import AppContext
    from handlers.slack_api.message import Message
    from handlers.slack_api.prompt_ack import PromptAck
    from handlers.slack_api.replying import Replying


def register(app: App, context: AppContext) -> None:
    """Listen to the two buttons."""
    paging = Paging(context)
    for action in (NEXT, PREVIOUS):
        app.action(action)(paging.handle)


class Paging:
    """Turns pages. The order is the search's own, which is total; the button holds the place in it."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._pages: dict[str, Callable[[PageTurn], Message]] = {
            answers.SEARCH: self._search,
            answers.ASKED: self._search,
            "articles": self._articles,
            "mentions": self._mentions,
            "initiatives": self._names,
            "wordings": self._wordings,
        }

    def handle(self, ack: PromptAck, body: dict[str, Any], client: WebClient) -> None:
        """Acknowledge, then put the other page in this one's place."""
        request = Request.of(body)
        ack()

        def act(reply: Replying) -> None:
            turn = PageTurn.read(request.value)
            if turn is None or turn.kind not in self._pages:
                reply.send(say(self._context.replies.stale))
            elif body.get("view"):
                made = page_view(body["view"], self._pages[turn.kind](turn), self._context.replies)
                update(self._context.outgoing, client, body["view"]["id"], made)
            else:
                reply.send(self._pages[turn.kind](turn), replace=True)

        self._context.answer(ack, request, client, act)

    def _search(self, turn: PageTurn) -> Message:
        return search_page(self._context, turn.words, turn.answer, turn.offset, kind=turn.kind)

    def _articles(self, turn: PageTurn) -> Message:
        page = self._context.answering.articles(offset=turn.offset)
        return answers.listing(page, turn.answer, self._context.replies)

    def _mentions(self, turn: PageTurn) -> Message:
        return mentions_of(self._context, turn.words, turn.answer, turn.offset)

    def _wordings(self, turn: PageTurn) -> Message:
        return comparison_of(self._context, turn.words, turn.answer, turn.offset)

    def _names(self, turn: PageTurn) -> Message:
        return names_of(self._context, turn.words, turn.answer, turn.offset)
