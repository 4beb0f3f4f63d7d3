"""The two shortcuts: look up what a message names, privately; and a search field from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.drawing import answers
from handlers.drawing.lookups import lookup_message
from handlers.hearing.request import Request
from handlers.hearing.spoken import whole_text
from handlers.hearing.state import Window, filled
from handlers.initiatives.naming import answer_of
from handlers.sending.views import FIELD, QUERY, WORDS, Filling, opening, query_view, results_view

if TYPE_CHECKING:
    from slack_bolt import Ack, App
    from slack_sdk import WebClient

    from handlers.parts import Parts
    from handlers.sending.message import Message

LOOKUP, SEARCH = "policy_lookup", "policy_search"
COMPARED = 60  # sentences of a message that are compared with the library


def register(app: App, parts: Parts) -> None:
    """Listen to the shortcuts and to the search field."""
    shortcuts = Shortcuts(parts)
    app.shortcut(LOOKUP)(shortcuts.look_up)
    app.shortcut(SEARCH)(shortcuts.ask)
    app.view(QUERY)(shortcuts.search)


class Shortcuts:
    """Opens modals; only the one who asked sees them."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def look_up(self, ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        """List the initiatives and the near-verbatim passages of one message, each quoted."""
        ack()
        request = Request.of(body)
        if not self._parts.is_new(request):
            return
        message = body.get("message") or {}
        ts = str(message.get("ts") or body.get("message_ts") or "")
        thread = str(message.get("thread_ts") or ts)
        window = Window(request.team, request.channel, request.user, thread, request.name)

        def make() -> dict[str, Any]:
            found = self._found(whole_text(message), request.name)
            return results_view(found, self._parts.replies, window.value())

        Filling(client, opening(client, request.trigger), self._parts.replies).show(make)

    def ask(self, ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        """Open the search field."""
        ack()
        request = Request.of(body)
        if self._parts.is_new(request):
            client.views_open(trigger_id=request.trigger, view=query_view(self._parts.replies))

    def search(self, ack: Ack, body: dict[str, Any], view: dict[str, Any], client: WebClient) -> None:
        """Answer the search field in place of it, in the acknowledgement where the answer is ready."""
        typed = filled(view, FIELD, WORDS)
        name = Request.of(body).name

        def first(made: dict[str, Any]) -> str:
            ack(response_action="update", view=made)
            return str(view["id"])

        def make() -> dict[str, Any]:
            return results_view(answer_of(self._parts, typed.strip(), name), self._parts.replies)

        Filling(client, first, self._parts.replies).show(make)

    def _found(self, text: str, name: str) -> Message:
        replies = self._parts.replies
        if not text:
            return answers.say(replies.lookup_empty)
        spotted = (self._parts.lookup.exact(name) for name in self._parts.lookup.spot(text))
        cards = [card for card in spotted if card is not None]
        passages = self._parts.lookup.verbatim(text, COMPARED)
        more = len(self._parts.lookup.sentences(text)) > COMPARED
        note = replies.lookup_compared.format(count=COMPARED) if more else ""
        if not cards and not passages:
            return answers.say("\n".join(line for line in (replies.lookup_nothing, note) if line))
        return lookup_message(cards, passages, name, replies, note)
