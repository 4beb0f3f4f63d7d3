"""Listens to what the bot does at Slack and shows it: acknowledgements, response_url posts, Web API calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.console.stand_in import RESPONSE_URL
from bot.console.web_api import truthy
from bot.console.workspace import BOT_ID, BOT_USER
from handlers.slack_api import block_limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.console.dispatch import Acknowledged
    from bot.console.screen import Screen, ShownMessage
    from bot.console.stand_in import Call, SlackStandIn

Json = dict[str, Any]

BOT = "policy"
CONTENT = ("chat.post", "chat.update", "views.")
OK = 200


class Hearing:
    """Reads the stand-in's record from where it last stopped."""

    def __init__(self, slack: SlackStandIn, screen: Screen) -> None:
        self._slack, self._screen = slack, screen
        self._read = 0
        self._origins: dict[str, tuple[str, str, ShownMessage | None]] = {}
        self._acts: dict[str, Callable[[Call, Json], None]] = {
            RESPONSE_URL: self._responded,
            "chat.postMessage": self._posted,
            "chat.postEphemeral": self._whispered,
            "chat.update": self._updated,
            "chat.delete": self._deleted,
            "views.open": lambda _, answer: self._screen.open(answer["view"]),
            "views.push": lambda _, answer: self._screen.open(answer["view"], on_top=True),
            "views.update": lambda _, answer: self._screen.change_view(answer["view"]),
            "reactions.add": self._reacted,
        }

    def response_url(self, channel: str, user: str, clicked: ShownMessage | None = None) -> str:
        """Give a response_url for one request; posts to it are shown where they belong."""
        url = self._slack.response_url()
        self._origins[url] = (channel, user, clicked)
        return url

    def acknowledged(self, answer: Acknowledged, channel: str, user: str) -> None:
        """Show the answer to a slash command that came with its acknowledgement, then the rest."""
        drawn = self._screen.drawn
        if answer.body.get("text") or answer.body.get("blocks"):
            self._answer(answer.body, channel, user)
        self._finish(answer, drawn)

    def noticed(self, answer: Acknowledged) -> None:
        """Show what came of a request whose acknowledgement says nothing itself."""
        self._finish(answer, self._screen.drawn)

    def _finish(self, answer: Acknowledged, drawn: int) -> None:
        """Show the rest, and say so where nothing was to be seen since line `drawn`."""
        if answer.status != OK:
            self._screen.note(f"the app answered with HTTP {answer.status}")
        self.catch_up()
        if self._screen.drawn == drawn:
            self._screen.note("nothing came back")

    def catch_up(self) -> None:
        """Show everything the bot did since the last time."""
        calls = self._slack.calls()
        fresh, self._read = calls[self._read :], len(calls)
        for call in fresh:
            if call.method in self._acts:
                self._show(call)

    def _check(self, content: Json) -> None:
        """Say what the real Slack would refuse in a message or a view."""
        for problem in block_limits.problems(content):
            self._screen.note(f"Slack would refuse this: {problem}")

    def _show(self, call: Call) -> None:
        body = call.answer.body
        answer = body if isinstance(body, dict) else {}
        refused = call.answer.status != OK or answer.get("ok") is False
        if refused:
            self._screen.note(f"Slack refused {call.method}: {answer.get('error', call.answer.status)}")
        else:
            self._acts[call.method](call, answer)
            if call.method.startswith(CONTENT):
                self._check(call.arguments.get("view") or call.arguments)

    def _responded(self, call: Call, _: Json) -> None:
        channel, user, clicked = self._origins[call.url]
        body = call.arguments
        if truthy(body.get("delete_original")) and clicked:
            self._screen.remove(clicked)
        elif truthy(body.get("replace_original")) and clicked:
            self._screen.change(clicked, body)
            self._check(body)
        else:
            self._answer(body, channel, user)

    def _answer(self, body: Json, channel: str, user: str) -> None:
        """Show an answer that is private unless it says otherwise."""
        public = body.get("response_type") == "in_channel"
        content, ts = dict(body), self._slack.workspace.ts()
        if public:
            content = self._slack.workspace.keep(channel, user=BOT_USER, bot_id=BOT_ID, **_said(body))
            ts = content["ts"]
        seen_by = "" if public else self._name(user)
        self._screen.show(BOT, channel, content, ts=ts, seen_by=seen_by, thread=body.get("thread_ts", ""))
        self._check(body)

    def _posted(self, call: Call, answer: Json) -> None:
        thread = call.arguments.get("thread_ts", "")
        self._screen.show(BOT, answer["channel"], answer["message"], ts=answer["ts"], thread=thread)

    def _whispered(self, call: Call, answer: Json) -> None:
        given = call.arguments
        seen_by, thread = self._name(given["user"]), given.get("thread_ts", "")
        self._screen.show(
            BOT, given["channel"], given, ts=answer["message_ts"], seen_by=seen_by, thread=thread
        )

    def _updated(self, call: Call, answer: Json) -> None:
        shown = self._screen.at(call.arguments["channel"], answer["ts"])
        if shown:
            self._screen.change(shown, answer["message"])

    def _deleted(self, call: Call, answer: Json) -> None:
        shown = self._screen.at(call.arguments["channel"], answer["ts"])
        if shown:
            self._screen.remove(shown)

    def _reacted(self, call: Call, _: Json) -> None:
        given = call.arguments
        shown = self._screen.at(given["channel"], given["timestamp"])
        self._screen.note(f"{BOT} put :{given['name']}: on {f'#{shown.number}' if shown else 'a message'}")

    def _name(self, user: str) -> str:
        return str(self._slack.workspace.person(user)["name"])


def _said(body: Json) -> Json:
    return {"text": body.get("text", ""), **({"blocks": body["blocks"]} if body.get("blocks") else {})}
