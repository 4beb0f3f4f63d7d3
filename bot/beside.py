"""A loop that runs in a thread of this process beside what it serves, and ends with it."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def in_thread(loop: Callable[[Event], None], name: str) -> Iterator[None]:
    """Run a loop in a thread of this name as long as the block lasts; the event that it is given tells it to end."""
    ended = Event()
    thread = Thread(target=loop, args=(ended,), name=name)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
