"""Slack's side of a request: signed as Slack signs, handed to the real app, waited for until it is quiet."""

from __future__ import annotations

import json
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from slack_bolt import BoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.console.payloads import encoded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from slack_bolt import App, BoltResponse

    from bot.console.stand_in import SlackStandIn

Json = dict[str, Any]

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
THREADS = 8
PATIENCE = 60.0  # seconds; a listener that takes longer is given up on


class Settling(ThreadPoolExecutor):
    """A pool that can tell when nothing runs in it any more."""

    def __init__(self, threads: int = THREADS) -> None:
        super().__init__(threads, thread_name_prefix="listener")
        self._begun: set[Future[Any]] = set()

    def submit(self, fn: Callable[..., Any], /, *args: object, **kwargs: object) -> Future[Any]:
        """Run `fn` in the pool."""
        future = super().submit(fn, *args, **kwargs)
        self._begun.add(future)
        return future

    def settle(self, seconds: float = PATIENCE) -> None:
        """Wait until all that was begun, and what that began, has ended; TimeoutError if it does not."""
        while self._begun:
            done, left = wait(tuple(self._begun), seconds)
            self._begun -= done
            if left:
                message = f"{len(left)} listeners still run after {seconds} s"
                raise TimeoutError(message)


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What the app answered a request with; `body` is empty where it only acknowledged."""

    status: int
    body: Json


class Delivery:
    """Brings requests to one app, as HTTP mode would, and waits for its listeners.

    The app's pool of listeners is exchanged for one that can be waited for; nothing else is touched.
    """

    def __init__(self, app: App, slack: SlackStandIn) -> None:
        self._app, self._slack = app, slack
        self._signer = SignatureVerifier(slack.signing_secret)
        self._pool = Settling()
        runner: Any = app.listener_runner
        runner.listener_executor = runner.lazy_listener_runner.executor = self._pool

    def close(self) -> None:
        """End the pool."""
        self._pool.shutdown()

    def form(self, fields: Mapping[str, str]) -> Acknowledged:
        """Send a slash command."""
        return self._send(urlencode(fields), FORM)

    def interaction(self, payload: Json) -> Acknowledged:
        """Send a click, a shortcut or a modal."""
        return self._send(urlencode({"payload": encoded(payload)}), FORM)

    def event(self, payload: Json, *, retry: int = 0) -> Acknowledged:
        """Send an event; `retry` from 1 to 3 marks a redelivery."""
        retried = {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"} if retry else {}
        return self._send(encoded(payload), JSON, retried)

    def _send(self, body: str, kind: str, more: Mapping[str, str] | None = None) -> Acknowledged:
        """Sign, dispatch, and wait."""
        stamp = str(int(self._slack.workspace.clock().timestamp()))
        signature = self._signer.generate_signature(timestamp=stamp, body=body) or ""
        signed = {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature, "Content-Type": kind}
        answer = self._app.dispatch(BoltRequest(body=body, headers={**signed, **(more or {})}))
        self._pool.settle()
        return Acknowledged(answer.status, _body(answer))


def _body(answer: BoltResponse) -> Json:
    """Return the body of an acknowledgement; a plain sentence counts as its text."""
    if not answer.body:
        return {}
    try:
        told = json.loads(answer.body)
    except ValueError:
        return {"text": answer.body}
    return told if isinstance(told, dict) else {"text": answer.body}
