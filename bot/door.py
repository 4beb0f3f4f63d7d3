"""The WSGI application: which paths there are, and what is turned away before Bolt reads it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.adapter.wsgi import SlackRequestHandler

from corpus.errors import PolicyError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from wsgiref.types import StartResponse, WSGIEnvironment

    from slack_bolt.adapter.wsgi.http_request import WsgiHttpRequest

EVENTS, HEALTH = "/slack/events", "/healthz"
TIMESTAMP = "x-slack-request-timestamp"
SIGNATURE = "x-slack-signature"
# Bolt's verifier turns the first with int() and compares the second as ASCII: anything else would be a 500
SIGNED = {TIMESTAMP: re.compile(r"[0-9]{1,12}"), SIGNATURE: re.compile(r"v0=[0-9a-f]{64}")}
NESTED = ("event", "view", "container", "message", "enterprise", "item")
NAMED = ("team", "user", "channel")
UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


class Door(SlackRequestHandler):
    """Routes a request: `/slack/events` to Bolt (commands, events, interactivity), `/healthz` to `check`.

    `check` answers when the store does and raises PolicyError when it does not.
    """

    def __init__(self, app: App, check: Callable[[], object]) -> None:
        super().__init__(app, path=EVENTS)
        self._check = check

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Serve one request."""
        path, method = environ.get("PATH_INFO", ""), environ.get("REQUEST_METHOD", "")
        allowed = {EVENTS: ("POST",), HEALTH: ("GET", "HEAD")}.get(path)
        if allowed is None:
            return _say(start_response, "404 Not Found", "not found")
        if method not in allowed:
            return _say(
                start_response, "405 Method Not Allowed", "not allowed", ("Allow", ", ".join(allowed))
            )
        if path == HEALTH:
            return self._health(start_response, silent=method == "HEAD")
        answer: Iterable[bytes] = super().__call__(environ, start_response)
        return answer

    def dispatch(self, request: WsgiHttpRequest) -> BoltResponse:
        """Hand a request to Bolt, which checks the signature; turn away what Bolt would stumble over."""
        headers = request.get_headers()
        if not all(sign.fullmatch(str(headers.get(name, ""))) for name, sign in SIGNED.items()):
            return BoltResponse(status=401, body="not signed")
        try:
            asked = BoltRequest(body=request.get_body(), query=request.query_string, headers=headers)
            _check_shape(asked.body)
        except UNREADABLE:
            return BoltResponse(status=400, body="the body cannot be read")
        return self.app.dispatch(asked)

    def _health(self, start_response: StartResponse, *, silent: bool) -> Iterable[bytes]:
        """Say whether the store answers."""
        try:
            self._check()
        except PolicyError:
            return _say(
                start_response, "503 Service Unavailable", "" if silent else "the store does not answer"
            )
        return _say(start_response, "200 OK", "" if silent else "ok")


def _check_shape(body: Mapping[str, Any]) -> None:
    """Raise an error of UNREADABLE where a payload is built as none of Slack's.

    Its envelope is read by Bolt before any listener; text that is no Unicode could not be stored or sent.
    """
    json.dumps(body, ensure_ascii=False).encode()
    for name in NESTED:
        if not isinstance(body.get(name) or {}, dict):
            raise TypeError(name)
    for name in NAMED:
        if not isinstance(body.get(name) or {}, (dict, str)):
            raise TypeError(name)
    for name in ("authorizations", "actions"):
        listed = body.get(name) or []
        if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
            raise TypeError(name)
    for words in (body, body.get("event") or {}):
        if not isinstance(words.get("type", ""), str):
            raise TypeError


def _say(start_response: StartResponse, status: str, text: str, *headers: tuple[str, str]) -> Iterable[bytes]:
    """Answer in plain text."""
    body = text.encode()
    told = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body))), *headers]
    start_response(status, told)
    return [body]
