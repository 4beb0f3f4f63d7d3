"""Half-sent requests: each has ten seconds as a whole, and none keeps another waiting."""

from __future__ import annotations

import http.client
import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from bot.service import http_connection
from bot.service.door import LARGEST
from bot.service.http_connection import CONNECTIONS, UNFINISHED, WHOLE
from tests.bot.signed import COMMAND, FORM, Client, headers_for, served

if TYPE_CHECKING:
    from collections.abc import Iterator

BODY = urlencode(COMMAND).encode()
HEAD = b"POST /slack/events HTTP/1.1\r\nHost: x\r\n"
HALF = HEAD + b"Content-Length: 100\r\n\r\ntext="
PATIENCE = 30  # seconds that a line is waited for: far more than it takes


class Hand:
    """A clock that a test moves by hand, in seconds."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        """Return the present second."""
        return self.seconds


@pytest.fixture
def hand() -> Hand:
    """A clock of one's own."""
    return Hand()


@pytest.fixture
def client(hand: Hand) -> Iterator[Client]:
    """A client of a server whose deadlines go by that clock."""
    with served(hand) as made:
        yield made


def line_to(client: Client) -> socket.socket:
    """Open a connection."""
    return socket.create_connection(("127.0.0.1", client.port), timeout=PATIENCE)


def is_closed(line: socket.socket) -> bool:
    """Whether the server closed a connection without an answer."""
    try:
        return line.recv(100) == b""
    except ConnectionError:
        return True


def is_given_up(line: socket.socket, hand: Hand) -> bool:
    """Whether a half-sent request is given up as time goes on, from whenever the server has read its beginning."""
    line.settimeout(0.5)
    for _ in range(2 * PATIENCE):
        hand.seconds += WHOLE + 1
        try:
            return line.recv(100) == b""
        except TimeoutError:
            continue
        except ConnectionError:
            return True
    return False


def is_open(line: socket.socket) -> bool:
    """Whether nothing has come on a connection, not even its end."""
    line.settimeout(0)
    try:
        line.recv(1, socket.MSG_PEEK)
    except BlockingIOError:
        return True
    finally:
        line.settimeout(PATIENCE)
    return False


def test_this_is_the_waitress_that_the_deadline_was_written_for() -> None:
    """Its channels are built upon: another version is to be read before it is taken."""
    assert version("waitress") == "3.0.2"


