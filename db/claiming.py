"""How long a claim waits for another writer: not at all while one has just waited in vain."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from corpus.errors import UnwritableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from db.connection import Connections
    from db.failing import Connection

REST = 5.0  # seconds in which nobody waits; then one claim does, and the others still do not


class Claiming:
    """Transactions of claims, for threads that answer people and must not stand still behind a lock.

    `ticks` are seconds of a clock that never goes back.
    """

    def __init__(self, connections: Connections, ticks: Callable[[], float]) -> None:
        self._connections, self._ticks = connections, ticks
        self._lock, self._until = Lock(), 0.0  # no failure is remembered

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[Connection]:
        """Run a block as one transaction, as `Connections.writing` does; UnwritableError where it cannot be."""
        waits = self._may_wait()
        try:
            with self._connections.writing(durable=durable, waits=waits) as connection:
                yield connection
        except UnwritableError:
            if waits:  # who did not wait may have met a moment's work
                with self._lock:
                    self._until = self._ticks() + REST
            raise
        with self._lock:
            self._until = 0.0

    def _may_wait(self) -> bool:
        """Whether this one waits: all do as long as nothing failed, and one at a time after each rest."""
        with self._lock:
            if not self._until:
                return True
            if self._ticks() < self._until:
                return False
            self._until = self._ticks() + REST
            return True
