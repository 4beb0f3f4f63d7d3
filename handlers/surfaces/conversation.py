"""Mentions and direct messages: a question in, the card or the passages out, into the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers import words
from handlers.drawing import answers
from handlers.event import Event
from handlers.naming import found_message
from handlers.posting import post, whisper
from handlers.searching import PAGE, search_page
from handlers.spoken import asked_words
from handlers.state import name_of
from handlers.threads import said_before

if TYPE_CHECKING:
    from slack_bolt import App
    from slack_sdk import WebClient

    from handlers.message import Message
    from handlers.parts import Parts


def register(app: App, parts: Parts) -> None:
    """Listen to mentions; direct messages come by `handlers.messages`."""
    app.event("app_mention")(Conversation(parts).mentioned)


class Conversation:
    """Answers where it was asked, as a real message that everybody there sees."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def mentioned(self, body: dict[str, Any], client: WebClient) -> None:
        """Answer a mention into its thread; one at top level opens a thread on itself."""
        event = Event.of(body)
        if event.foreign or not self._parts.is_first(event):
            return
        if event.shared and not self._parts.store.settings.get(event.team, event.channel, "spot"):
            self._decline(event, client)
            return
        asked = asked_words(event.text)
        message = self._answer(event, asked) if asked else self._from_thread(event, client)
        post(client, event.channel, message, thread_ts=event.thread)

    def direct(self, event: Event, client: WebClient) -> None:
        """Answer a direct message: any text is a query."""
        if not self._parts.is_first(event):
            return
        asked = asked_words(event.text)
        said = self._answer(event, asked) if asked else answers.help_text(self._parts.replies)
        more = {"thread_ts": event.thread} if event.in_thread else {}
        post(client, event.channel, said, **more)

    def _answer(self, event: Event, asked: str) -> Message:
        if words.read(asked).name == "help":
            return answers.help_text(self._parts.replies)
        name = name_of(event.team, event.channel, event.ts)
        found = self._parts.lookup.find(asked, limit=PAGE)
        if found.card is None:
            return search_page(self._parts, asked, name, kind=answers.ASKED)
        return found_message(self._parts, found, name, share=False)

    def _from_thread(self, event: Event, client: WebClient) -> Message:
        """Look through the thread's last messages, the newest first: for names, then for passages."""
        said = said_before(event, client) if event.in_thread else []
        name = name_of(event.team, event.channel, event.ts)
        replies = self._parts.replies
        for text in said:
            for named in self._parts.lookup.spot_in_passing(text)[:1]:
                found = self._parts.lookup.find(named, limit=PAGE)
                return found_message(self._parts, found, name, share=False, note=replies.from_thread)
        for text in said:
            close = self._parts.lookup.verbatim(text)
            if close:
                return answers.passages(close[:PAGE], replies.passages_from_thread, replies)
        return answers.say(replies.ask_back)

    def _decline(self, event: Event, client: WebClient) -> None:
        """Tell the one who asked, and nobody else, why nothing is said in a channel shared with others."""
        message = answers.say(self._parts.replies.foreign_channel)
        whisper(client, event.channel, event.user, message)
