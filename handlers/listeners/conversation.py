"""Mentions and direct messages: a question in, the card or the passages out, into the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming.button_values import name_of
from handlers.incoming.event import Event
from handlers.incoming.message_text import asked_words
from handlers.initiatives.asking import Put, only_asks
from handlers.listeners.failures import aside
from handlers.listeners.initiative_answers import answer_of, card_of
from handlers.listeners.search_page import PAGE
from handlers.listeners.subcommands import help_text, read
from handlers.rendering import answers
from handlers.slack_api.message import say
from handlers.slack_api.thread_history import said_before

if TYPE_CHECKING:
    from slack_bolt import App, BoltContext
    from slack_sdk import WebClient

    from handlers.context import AppContext
    from handlers.slack_api.message import Message

SENTENCES = 20  # of a message in a thread that are compared with the library


def register(app: App, context: AppContext) -> None:
    """Listen to mentions; direct messages come by `listeners.messages`."""
    app.event("app_mention")(Conversation(context).mentioned)


class Conversation:
    """Answers where it was asked, as a real message that everybody there sees."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def mentioned(self, body: dict[str, Any], client: WebClient, context: BoltContext) -> None:
        """Answer a mention into its thread; one at top level opens a thread on itself."""
        event = Event.of(body)
        if event.foreign or not self._context.is_first(event):
            return
        if event.shared and self._context.spotting(event) == "off":
            self._decline(event, client)
            return
        asked = asked_words(event.text)
        if only_asks(asked) and not Put.of(asked).quoting and self._context.lookup.exact(asked) is None:
            own = (context.bot_user_id or event.bot, context.bot_id or "")
            # Slack has to be asked what was said there
            aside(
                self._context,
                body,
                client,
                lambda: self._say(event, client, self._from_thread(event, client, own)),
                runner=self._context.runners.reads,
            )
            return
        self._say(event, client, self._answer(event, asked))

    def direct(self, event: Event, client: WebClient) -> None:
        """Answer a direct message: any text is a query."""
        if not self._context.is_first(event):
            return
        asked = asked_words(event.text)
        said = self._answer(event, asked) if asked else help_text(self._context)
        thread = event.thread if event.in_thread else ""
        self._context.outgoing.respond(client, event, said, thread=thread)

    def _say(self, event: Event, client: WebClient, message: Message) -> None:
        """Answer into the thread."""
        self._context.outgoing.respond(client, event, message, thread=event.thread)

    def _answer(self, event: Event, asked: str) -> Message:
        if read(asked).name == "help":
            return help_text(self._context)
        return answer_of(self._context, asked, name_of(event.team, event.channel, event.ts))

    def _from_thread(self, event: Event, client: WebClient, own: tuple[str, str]) -> Message:
        """Look through the thread's last messages, the newest first: for citations and names, then for passages."""
        said = said_before(event, client, own) if event.in_thread else []
        name = name_of(event.team, event.channel, event.ts)
        replies, lookup = self._context.replies, self._context.lookup
        for text in said:
            cited = self._context.answering.shown_in(text)
            if cited:
                return answers.shown_all(cited, name, replies, share=False)
            for card in filter(None, map(lookup.exact, lookup.spot_in_passing(text))):
                return card_of(self._context, card, name, share=False, note=replies.from_thread)
        comparison = self._context.comparison()
        for text in said:
            close = comparison.passages(text, SENTENCES)
            if close:
                return answers.passages(close[:PAGE], replies.passages_from_thread, replies)
        return say(replies.ask_back)

    def _decline(self, event: Event, client: WebClient) -> None:
        """Tell the one who asked, and nobody else, why nothing is said in a channel shared with others."""
        message = say(self._context.replies.foreign_channel)
        self._context.outgoing.whisper(client, event, message)
