"""The buttons of an initiative's card: all mentions, wordings, watching, and no more of this term."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming.button_values import NamedInitiative
from handlers.incoming.mrkdwn import one_line
from handlers.incoming.request import Request
from handlers.listeners.failures import aside
from handlers.listeners.initiative_answers import comparison_of, mentions_of, unknown
from handlers.listeners.name_spotting import NEVER as SILENCED
from handlers.listeners.permissions import may_set
from handlers.rendering.buttons import COMPARE, MENTIONS, NEVER, UNWATCH, WATCH
from handlers.rendering.views import page_view
from handlers.slack_api.message import say
from handlers.slack_api.modals import push_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App
    from slack_sdk import WebClient

    from handlers.context import AppContext
    from handlers.slack_api.message import Message
    from handlers.slack_api.prompt_ack import PromptAck
    from handlers.slack_api.replying import Replying

CHANGING = (WATCH, UNWATCH, NEVER)


def register(app: App, context: AppContext) -> None:
    """Listen to the buttons."""
    buttons = CardButtons(context)
    for action in buttons.answers:
        app.action(action)(buttons.handle)


class CardButtons:
    """Answers the one who clicked, and nobody else; a card in a thread stays as it is."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.answers: dict[str, Callable[[Request, NamedInitiative, WebClient], Message]] = {
            MENTIONS: self._mentions,
            COMPARE: self._compare,
            WATCH: self._watch,
            UNWATCH: self._unwatch,
            NEVER: self._never,
        }

    def handle(self, ack: PromptAck, body: dict[str, Any], client: WebClient) -> None:
        """Acknowledge, then answer privately; in a modal, in the modal."""
        ack()
        if body["actions"][0]["action_id"] == NEVER:
            # Slack may have to be asked who is an admin
            aside(self._context, body, client, lambda: self._answer(ack, body, client))
        else:
            self._answer(ack, body, client)

    def _answer(self, ack: PromptAck, body: dict[str, Any], client: WebClient) -> None:
        request, action = Request.of(body), body["actions"][0]["action_id"]

        def act(reply: Replying) -> None:
            named = NamedInitiative.read(request.value)
            if named is None:
                reply.send(say(self._context.replies.stale))
                return
            message = self.answers[action](request, named, client)
            if body.get("view"):
                made = page_view(body["view"], message, self._context.replies)
                push_window(self._context.outgoing, client, request, body["view"]["id"], made)
            else:
                reply.send(message)

        self._context.answer(ack, request, client, act, changing=action in CHANGING)

    def _mentions(self, _: Request, named: NamedInitiative, _client: WebClient) -> Message:
        return mentions_of(self._context, named.name, named.answer)

    def _compare(self, _: Request, named: NamedInitiative, _client: WebClient) -> Message:
        return comparison_of(self._context, named.name, named.answer)

    def _watch(self, request: Request, named: NamedInitiative, _client: WebClient) -> Message:
        return watch(self._context, request, named.name)

    def _unwatch(self, request: Request, named: NamedInitiative, _client: WebClient) -> Message:
        self._context.store.watches.remove(request.team, request.user, named.name)
        return say(self._context.replies.unwatched.format(name=one_line(named.name, 40)))

    def _never(self, request: Request, named: NamedInitiative, client: WebClient) -> Message:
        if request.outsider:
            return say(self._context.replies.outsider)
        settings, card = self._context.store.channel_settings, self._context.lookup.exact(named.name)
        if card is None:
            return say(self._context.replies.stale)
        if not may_set(self._context, request, client):
            return say(self._context.replies.admins_only)
        if settings.add(
            request.team, request.channel, f"{SILENCED}{card.name}", "yes", self._context.stamp()
        ):
            settings.count(request.team, request.channel, "nevered")
        return say(self._context.replies.nevered.format(name=one_line(card.name, 40)))


def watch(context: AppContext, request: Request, name: str) -> Message:
    """Watch an initiative for the one who asked; whom no direct message reaches cannot."""
    if request.outsider:
        return say(context.replies.outsider_watch)
    card = context.lookup.exact(name)
    if card is None:
        return unknown(context, name)
    new = context.store.watches.add(request.team, request.user, card.name, context.stamp())
    said = context.replies.watching if new else context.replies.watching_before
    return say(said.format(name=one_line(card.name, 40)))
