"""The two shortcuts: look up what a message names, privately; and a search field from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming.button_values import WindowState, filled
from handlers.incoming.message_text import whole_text
from handlers.incoming.request import Request
from handlers.listeners.filling import Filling, Submitted
from handlers.listeners.initiative_answers import answer_of
from handlers.rendering import answers
from handlers.rendering.lookups import lookup_message
from handlers.rendering.views import FIELD, QUERY, WORDS, query_view, results_view
from handlers.slack_api.message import say
from handlers.slack_api.modals import open_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import Ack, App, BoltContext
    from slack_sdk import WebClient

    from handlers.context import AppContext
    from handlers.slack_api.message import Message
    from handlers.slack_api.prompt_ack import PromptAck

LOOKUP, SEARCH = "policy_lookup", "policy_search"
COMPARED = 60  # sentences of a message that are compared with the library
CARDS = 60  # initiatives of a message that are looked up


def register(app: App, context: AppContext) -> None:
    """Listen to the shortcuts and to the search field."""
    shortcuts = Shortcuts(context)
    app.shortcut(LOOKUP, middleware=[shortcuts.arm])(shortcuts.look_up)
    app.shortcut(SEARCH)(shortcuts.ask)
    app.view(QUERY)(shortcuts.search)


class Shortcuts:
    """Opens modals; only the one who asked sees them."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def arm(
        self,
        body: dict[str, Any],
        client: WebClient,
        context: BoltContext,
        next: Callable[[], None],  # noqa: A002 - Bolt passes it by this name
    ) -> None:
        """See to it, before any queue, that the modal is opened while its trigger lives."""
        filling = Filling(self._context.outgoing, client, Request.of(body), self._context.replies)
        context["filling"] = filling.arm()
        next()

    def look_up(self, ack: Ack, body: dict[str, Any], context: BoltContext) -> None:
        """List the initiatives and the near-verbatim passages of one message, each quoted."""
        ack()
        request, filling = Request.of(body), context["filling"]
        with filling:
            if self._context.is_new(request):
                self._fill(filling, request, body)

    def _fill(self, filling: Filling, request: Request, body: dict[str, Any]) -> None:
        message = body.get("message") or {}
        ts = str(message.get("ts") or body.get("message_ts") or "")
        thread = str(message.get("thread_ts") or ts)
        window = WindowState(request.team, request.channel, request.user, thread, request.name)
        found = self._found(whole_text(message), request.name)
        filling.show(results_view(found, self._context.replies, window.value()), found)

    def ask(self, ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        """Open the search field."""
        ack()
        request = Request.of(body)
        if self._context.is_new(request):
            open_window(self._context.outgoing, client, request, query_view(self._context.replies))

    def search(self, ack: PromptAck, body: dict[str, Any], view: dict[str, Any], client: WebClient) -> None:
        """Answer the search field in place of it, in the acknowledgement where the answer is ready."""
        typed = filled(view, FIELD, WORDS)
        name, replies = Request.of(body).name, self._context.replies
        with Submitted(ack, view, client, self._context.outgoing, replies) as submitted:
            submitted.show(results_view(answer_of(self._context, typed.strip(), name), replies))

    def _found(self, text: str, name: str) -> Message:
        replies = self._context.replies
        if not text:
            return say(replies.lookup_empty)
        names, comparison = self._context.lookup.spot(text), self._context.comparison()
        cards = [card for name in names[:CARDS] if (card := self._context.lookup.exact(name)) is not None]
        cited = self._context.answering.shown_in(text)
        standing = [one.quoted for one in cited if one.removed_at is None]
        codes = {quoted.section.code for quoted in standing}
        close = comparison.passages(text, COMPARED)
        passages = [*standing, *(quoted for quoted in close if quoted.section.code not in codes)]
        told = [replies.lookup_spotted.format(count=CARDS)] if len(names) > CARDS else []
        if not comparison.whole:
            told.append(replies.lookup_compared.format(count=comparison.compared))
        note = "\n".join(told)
        if not cards and not passages:
            if cited:  # they were removed, which is said
                return answers.shown_all(cited, name, replies, share=False)
            return say("\n".join(line for line in (replies.lookup_nothing, note) if line))
        return lookup_message(cards, passages, name, replies, note)
