"""HTTP for the stand-in: reads a request's arguments as Slack does, and answers or breaks off as told."""

from __future__ import annotations

import json
import socket
import struct
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Json = dict[str, Any]

STRUCTURED = ("blocks", "attachments", "metadata", "view")  # these come as JSON strings in forms


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back over the wire; `reset` breaks the connection off instead, `delay` is in seconds."""

    body: Json | str = field(default_factory=dict)
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0
    reset: bool = False

    def encoded(self) -> bytes:
        """Return the body as bytes."""
        return (self.body if isinstance(self.body, str) else json.dumps(self.body)).encode()


def arguments(query: str, body: bytes, content_type: str) -> Json:
    """Read the arguments of a call from its query, its form or its JSON."""
    given: Json = dict(parse_qsl(query, keep_blank_values=True))
    if content_type.startswith("application/json"):
        return given | (json.loads(body) if body else {})
    given |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    return {name: _value(name, text) for name, text in given.items()}


def _value(name: str, text: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    return json.loads(text) if name in STRUCTURED and text else text


class Server(ThreadingHTTPServer):
    """A server on a free port of 127.0.0.1; each request goes to `answer(path, arguments, token)`."""

    daemon_threads = True
    request_queue_size = 128  # the default of five makes a burst of connections wait a second

    def __init__(self, answer: Callable[[str, Json, str], Reply]) -> None:
        self.answer = answer
        super().__init__(("127.0.0.1", 0), Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that went away."""


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server

    def do_POST(self) -> None:
        """Answer a call."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        path = urlsplit(self.path)
        token = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
        try:
            given = arguments(path.query, body, self.headers.get("Content-Type") or "")
        except ValueError:
            self._send(Reply({"ok": False, "error": "invalid_json"}))
            return
        self._send(self.server.answer(path.path, given, token or given.get("token", "")))

    do_GET = do_POST  # noqa: N815 - the name is http.server's

    def _send(self, reply: Reply) -> None:
        if reply.delay:
            time.sleep(reply.delay)
        if reply.reset:
            self._break_off()
            return
        encoded = reply.encoded()
        kind = "text/plain" if isinstance(reply.body, str) else "application/json"
        self.send_response(reply.status)
        for name, value in {
            "Content-Type": kind,
            "Content-Length": str(len(encoded)),
            **reply.headers,
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(encoded)

    def _break_off(self) -> None:
        """Close at once with a TCP reset: what the client sees when a proxy dies."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def log_message(self, *told: object) -> None:
        """Keep the terminal for the conversation."""
