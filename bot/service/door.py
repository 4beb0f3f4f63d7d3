"""The WSGI application: which paths there are, and what is turned away before Bolt reads it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.adapter.wsgi import SlackRequestHandler

from bot.service import shape
from bot.service.signing import SIGNATURE, TIMESTAMP
from corpus.errors import PolicyError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from wsgiref.types import StartResponse, WSGIEnvironment

    from slack_bolt.adapter.wsgi.http_request import WsgiHttpRequest

    from bot.service.signing import Signing

EVENTS, HEALTH = "/slack/events", "/healthz"
LARGEST = 1_048_576  # bytes of one request: a long Chinese message takes nine for each of its characters
_LENGTH = re.compile(r"[0-9]{1,12}")
UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


class Door(SlackRequestHandler):
    """Routes a request: `/slack/events` to Bolt (commands, events, interactivity), `/healthz` to `check`.

    `check` answers when the store does and raises PolicyError when it does not.
    """

    def __init__(self, app: App, signing: Signing, check: Callable[[], object]) -> None:
        super().__init__(app, path=EVENTS)
        self._signing, self._check = signing, check
        self._api = urlsplit(app.client.base_url).netloc

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
        """Hand a request to Bolt, once its bytes prove to be signed and its payload to be one of Slack's."""
        stamp, signature = (str(request.environ.get(name, "")) for name in (TIMESTAMP, SIGNATURE))
        if not self._signing.may_hold(stamp, signature):
            return BoltResponse(status=401, body="not signed")
        told = str(request.environ.get("CONTENT_LENGTH") or "0")
        if not _LENGTH.fullmatch(told):
            return BoltResponse(status=400, body="the length cannot be read")
        if int(told) > LARGEST:
            return BoltResponse(status=413, body="too large")
        body = request.environ["wsgi.input"].read(int(told)) if int(told) else b""
        if not self._signing.holds(stamp, signature, body):
            return BoltResponse(status=401, body="not signed")
        return self._signed(request, body)

    def _signed(self, request: WsgiHttpRequest, body: bytes) -> BoltResponse:
        """Hand on what Slack signed; acknowledge what nobody here listens to, so that Slack counts no failure."""
        try:
            asked = BoltRequest(body=body.decode(), query=request.query_string, headers=request.get_headers())
            shape.check(asked.body, self._api)
        except UNREADABLE:
            return BoltResponse(status=400, body="the body cannot be read")
        return self.app.dispatch(asked) if shape.is_heard(asked.body) else BoltResponse(status=200, body="")

    def _health(self, start_response: StartResponse, *, silent: bool) -> Iterable[bytes]:
        """Say whether the store answers."""
        try:
            self._check()
        except PolicyError:
            return _say(
                start_response, "503 Service Unavailable", "" if silent else "the store does not answer"
            )
        return _say(start_response, "200 OK", "" if silent else "ok")


def _say(start_response: StartResponse, status: str, text: str, *headers: tuple[str, str]) -> Iterable[bytes]:
    """Answer in plain text."""
    body = text.encode()
    told = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body))), *headers]
    start_response(status, told)
    return [body]
