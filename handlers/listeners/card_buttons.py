"""The buttons of an initiative's card: all mentions, wordings, watching, and no more of this term."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming.button_values import Named
from handlers.incoming.mrkdwn import one_line
from handlers.incoming.request import Request
from handlers.listeners.failures import aside
from handlers.listeners.initiative_answers import comparison_of, mentions_of, unknown
from handlers.listeners.name_spotting import NEVER as SILENCED
from handlers.listeners.permissions import may_set
from handlers.rendering import answers
from handlers.rendering.buttons import COMPARE, MENTIONS, NEVER, UNWATCH, WATCH
from handlers.rendering.views import page_view
from handlers.slack_api.modals import push_window
from handlers.slack_api.replying import Replying

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App
    from slack_sdk import WebClient

    from handlers.context import Parts
    from handlers.slack_api.message import Message
    from handlers.slack_api.prompt_ack import PromptAck

CHANGING = (WATCH, UNWATCH, NEVER)


def register(app: App, parts: Parts) -> None:
    """Listen to the buttons."""
    buttons = CardButtons(parts)
    for action in buttons.answers:
        app.action(action)(buttons.handle)


class CardButtons:
    """Answers the one who clicked, and nobody else; a card in a thread stays as it is."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.answers: dict[str, Callable[[Request, Named, WebClient], Message]] = {
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
            aside(self._parts, body, client, lambda: self._answer(ack, body, client))
        else:
            self._answer(ack, body, client)

    def _answer(self, ack: PromptAck, body: dict[str, Any], client: WebClient) -> None:
        request, action = Request.of(body), body["actions"][0]["action_id"]
        first = self._parts.may_change if action in CHANGING else self._parts.is_new
        with Replying(ack, request, client, self._parts.outgoing) as reply:
            if not first(request):
                return
            named = Named.read(request.value)
            if named is None:
                reply.send(answers.say(self._parts.replies.stale))
                return
            message = self.answers[action](request, named, client)
            if body.get("view"):
                made = page_view(body["view"], message, self._parts.replies)
                push_window(self._parts.outgoing, client, request, body["view"]["id"], made)
            else:
                reply.send(message)

    def _mentions(self, _: Request, named: Named, _client: WebClient) -> Message:
        return mentions_of(self._parts, named.name, named.answer)

    def _compare(self, _: Request, named: Named, _client: WebClient) -> Message:
        return comparison_of(self._parts, named.name, named.answer)

    def _watch(self, request: Request, named: Named, _client: WebClient) -> Message:
        return watch(self._parts, request, named.name)

    def _unwatch(self, request: Request, named: Named, _client: WebClient) -> Message:
        self._parts.store.watches.remove(request.team, request.user, named.name)
        return answers.say(self._parts.replies.unwatched.format(name=one_line(named.name, 40)))

    def _never(self, request: Request, named: Named, client: WebClient) -> Message:
        if request.outsider:
            return answers.say(self._parts.replies.outsider)
        settings, card = self._parts.store.settings, self._parts.lookup.exact(named.name)
        if card is None:
            return answers.say(self._parts.replies.stale)
        if not may_set(self._parts, request, client):
            return answers.say(self._parts.replies.admins_only)
        if settings.add(request.team, request.channel, f"{SILENCED}{card.name}", "yes", self._parts.stamp()):
            settings.count(request.team, request.channel, "nevered")
        return answers.say(self._parts.replies.nevered.format(name=one_line(card.name, 40)))


def watch(parts: Parts, request: Request, name: str) -> Message:
    """Watch an initiative for the one who asked; whom no direct message reaches cannot."""
    if request.outsider:
        return answers.say(parts.replies.outsider_watch)
    card = parts.lookup.exact(name)
    if card is None:
        return unknown(parts, name)
    new = parts.store.watches.add(request.team, request.user, card.name, parts.stamp())
    said = parts.replies.watching if new else parts.replies.watching_before
    return answers.say(said.format(name=one_line(card.name, 40)))
