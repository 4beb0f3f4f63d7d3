"""A Slack on loopback that records what the bot does: Web API, response_url, and failures on demand.

with SlackStandIn() as slack:
    slack.client().chat_postMessage(channel="C1", text="你好")
    assert slack.calls("chat.postMessage")[0].arguments["text"] == "你好"
"""

from __future__ import annotations

import threading
import time
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from bot.console.web_api import methods
from bot.console.wire import Json, Reply, Server
from bot.console.workspace import RefusedError, Workspace
from bot.service import loopback
from bot.wall_clock import now

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from slack_sdk import WebClient

TOKEN = "xoxb-stand-in"  # noqa: S105 - made up; nothing but the stand-in takes it
SIGNING_SECRET = "stand-in signing secret"  # noqa: S105 - made up, as above
RESPONSES = 5  # uses of one response_url; docs.slack.dev/interactivity/handling-user-interaction
RESPONSE_URL = "response_url"
POLL = 0.01


@dataclass(frozen=True, slots=True)
class Call:
    """One call that the bot made. A post to a response_url has the method `response_url` and its `url`."""

    method: str
    arguments: Json
    token: str = ""
    url: str = ""
    at: float = 0.0
    answer: Reply = field(default_factory=Reply)


@dataclass(slots=True)
class Failure:
    """A failure to come: `left` times (None: always), of calls whose arguments hold what `where` says.

    `after` lets the call take effect first: Slack did it, and the answer never came.
    """

    reply: Reply
    left: int | None
    where: Mapping[str, object]
    after: bool

    def fits(self, given: Json) -> bool:
        """Whether this failure strikes a call with these arguments."""
        return self.left != 0 and all(given.get(name) == value for name, value in self.where.items())


