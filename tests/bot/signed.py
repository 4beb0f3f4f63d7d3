"""Signed requests to a running server, and a small app to serve."""

from __future__ import annotations

import hashlib
import hmac
import http.client
import threading
import time
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.console.stand_in import SlackStandIn
from bot.service.serving import finish, make_server
from bot.service.signing import Signing
from corpus.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.service.door import Door

SECRET = "s3cret"
FORM = "application/x-www-form-urlencoded"
COMMAND = {
    "command": "/policy",
    "text": "数字工匠",
    "user_id": "U1",
    "team_id": "T0POLICY",
    "channel_id": "C1",
}


class Client:
    """Sends signed requests to one server; `broken` makes its store fail."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.broken = False

    def check(self) -> None:
        """Answer as the store would."""
        if self.broken:
            raise StoreError("is locked")

    def send(self, body: bytes, *, path: str = "/slack/events", method: str = "POST", **headers: str) -> int:
        """Send one request and return its status."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, body, {"Content-Type": FORM, **headers})
            return connection.getresponse().status
        finally:
            connection.close()

    def signed(self, body: bytes, *, age: float = 0, kind: str = FORM) -> int:
        """Send a body signed as Slack signs, over its raw bytes, `age` seconds ago."""
        return self.send(body, **headers_for(body, age=age), **{"Content-Type": kind})


@contextmanager
def served(clock: Callable[[], float] = time.monotonic) -> Iterator[Client]:
    """Give a client of a real server with a small Bolt app behind it; `clock` is what deadlines go by."""
    with SlackStandIn() as slack:
        app = bolt_app(slack)
        made = Client(0)
        server = make_server(app, "127.0.0.1", 0, made.check, signing=Signing(SECRET), clock=clock)
        made.port = int(server.effective_port)
        running = threading.Thread(target=server.run)
        running.start()
        try:
            yield made
        finally:
            server.task_dispatcher.shutdown()
            server.trigger.pull_trigger(server.close)
            running.join(5)
            finish(app)


def headers_for(body: bytes, *, age: float = 0) -> dict[str, str]:
    """Return Slack's two signature headers for these bytes, by the documented formula."""
    stamp = str(int(time.time() - age))
    digest = hmac.new(SECRET.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}


def answered(door: Door, body: bytes, kind: str = "application/json") -> tuple[int, str]:
    """Send a signed body straight to the WSGI application; return the status and what it answered."""
    told: list[str] = []
    signed = headers_for(body).items()
    environ: dict[str, Any] = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in signed}
    environ |= {"REQUEST_METHOD": "POST", "PATH_INFO": "/slack/events", "SERVER_PROTOCOL": "HTTP/1.1"}
    environ |= {"CONTENT_TYPE": kind, "CONTENT_LENGTH": str(len(body)), "wsgi.input": BytesIO(body)}

    def start(status: str, *_: object) -> Callable[[bytes], object]:
        told.append(status)
        return len

    answer = b"".join(door(environ, start)).decode()
    return int(told[0].split()[0]), answer


def bolt_app(slack: SlackStandIn) -> App:
    """Make a small app with a command, a mention and a button."""
    app = App(
        client=WebClient(token="xoxb-1", base_url=slack.url),
        signing_secret=SECRET,
        token_verification_enabled=False,
    )
    app.command("/policy")(lambda ack: ack("好"))
    app.event("app_mention")(lambda ack: ack())
    app.event("message")(lambda ack: ack())
    app.action("policy_share")(lambda ack: ack())
    return app
