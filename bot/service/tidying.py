"""Tidying: claims and answers that nothing can repeat any more are forgotten, beside what is served."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.beside import in_thread
from corpus.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from threading import Event

    from db.store import Store

LOGGER = logging.getLogger(__name__)
TICK = 3600.0  # seconds between two rounds
SOON = timedelta(days=7)  # Slack delivers an event for the last time after minutes
# nobody goes on in a thread or clicks on an answer that is older; where somebody does, one more card or
# post is the harm, and a bot that is invited again after that long may greet again
LATE = timedelta(days=180)
AGES = {
    "trigger:": SOON,
    "event:": SOON,
    "said:": SOON,
    "cooling:": SOON,
    "spool:": SOON,
    "thread:": LATE,
    "share:": LATE,
    "post:": LATE,
    "greeted:": LATE,
    "digest:": LATE,  # of a week
    "low:": LATE,  # of a round of a deck, told with its last passages
}
# a process of its own workspace takes an answer up within seconds, and tells who waits that it came too late
UNUSED = timedelta(days=1)


class Tidying:
    """Forgets old claims; any process may run it, and several at once."""

    def __init__(self, store: Store, now: Callable[[], datetime]) -> None:
        self._store, self._now = store, now

    def run_once(self) -> int:
        """Forget each kind of claim that is older than its age, and answers nobody sent; return how many there were.

        Where the store cannot be written to, the log says so, and the next round does it.
        """
        try:
            claims = sum(self._forget(prefix, age) for prefix, age in AGES.items())
            return claims + self._store.parcels.forget(self._before(UNUSED))
        except StoreError as error:
            LOGGER.warning("old claims are forgotten later: %s", error)
            return 0

    def _forget(self, prefix: str, age: timedelta) -> int:
        return self._store.once.forget(prefix, self._before(age))

    def _before(self, age: timedelta) -> str:
        return (self._now() - age).isoformat(timespec="seconds")


def run(tidying: Tidying, ended: Event) -> None:
    """Tidy up until `ended` is set."""
    while not ended.wait(TICK):
        tidying.run_once()


@contextmanager
def tidied(store: Store, now: Callable[[], datetime]) -> Iterator[None]:
    """Tidy up in a thread of this process for as long as the block lasts."""
    tidying = Tidying(store, now)
    with in_thread(lambda ended: run(tidying, ended), "tidying"):
        yield
