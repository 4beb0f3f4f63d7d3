"""The other end of Socket Mode: a web socket on loopback that sends envelopes and takes answers."""

from __future__ import annotations

import base64
import hashlib
import json
import socket
import struct
import threading
from queue import Queue
from typing import Any, Self

MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455, section 1.3
TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


class SocketSlack:
    """Takes one connection at a time; `answers` holds what the app sent back, in order."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"ws://127.0.0.1:{self._listening.getsockname()[1]}/link"
        self.answers: Queue[dict[str, Any]] = Queue()
        self.connected: Queue[socket.socket] = Queue()
        self._lines: list[socket.socket] = []
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for line in self._lines:
            line.close()
        self._thread.join()

    def send(self, line: socket.socket, envelope: dict[str, Any]) -> None:
        """Send one envelope."""
        self._frame(line, TEXT, json.dumps(envelope).encode())

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            self._lines.append(line)
            self._greet(line)
            self.connected.put(line)
            self._listen(line)

    def _greet(self, line: socket.socket) -> None:
        asked = b""
        while b"\r\n\r\n" not in asked:
            asked += line.recv(4096)
        headers = dict(part.split(b": ", 1) for part in asked.split(b"\r\n")[1:] if b": " in part)
        key = {name.lower(): value for name, value in headers.items()}[b"sec-websocket-key"]
        accepted = base64.b64encode(hashlib.sha1(key + MAGIC).digest())  # noqa: S324 - the protocol wants SHA-1
        head = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        line.sendall(head + b"Sec-WebSocket-Accept: " + accepted + b"\r\n\r\n")
        self.send(line, {"type": "hello", "num_connections": 1})

    def _listen(self, line: socket.socket) -> None:
        try:
            while True:
                code, body = self._read(line)
                if code == CLOSE:
                    return
                if code == PING:
                    self._frame(line, PONG, body)
                if code == TEXT:
                    self.answers.put(json.loads(body))
        except (OSError, EOFError):
            return

    def _read(self, line: socket.socket) -> tuple[int, bytes]:
        first, second = self._take(line, 2)
        length = second & 0x7F
        if length == 126:
            (length,) = struct.unpack("!H", self._take(line, 2))
        mask = self._take(line, 4)
        body = self._take(line, length)
        return first & 0x0F, bytes(byte ^ mask[at % 4] for at, byte in enumerate(body))

    def _take(self, line: socket.socket, count: int) -> bytes:
        taken = b""
        while len(taken) < count:
            more = line.recv(count - len(taken))
            if not more:
                raise EOFError
            taken += more
        return taken

    def _frame(self, line: socket.socket, code: int, body: bytes) -> None:
        size = struct.pack("!B", len(body)) if len(body) < 126 else struct.pack("!BH", 126, len(body))
        line.sendall(bytes([0x80 | code]) + size + body)