class SlackStandIn:
    """A recording Slack; a context manager, closed cleanly. `workspace` is its memory.

    Socket Mode is refused, unless `socket_url` names a web socket for it.
    """

    def __init__(self, clock: Callable[[], datetime] = now) -> None:
        loopback.bypass_proxy_for_loopback()
        self.workspace = Workspace(clock)
        self.token, self.signing_secret = TOKEN, SIGNING_SECRET
        self.scopes = "commands,chat:write,app_mentions:read,users:read"
        self.socket_url = ""
        self._record: list[Call] = []
        self._failures: dict[str, list[Failure]] = {}
        self._responses: dict[str, int] = {}
        self._changed = threading.Condition(threading.RLock())
        self._methods = methods()
        self._server = Server(self._answer)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(POLL,), daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop listening; what was recorded stays readable."""
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def base(self) -> str:
        """The address of this Slack, without a slash at its end."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def url(self) -> str:
        """The base URL of the Web API, for SLACK_API_URL or WebClient(base_url=…)."""
        return f"{self.base}/api/"

    def client(self, **options: object) -> WebClient:
        """Return a Web API client of this Slack that retries nothing."""
        from slack_sdk import WebClient

        told: Json = {"token": self.token, "base_url": self.url, "retry_handlers": [], **options}
        return WebClient(**told)

    def calls(self, method: str | None = None) -> list[Call]:
        """Return the calls so far in order, those of one method (or `response_url`) where it is given."""
        with self._changed:
            return [call for call in self._record if method in {None, call.method}]

    def posts(self, url: str) -> list[Json]:
        """Return what was posted to one response_url."""
        return [call.arguments for call in self.calls(RESPONSE_URL) if call.url == url]

    def wait_for(self, method: str, count: int = 1, *, seconds: float = 5) -> list[Call]:
        """Wait until a method was called `count` times; raise TimeoutError when it was not."""
        with self._changed:
            if not self._changed.wait_for(lambda: len(self.calls(method)) >= count, seconds):
                made = [call.method for call in self._record]
                message = f"{method} came {len(self.calls(method))} of {count} times; calls: {made}"
                raise TimeoutError(message)
            return self.calls(method)

    def forget(self) -> None:
        """Empty the record; messages and people are remembered."""
        with self._changed:
            self._record.clear()

    def response_url(self, uses: int = RESPONSES) -> str:
        """Give a fresh response_url."""
        with self._changed:
            path = f"/response/{self.workspace.number('R')}"
            self._responses[path] = uses
        return self.base + path

    def trigger(self) -> str:
        """Give a fresh trigger id; it opens one view, once."""
        with self._changed:
            return self.workspace.number("trigger.")

    def say(self, channel: str, text: str = "", *, user: str = "U0READER", **more: object) -> Json:
        """Put somebody's message into a channel without telling the bot, and return it."""
        with self._changed:
            known = self.workspace.channel(channel)
            return self.workspace.keep(known["id"], user=user, text=text, **more)

    def fail_next(
        self,
        method: str,
        *,
        error: str = "",
        status: int = 200,
        retry_after: int | None = None,
        times: int | None = 1,
        where: Mapping[str, object] | None = None,
        after: bool = False,
        delay: float = 0,
        reset: bool = False,
    ) -> None:
        """Make the next `times` calls of a method (or of `response_url`) fail; None is every one from now on.

        `error` is Slack's word with HTTP 200; `retry_after` gives a 429; `status` any other HTTP error;
        `reset` breaks the connection; `delay` (seconds) alone answers well but late; with `after` Slack does
        what was asked and then fails. Failures strike in the order they were told.
        """
        headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
        status = status if retry_after is None else 429
        word = error or ("ratelimited" if status == 429 else "")
        failing = bool(word) or status >= 400
        body: Json = {"ok": False, "error": word or "internal_error"} if failing else {}
        reply = Reply(body, status, headers, delay, reset)
        with self._changed:
            self._failures.setdefault(method, []).append(Failure(reply, times, where or {}, after))

    def mend(self) -> None:
        """Forget the failures that were told of and have not struck yet."""
        with self._changed:
            self._failures.clear()

    def _answer(self, path: str, given: Json, token: str) -> Reply:
        """Answer one request and put it on record."""
        method = RESPONSE_URL if path in self._responses else path.removeprefix("/api/").strip("/")
        with self._changed:
            reply = self._outcome(method, path, given)
            url = self.base + path if method == RESPONSE_URL else ""
            self._record.append(Call(method, given, token, url, time.monotonic(), reply))
            self._changed.notify_all()
        return reply

    def _outcome(self, method: str, path: str, given: Json) -> Reply:
        """Do what was asked, unless a failure was told of."""
        failure = self._failure(method, given)
        late = failure is not None and not failure.reply.body and not failure.reply.reset
        if failure is None or failure.after or late:
            done = self._respond(path) if method == RESPONSE_URL else self._call(method, given)
            if failure is None or late:
                return replace(done, delay=failure.reply.delay) if failure else done
        return failure.reply

    def _failure(self, method: str, given: Json) -> Failure | None:
        """Return the failure that strikes this call, and count it."""
        for failure in self._failures.get(method, ()):
            if failure.fits(given):
                failure.left = None if failure.left is None else failure.left - 1
                return failure
        return None

    def _call(self, method: str, given: Json) -> Reply:
        """Answer a Web API method."""
        if method == "apps.connections.open" and self.socket_url:
            return Reply({"ok": True, "url": self.socket_url})
        if method not in self._methods:
            return Reply({"ok": False, "error": "unknown_method"})
        headers = {"X-OAuth-Scopes": self.scopes} if method == "auth.test" else {}
        try:
            # a copy, as it goes over the wire and onto the record: what is remembered may change later
            answer = deepcopy(self._methods[method](self.workspace, given))
            return Reply({"ok": True, **answer}, headers=headers)
        except RefusedError as refused:
            return Reply({"ok": False, "error": str(refused)})

    def _respond(self, path: str) -> Reply:
        """Take a post to a response_url; after the last use Slack knows it no more."""
        if self._responses[path] <= 0:
            return Reply({"ok": False, "error": "used_url"}, 404)
        self._responses[path] -= 1
        return Reply("ok")
