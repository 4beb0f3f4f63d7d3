"""A loop that runs in a thread of this process beside what it serves, and ends with it."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


LOGGER = logging.getLogger(__name__)


def repeat(step: Callable[[], object], ended: Event, seconds: float, stumbled: str) -> None:
    """Take a step every so many seconds until `ended` is set; where one fails the log says that it `stumbled`."""
    while not ended.is_set():
        try:
            step()
        except Exception:
            # the outermost loop: what fails today, as a locked library, must not end what comes tomorrow
            LOGGER.exception(stumbled)
        ended.wait(seconds)


@contextmanager
def in_thread(loop: Callable[[Event], None], name: str, seconds: float | None = None) -> Iterator[None]:
    """Run a loop in a thread of this name as long as the block lasts; the event that it is given tells it to end.

    With `seconds` it is left to itself where it does not end in that time, as a call to Slack may not.
    """
    ended = Event()
    thread = Thread(target=loop, args=(ended,), name=name, daemon=seconds is not None)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(seconds)