@pytest.mark.parametrize(
    "pieces",
    [
        [b"", b""],
        [b"POST /slack", b"/events"],
        [HEAD, b"X-A: 1\r\n", b"X-B: 1\r\n", b"X-C: 1\r\n"],
        [HALF, b"a", b"b", b"c"],
        [b"\r\n\r\n", b"\r\n\r\n", b"\r\n\r\n"],
        [HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n", b"1\r\nb\r\n"],
        [HEAD + b"Expect: 100-continue\r\nContent-Length: 0\r\n\r\n"[:-2], b"X-A: 1\r\n"],
    ],
    ids=["silent", "line", "headers", "body", "blank", "chunks", "expect"],
)
def test_a_request_that_is_not_whole_in_time_is_given_up(
    client: Client, hand: Hand, pieces: list[bytes]
) -> None:
    """Whatever trickles in, ten seconds after its beginning the connection is closed."""
    with line_to(client) as line:
        for piece in pieces:
            line.sendall(piece)
            # the server has had its turn when another request was answered
            assert client.send(b"", path="/healthz", method="GET") == 200
            assert is_open(line)
            hand.seconds += WHOLE / len(pieces) + 0.1
        assert is_closed(line)


def test_time_counts_anew_for_each_request(client: Client, hand: Hand) -> None:
    """A connection that is kept alive may be idle between two requests; a second one half-sent is given up."""
    line = http.client.HTTPConnection("127.0.0.1", client.port, timeout=PATIENCE)
    for _ in range(3):
        line.request("POST", "/slack/events", BODY, {"Content-Type": FORM, **headers_for(BODY)})
        answer = line.getresponse()
        assert (answer.status, bool(answer.read())) == (200, True)
        hand.seconds += WHOLE - 1
    hand.seconds += WHOLE
    line.sock.sendall(HALF)
    assert client.send(b"", path="/healthz", method="GET") == 200
    assert is_open(line.sock)
    assert is_given_up(line.sock, hand)
    line.close()


def test_a_thousand_half_sent_requests_hold_up_nobody(client: Client) -> None:
    """While more requests stay half-sent than may be open at once, whole ones and /healthz are answered."""
    with ExitStack() as lines:
        for _ in range(CONNECTIONS + 200):
            lines.enter_context(line_to(client)).sendall(HALF)
        with ThreadPoolExecutor(50) as pool:
            statuses = list(pool.map(lambda _: client.signed(BODY), range(50)))
        assert statuses == [200] * 50
        assert client.send(b"", path="/healthz", method="GET") == 200


def test_the_oldest_half_sent_of_an_address_go_first(client: Client) -> None:
    """Of more half-sent requests than one address may have, the first are closed and the last stay."""
    with ExitStack() as lines:
        opened = [lines.enter_context(line_to(client)) for _ in range(UNFINISHED + 10)]
        assert client.send(b"", path="/healthz", method="GET") == 200
        assert all(is_closed(line) for line in opened[:10])
        assert all(is_open(line) for line in opened[20:])


def test_where_all_are_taken_half_sent_ones_give_way_and_answered_ones_next(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Idle connections stay while there are half-sent ones to close."""
    monkeypatch.setattr(http_connection, "UNFINISHED", 2_000)
    with ExitStack() as lines:
        kept = [http.client.HTTPConnection("127.0.0.1", client.port, timeout=PATIENCE) for _ in range(50)]
        for one in kept:
            one.request("GET", "/healthz")
            assert one.getresponse().read() == b"ok"
            lines.callback(one.close)
        opened = [lines.enter_context(line_to(client)) for _ in range(CONNECTIONS)]
        assert client.send(b"", path="/healthz", method="GET") == 200
        assert all(is_closed(line) for line in opened[:50])
        assert all(is_open(one.sock) for one in kept)


def test_a_body_of_the_largest_size_is_read_and_a_larger_one_is_refused(client: Client) -> None:
    """One MB of signed bytes is served; one byte more is 413, which arrives though the sender goes on sending."""
    body = BODY + b"&x=" + b"x" * (LARGEST - len(BODY) - 3)
    assert client.signed(body) == 200
    assert client.signed(body + b"x") == 413
    assert client.signed(body * 4) == 413


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        (b"", b"", 401),
        (b"Content-Length: 0\r\n", b"", 401),
        (b"Content-Length: many\r\n", b"", 400),
        (b"Content-Length: -1\r\n", b"", 400),
        (b"Content-Length: 5\r\nContent-Length: 5\r\n", b"hello", 400),
        (b"Content-Length: 1000000000000\r\n", b"", 413),
        (b"Transfer-Encoding: chunked\r\n", b"zz\r\n", 400),
        (b"Transfer-Encoding: chunked\r\n", b"5\r\nhello\r\n0\r\n\r\n", 401),
        (b"Transfer-Encoding: gzip\r\n", b"", 501),
        (b"X-Long: " + b"x" * 20_000 + b"\r\n", b"", 431),
    ],
)
def test_strange_lengths_are_the_senders_fault(
    client: Client, headers: bytes, body: bytes, status: int
) -> None:
    """A length that is missing, zero, garbage or too large, chunks and headers without end: a 4xx, or read as it is."""
    with line_to(client) as line:
        line.sendall(HEAD + headers + b"\r\n" + body)
        assert int(line.recv(100).split()[1]) == status


def test_a_signed_body_in_chunks_is_served(client: Client) -> None:
    """What comes in chunks is signed as a whole."""
    signed = "".join(f"{name}: {value}\r\n" for name, value in headers_for(BODY).items()).encode()
    kind = f"Content-Type: {FORM}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)
    with line_to(client) as line:
        line.sendall(HEAD + signed + kind + chunks)
        assert b" 200 " in line.recv(100)
