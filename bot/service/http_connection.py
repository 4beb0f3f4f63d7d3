"""One connection: a request comes to its end in time, and half-sent ones keep nobody waiting.

waitress (3.0.2) counts from the last byte, so that a byte now and then keeps a connection for ever, and stops
taking new ones when as many as it allows are open. Both are mended here, through the class that it makes its
channels of.
"""

from __future__ import annotations

import resource
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from waitress.channel import HTTPChannel

if TYPE_CHECKING:
    from collections.abc import Callable

WHOLE = 10.0  # seconds that headers and body may take together
CONNECTIONS = 1_000  # open at once
UNFINISHED = 200  # of one address that stand half-sent: a proxy is one address, and sends requests whole
LINGER = 2.0  # seconds that the rest of a refused request is thrown away, so that the refusal arrives
SPARE = 100  # connections beyond, so that new ones come in while old ones are being closed
TURN = 64  # of them that are taken in one turn
FILES = 512  # of the files a process may open, for the store and for calls to Slack


class HttpConnection(HTTPChannel):  # type: ignore[misc]  # waitress has no types
    """A channel of waitress with a deadline for each request; `clock` tells seconds.

    `begun` is when the request that is coming in began: when the connection was opened, later at the first
    byte after an answer. While a request is being answered, and while nothing comes, it is None.
    """

    def __init__(self, *given: Any, clock: Callable[[], float], **more: Any) -> None:  # noqa: ANN401 - waitress has no types
        self._clock = clock
        self.begun: float | None = clock()
        self.answered = self.begun
        self._refused, self._lingering = False, False
        super().__init__(*given, **more)

    def readable(self) -> bool:
        """Whether more is to be read; asked at every turn, at least once a second, so deadlines are kept here."""
        late = self._lingering and self._clock() - self.answered > LINGER
        if late or (self.is_unfinished() and self._clock() - (self.begun or 0.0) > WHOLE):
            self.will_close = True
        if self.will_close and self.total_outbufs_len:
            # who does not read the answer leaves waitress waiting to write it: this ends the wait
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_RDWR)
        return bool(super().readable())

    def received(self, data: bytes) -> bool:
        """Take what came in; of a request that was refused nothing more."""
        if self._refused:
            return False
        if self.begun is None:
            self.begun = self._clock()
        return bool(super().received(data))

    def service(self) -> None:
        """Answer a request; the next one begins with its own first byte."""
        self.begun = None
        self._refused = self.requests[0].error is not None
        super().service()
        self.answered = self._clock()

    def handle_close(self) -> None:
        """Close; after a refusal only our own direction, until the other side ends or LINGER is over.

        A connection closed with bytes in it that nobody read is reset, and the answer may be lost with it.
        """
        if self._refused and not self._lingering and self.connected:
            self._lingering, self.will_close = True, False
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_WR)
                return
        super().handle_close()

    def is_unfinished(self) -> bool:
        """Whether a request has begun to come in, or none came yet, and nothing is being answered."""
        return self.begun is not None and not self.requests and not self.total_outbufs_len

    def is_idle(self) -> bool:
        """Whether it is kept open after an answer, and nothing comes."""
        return self.begun is None and not self.requests and not self.total_outbufs_len


def accept_several(accept: Callable[[], None], open_now: dict[int, HttpConnection], most: int) -> None:
    """Take the connections that wait, up to TURN of them, and make room for them.

    waitress takes one a turn, and a turn is long where many are open: a thousand would hold the next for seconds.
    """
    for _ in range(TURN):
        before = len(open_now)
        accept()
        if len(open_now) == before:
            break
    make_room(list(open_now.values()), most)


def make_room(open_now: list[HttpConnection], most: int) -> None:
    """Close the oldest half-sent ones of an address that has too many, and of all where too many are open.

    Where none is half-sent the longest idle go; what is being answered stays. They end at the next turn.
    """
    living = [one for one in open_now if not one.will_close]
    unfinished = sorted((one for one in living if one.is_unfinished()), key=lambda one: one.begun or 0.0)
    seen: dict[Any, int] = {}
    for one in reversed(unfinished):
        seen[one.addr[0]] = seen.get(one.addr[0], 0) + 1
        one.will_close = seen[one.addr[0]] > UNFINISHED
    living = [one for one in living if not one.will_close]
    idle = sorted((one for one in living if one.is_idle()), key=lambda one: one.answered)
    waiting = [one for one in unfinished if not one.will_close]
    for one in [*waiting, *idle][: max(0, len(living) - most)]:
        one.will_close = True


def connections() -> int:
    """Return how many connections may be open at once, after asking the system for as many files as they take.

    A body that is not whole yet may hold a file besides its connection.
    """
    wanted = 2 * (CONNECTIONS + SPARE) + FILES
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    unlimited = resource.RLIM_INFINITY
    if soft != unlimited and soft < wanted:
        soft = wanted if hard == unlimited else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    if soft == unlimited or soft >= wanted:
        return CONNECTIONS
    return max(SPARE, (soft - FILES) // 2 - SPARE)
