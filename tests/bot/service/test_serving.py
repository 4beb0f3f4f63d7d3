"""Serving HTTP: what comes in is signed, readable and answered in time."""

from __future__ import annotations

import json
import socket
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from slack_sdk.signature import SignatureVerifier

from bot.console.stand_in import SlackStandIn
from bot.service.door import LARGEST
from bot.service.serving import make_server
from bot.service.signing import Signing
from corpus.errors import SettingsError
from tests.bot.signed import COMMAND, FORM, SECRET, Client, bolt_app, headers_for, served

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """Give a client of a real server with a small Bolt app behind it."""
    with served() as made:
        yield made


def test_a_signed_command_is_answered(client: Client) -> None:
    """A command signed now is acknowledged with 200."""
    assert client.signed(urlencode(COMMAND).encode()) == 200


def test_a_wrong_signature_or_an_old_one_is_refused(client: Client) -> None:
    """Another secret, another body, no signature, and a time stamp six minutes old are 401."""
    body = urlencode(COMMAND).encode()
    assert client.signed(body, age=360) == 401
    assert client.signed(body, age=-360) == 401
    assert client.send(body, **headers_for(body + b"x")) == 401
    assert client.send(body, **headers_for(body) | {"X-Slack-Signature": "v0=" + "0" * 64}) == 401
    assert client.send(body) == 401


@pytest.mark.parametrize(
    "body", [b"{", b"\xff\xfe", b"payload=[1]", b"ssl_check=1", b"[" * 50_000, b"", b"a=&" * 300_000]
)
def test_nothing_is_read_before_the_signature(client: Client, body: bytes) -> None:
    """A body that is not signed is 401 whatever it is: broken, empty, Slack's check of the certificate, huge."""
    wrong = headers_for(body) | {"X-Slack-Signature": "v0=" + "0" * 64}
    assert (
        client.send(body, **wrong)
        == client.send(body)
        == client.send(body, **headers_for(body + b"x"))
        == 401
    )


def test_slacks_check_of_the_certificate_passes_when_signed(client: Client) -> None:
    """`ssl_check` is acknowledged."""
    assert client.signed(b"ssl_check=1&token=gone") == 200


@pytest.mark.parametrize("stamp", ["soon", "", "1e9", "9" * 400, "-1", "一"])
def test_a_time_stamp_that_is_no_number_is_refused(client: Client, stamp: str) -> None:
    """A time stamp that int() would stumble over is 401 and no server error."""
    body = urlencode(COMMAND).encode()
    stamps = {"X-Slack-Request-Timestamp": stamp.encode().decode("latin-1")}
    assert client.send(body, **headers_for(body) | stamps) == 401


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"{", "application/json"),
        (b"[1, 2]", "application/json"),
        (b'"text"', "application/json"),
        (b"null", "application/json"),
        (b"\xff\xfe", "application/json"),
        (b"text=\xff", FORM),
        (b"payload=%7B", FORM),
        (b"payload=[1]", FORM),
        (b"payload=3", FORM),
        (b"[" * 50_000, "application/json"),
        (b'{"type": "event_callback", "event": [1]}', "application/json"),
        (b'{"type": "event_callback", "event": {"type": 7}}', "application/json"),
        (b'{"type": "event_callback", "authorizations": {"a": 1}}', "application/json"),
        (b'{"type": "block_actions", "actions": ["x"]}', "application/json"),
        (b'{"type": "block_actions", "team": 7, "user": [1]}', "application/json"),
        (b'{"type": ["x"]}', "application/json"),
        (b'{"type": "event_callback", "event": {"type": "message", "text": "\\ud800"}}', "application/json"),
    ],
)
def test_a_signed_body_that_cannot_be_read_is_the_senders_fault(
    client: Client, body: bytes, kind: str
) -> None:
    """Bad JSON, bad UTF-8, a list, a payload of another shape: 400, never a 5xx."""
    assert client.signed(body, kind=kind) == 400


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/healthz", 200),
        ("HEAD", "/healthz", 200),
        ("POST", "/healthz", 405),
        ("GET", "/slack/events", 405),
        ("PUT", "/slack/events", 405),
        ("GET", "/", 404),
        ("POST", "/slack/events/", 404),
        ("POST", "/slack/install", 404),
    ],
)
def test_only_two_paths_are_served(client: Client, method: str, path: str, status: int) -> None:
    """Other paths are 404, other methods 405."""
    assert client.send(b"", path=path, method=method) == status


def test_health_is_that_of_the_store(client: Client) -> None:
    """/healthz fails while the store does not answer."""
    client.broken = True
    try:
        assert client.send(b"", path="/healthz", method="GET") == 503
    finally:
        client.broken = False
    assert client.send(b"", path="/healthz", method="GET") == 200


def test_a_huge_body_is_refused(client: Client) -> None:
    """What is larger than anything Slack sends is turned away before it is read."""
    with socket.create_connection(("127.0.0.1", client.port), timeout=5) as line:
        head = f"POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: {LARGEST + 1}\r\n\r\n"
        line.sendall(head.encode() + b"x" * 100)
        assert b" 413 " in line.recv(100)


def test_events_and_clicks_come_through_the_same_door(client: Client) -> None:
    """A JSON event and a payload= form are both handed on."""
    event = {
        "type": "event_callback",
        "team_id": "T0POLICY",
        "event": {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "1.1", "text": "好"},
    }
    click = {"type": "block_actions", "team": {"id": "T0POLICY"}, "user": {"id": "U1"}}
    button = {"type": "button", "action_id": "policy_share", "block_id": "b"}
    clicked = json.dumps({**click, "actions": [button]})
    assert client.signed(json.dumps(event).encode(), kind="application/json") == 200
    assert client.signed(urlencode({"payload": clicked}).encode()) == 200


def test_an_address_that_is_taken_is_told(client: Client) -> None:
    """A port in use and a host that is none are errors with a next step."""
    with SlackStandIn() as slack:
        app = bolt_app(slack)
        for host, port in [("127.0.0.1", client.port), ("no.such.host.invalid", 3000)]:
            with pytest.raises(SettingsError, match="choose another HOST or PORT"):
                make_server(app, host, port, signing=Signing(SECRET))


def test_the_signature_is_that_of_slacks_own_library() -> None:
    """The documented formula, as these tests compute it, agrees with the SDK's."""
    headers = headers_for("数字".encode())
    verifier = SignatureVerifier(SECRET)
    assert verifier.is_valid_request("数字".encode(), headers)
