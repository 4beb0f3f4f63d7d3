"""What users send, signed as Slack signs it, each with a user and a trigger of its own; and when it was answered."""

from __future__ import annotations

import http.client
import json
import threading
import time
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from slack_sdk.signature import SignatureVerifier

from tests.handlers.door import Door

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.load.slack import Slack

Json = dict[str, Any]
PATIENCE = 8.0  # seconds the bench waits for an acknowledgement; Slack waits three
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
HONEST, DEAR = "honest", "dear"


@dataclass
class Asked:
    """One request: what of it must stand in a real answer, and how it was acknowledged.

    `words` are empty where the request is none that waits for an answer; `status` is 0 where none came;
    `thread` is where the answer to a mention must be posted.
    """

    kind: str
    words: str = ""
    response_url: str = ""
    thread: tuple[str, str] = ("", "")
    who: str = HONEST
    begun: float = 0.0
    took: float = 0.0
    status: int = 0
    body: bytes = b""


@dataclass
class Asker:
    """Asks one server; safe to share between threads. `asked` holds all requests that were sent, in order."""

    port: int
    slack: Slack
    asked: list[Asked] = field(default_factory=list)
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        # the payloads are those of the tests' door; nothing is dispatched through it
        self._door = Door(None, self.slack)  # type: ignore[arg-type] # only its payloads are used

    def command(self, text: str, words: str, kind: str = "search") -> Asked:
        """Type /policy; a real answer to it holds `words`."""
        payload = {**self._door.typed(text), "user_id": self._user()}
        return self._send(Asked(kind, words, payload["response_url"]), urlencode(payload).encode(), FORM)

    def mention(self, words: str, channel: str) -> Asked:
        """Mention the bot at the top level of a channel; the answer is a post in the thread that this opens."""
        payload = self._door.mention(words, user=self._user(), channel=channel)
        ts = f"{int(time.time())}.{next(self._numbers):06d}"
        payload["event"] |= {"ts": ts, "event_ts": ts}
        payload["event_id"] = f"Ev{ts}"
        return self._send(Asked("mention", words, thread=(channel, ts)), json.dumps(payload).encode(), JSON)

    def look_up(self, text: str, user: str) -> Asked:
        """Use the message shortcut on a message with this text."""
        ts = f"{int(time.time())}.{next(self._numbers):06d}"
        payload = self._door.shortcut({"ts": ts, "text": text}, user={"id": user, "team_id": "T0POLICY"})
        body = urlencode({"payload": json.dumps(payload)}).encode()
        return self._send(Asked("look-up", who=DEAR), body, FORM)

    def health(self) -> Asked:
        """Ask /healthz; it is well where the status is 200."""
        return self._timed(Asked("healthz", who="healthz"), "GET", "/healthz", b"", {})

    def signed(self, body: bytes) -> dict[str, str]:
        """Return Slack's two headers for a body."""
        stamp = str(int(time.time()))
        verifier = SignatureVerifier(self.slack.signing_secret)
        signature = verifier.generate_signature(timestamp=stamp, body=body) or ""
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature}

    def _send(self, one: Asked, body: bytes, content_type: str) -> Asked:
        headers = {"Content-Type": content_type, **self.signed(body)}
        return self._timed(one, "POST", "/slack/events", body, headers)

    def _timed(self, one: Asked, method: str, path: str, body: bytes, headers: dict[str, str]) -> Asked:
        """Send a request and note when and how it was acknowledged."""
        self.asked.append(one)
        one.begun = time.monotonic()
        one.status, one.body = exchange(self.port, method, path, body, headers)
        one.took = time.monotonic() - one.begun
        return one

    def _user(self) -> str:
        return f"U0HONEST{next(self._numbers):05d}"


def exchange(
    port: int, method: str, path: str, body: bytes, headers: dict[str, str], patience: float = PATIENCE
) -> tuple[int, bytes]:
    """Send one request on a connection of its own; return status and body, (0, b"") where none came."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=patience)
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    except (OSError, http.client.HTTPException):
        return 0, b""
    finally:
        connection.close()


def spread(acts: Sequence[Any], seconds: float) -> list[threading.Thread]:
    """Start each act in a thread of its own, evenly over some seconds; return the threads, still running.

    An open loop: a slow answer does not keep the next user from asking.
    """
    started = []
    for act in acts:
        thread = threading.Thread(target=act, daemon=True)
        thread.start()
        started.append(thread)
        time.sleep(seconds / len(acts))
    return started


def finish(threads: Sequence[threading.Thread], patience: float = 2 * PATIENCE) -> None:
    """Wait for threads, but not for ever."""
    ending = time.monotonic() + patience
    for thread in threads:
        thread.join(max(0.0, ending - time.monotonic()))
