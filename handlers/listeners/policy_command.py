"""/policy: read the words, ask, answer the one who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.incoming import words
from handlers.incoming.mrkdwn import one_line, unescape
from handlers.incoming.request import Request
from handlers.incoming.typed_command import TypedCommand
from handlers.listeners.failures import aside
from handlers.listeners.initiative_commands import InitiativeCommands, changes
from handlers.listeners.search_page import search_page
from handlers.rendering import answers
from handlers.rendering.mistyped import mistyped
from handlers.slack_api.message import say
from handlers.slack_api.replying import Replying

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import App
    from slack_sdk import WebClient

    from handlers.context import AppContext
    from handlers.slack_api.message import Message
    from handlers.slack_api.prompt_ack import PromptAck

ASKING = ("spot", "restrict")  # what may have to ask Slack who is an admin


def register(app: App, context: AppContext) -> None:
    """Listen to /policy."""
    app.command("/policy")(PolicyCommand(context).handle)


class PolicyCommand:
    """The slash command with its sub-commands."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self._answers: dict[str, Callable[[TypedCommand], Message]] = {
            "search": self._search,
            "articles": self._articles,
            "show": self._show,
            "quote": self._quote,
            "help": self._help,
            **InitiativeCommands(context).answers,
        }

    def handle(self, ack: PromptAck, command: dict[str, Any], client: WebClient) -> None:
        """Answer one command, in its acknowledgement where the answer is ready in time."""
        text = unescape(command.get("text") or "")
        if words.read(text).name in ASKING:
            aside(self._context, command, client, lambda: self._reply(ack, command, text, client))
        else:
            self._reply(ack, command, text, client)

    def _reply(self, ack: PromptAck, command: dict[str, Any], text: str, client: WebClient) -> None:
        request = Request.of(command)
        with Replying(ack, request, client, self._context.outgoing) as reply:
            asked = words.read(text)
            first = self._context.may_change if changes(asked) else self._context.is_new
            if first(request):
                reply.send(self._answer(request, asked, text, client))

    def _answer(self, request: Request, asked: words.ParsedCommand, text: str, client: WebClient) -> Message:
        if asked.meant:
            return mistyped(text.strip(), asked.meant, self._context.replies)
        return self._answers.get(asked.name, self._help)(TypedCommand(request, asked.rest, client))

    def _search(self, typed: TypedCommand) -> Message:
        if not typed.rest:
            return self._help(typed)
        found = self._context.answering.shown_in(typed.rest)
        if found:
            return answers.shown_all(found, typed.request.name, self._context.replies)
        return search_page(self._context, words.without_codes(typed.rest), typed.request.name)

    def _articles(self, typed: TypedCommand) -> Message:
        page = self._context.answering.articles()
        return answers.listing(page, typed.request.name, self._context.replies)

    def _show(self, typed: TypedCommand) -> Message:
        replies = self._context.replies
        if not typed.rest:
            return say(replies.code_wanted)
        found = self._context.answering.shown_in(typed.rest)
        if not found:
            code = next(iter(words.codes_in(typed.rest)), typed.rest)
            return say(replies.no_code.format(code=one_line(code, 40)))
        return answers.shown_all(found, typed.request.name, replies)

    def _quote(self, typed: TypedCommand) -> Message:
        quoted = self._context.answering.quote(self._context.rng)
        if quoted is None:
            return say(self._context.replies.no_quote)
        return answers.single(quoted, typed.request.name, self._context.replies)

    def _help(self, _: TypedCommand) -> Message:
        return answers.help_text(self._context.replies)
