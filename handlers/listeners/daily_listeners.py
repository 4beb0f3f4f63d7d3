"""The daily quotes' listeners: the command, its window, and the three buttons under a passage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from handlers.clause_places import place_of
from handlers.incoming.button_values import QuoteRef, WindowState
from handlers.incoming.mrkdwn import one_line
from handlers.incoming.request import Request
from handlers.listeners.daily_command import DailyCommand
from handlers.listeners.failures import aside
from handlers.rendering import context_view, daily_modal
from handlers.rendering.buttons import ANOTHER, CITE, CONTEXT
from handlers.rendering.daily_post import message
from handlers.slack_api.message import say
from handlers.slack_api.modals import open_window, update

if TYPE_CHECKING:
    from slack_bolt import Ack, App
    from slack_sdk import WebClient

    from handlers.answer import Quoted
    from handlers.context import AppContext
    from handlers.slack_api.message import Message
    from handlers.slack_api.prompt_ack import PromptAck


def register(app: App, context: AppContext) -> None:
    """Listen to the modal and the buttons."""
    buttons = QuoteButtons(context)
    app.view(daily_modal.SAVE)(buttons.save)
    app.action(ANOTHER)(buttons.another)
    app.action(CITE)(buttons.cite)
    app.action(CONTEXT)(buttons.context)
    app.action(re.compile(f"^{context_view.TURN}[01]$"))(buttons.context)


class QuoteButtons:
    """What is clicked; a value that is none of ours, or a passage that is gone, is said to be."""

    def __init__(self, context: AppContext) -> None:
        self._context, self._pool, self._command = context, context.pool, DailyCommand(context)
        self._said = context.replies.daily

    def another(self, ack: PromptAck, body: dict[str, Any], client: WebClient) -> None:
        """Show another passage of the channel's theme, privately; the deck stays as it is."""
        ack()
        request = Request.of(body)
        self._context.answer(ack, request, client, lambda reply: reply.send(self._another(request)))

    def cite(self, ack: PromptAck, body: dict[str, Any], client: WebClient) -> None:
        """Give the quotation and its citation to copy."""
        ack()
        request = Request.of(body)
        self._context.answer(ack, request, client, lambda reply: reply.send(self._cited(request)))

    def context(self, ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        """Open the passage in its place, or turn the window that is open to a neighbour."""
        ack()
        request = Request.of(body)
        quoted = self._quoted(request)
        if quoted is None:
            self._context.outgoing.reply(client, request, say(self._said.gone))
            return
        around = self._context.store.sections.neighbours(quoted.section.code)
        sections = self._context.store.sections
        places = [place_of(one, sections) if one else "" for one in around]
        view = context_view.context_view(quoted, around, places, self._context.replies)
        if body.get("view"):
            update(self._context.outgoing, client, body["view"]["id"], view)
        else:
            open_window(self._context.outgoing, client, request, view)

    def save(self, ack: PromptAck, body: dict[str, Any], client: WebClient) -> None:
        """Set the channel up from the window, or say beside a field what is wrong with it."""
        asked = Request.of(body)
        window = WindowState.read(body["view"], asked.team, asked.user)
        if window is None:
            ack()
            if self._context.is_new(asked):
                self._context.outgoing.reply(client, asked, say(self._said.stale))
            return
        schedule, wrong = daily_modal.read_filled(body["view"], self._said)
        if schedule is not None and schedule.theme and not self._pool.theme(schedule.theme):
            wrong[daily_modal.THEME] = self._said.bad_theme.format(
                given=one_line(schedule.theme, daily_modal.GIVEN)
            )
        if schedule is None or wrong:
            if not ack.offer(response_action="errors", errors=wrong):
                # the window may have gone with the acknowledgement
                told = say("\n".join(wrong.values()))
                self._context.outgoing.reply(client, asked, told)
            return
        ack()
        request = Request.of({**body, "channel_id": window.channel})

        def set_up() -> None:
            if self._context.may_change(request):
                told = self._command.set_up(request, schedule, client, elsewhere=True)
                self._context.outgoing.reply(client, request, told)

        aside(self._context, body, client, set_up)

    def _another(self, request: Request) -> Message:
        here, known = QuoteRef.read(request.value), self._context.store.subscriptions
        wanted = known.get(request.team, request.channel)
        passages = self._pool.passages(wanted.theme if wanted else "")
        others = [one for one in passages.values() if QuoteRef(one.code, one.start, one.end) != here]
        if not others:
            said = self._said.no_other if passages else self._said.nothing
            theme = self._said.no_theme if wanted and wanted.theme else said
            return say(said if passages else theme)
        one = self._context.rng.choice(others)
        quoted = self._pool.quoted(one.code, one.start, one.end)
        if quoted is None:
            return say(self._said.gone)
        return message(quoted, self._context.now().date(), self._context.replies, self._said.another)

    def _cited(self, request: Request) -> Message:
        quoted = self._quoted(request)
        return say(f"{self._said.copy}\n{quoted.cited}" if quoted else self._said.gone)

    def _quoted(self, request: Request) -> Quoted | None:
        place = QuoteRef.read(request.value)
        return self._pool.quoted(place.code, place.start, place.end) if place else None
