"""Mentions and direct messages: a question in, the card or the passages out, into the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.search.query.taking_up import taken_up
from handlers.incoming.button_values import name_of
from handlers.incoming.event import Event
from handlers.incoming.message_text import asked_words
from handlers.initiatives.asking import Put, only_asks
from handlers.listeners.failures import aside
from handlers.listeners.follow_up import follow_up, is_follow_up
from handlers.listeners.initiative_answers import answer_of, card_of
from handlers.listeners.search_page import PAGE
from handlers.listeners.subcommands import help_text, read
from handlers.rendering import answers
from handlers.slack_api.message import say
from handlers.slack_api.thread_history import asked_before, said_before

if TYPE_CHECKING:
    from collections.abc import Callable

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
        asked, own = asked_words(event.text), (context.bot_user_id or event.bot, context.bot_id or "")
        follows = event.in_thread and is_follow_up(asked)
        if follows or self._only_points(asked):
            # Slack has to be asked what was said there
            self._aside(body, client, lambda: self._say(event, client, self._taken_up(event, client, own)))
            return
        self._say(event, client, self._answer(event, asked))

    def direct(
        self, event: Event, client: WebClient, body: dict[str, Any], own: tuple[str, str] = ("", "")
    ) -> None:
        """Answer a direct message: any text is a query, in a thread perhaps one that takes up the last one."""
        if not self._context.is_first(event):
            return
        asked = asked_words(event.text)
        if event.in_thread and is_follow_up(asked):
            self._aside(
                body,
                client,
                lambda: self._say(event, client, self._taken_up(event, client, own, direct=True)),
            )
            return
        said = self._answer(event, asked) if asked else help_text(self._context)
        thread = event.thread if event.in_thread else ""
        self._context.outgoing.respond(client, event, said, thread=thread)

    def _only_points(self, asked: str) -> bool:
        """Whether a question only points at what was said (这是什么？), and is no name itself."""
        return only_asks(asked) and not Put.of(asked).quoting and self._context.lookup.exact(asked) is None

    def _aside(self, body: dict[str, Any], client: WebClient, act: Callable[[], None]) -> None:
        """Do what has to ask Slack where nobody waits for it."""
        aside(self._context, body, client, act, runner=self._context.runners.reads)

    def _taken_up(
        self, event: Event, client: WebClient, own: tuple[str, str], *, direct: bool = False
    ) -> Message:
        """Answer by the thread's last question, else by what was said in it, else say what is needed."""
        asked = asked_words(event.text)
        taken = taken_up(asked)
        points = taken is None or taken.kind in {"about", "talk"}
        found = self._from_thread(event, client, own) if points and not direct else None
        if found is None and taken is not None and is_follow_up(asked):
            before = asked_before(event, client, own, direct=direct) if event.in_thread else ()
            found = follow_up(self._context, event, taken, before)
        if found is None:
            found = self._answer(event, asked) if direct else say(self._context.replies.ask_back)
        return found

    def _say(self, event: Event, client: WebClient, message: Message) -> None:
        """Answer into the thread."""
        self._context.outgoing.respond(client, event, message, thread=event.thread)

    def _answer(self, event: Event, asked: str) -> Message:
        if read(asked).name == "help":
            return help_text(self._context)
        return answer_of(self._context, asked, name_of(event.team, event.channel, event.ts))

    def _from_thread(self, event: Event, client: WebClient, own: tuple[str, str]) -> Message | None:
        """Look through the thread's last messages, the newest first: for citations and names, then for passages.

        Nothing where they hold none of these.
        """
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
        return None

    def _decline(self, event: Event, client: WebClient) -> None:
        """Tell the one who asked, and nobody else, why nothing is said in a channel shared with others."""
        message = say(self._context.replies.foreign_channel)
        self._context.outgoing.whisper(client, event, message)
