"""The only place in the house that asks what time it is."""

from __future__ import annotations

import time
from datetime import UTC, datetime


def now() -> datetime:
    """Return the present instant, in UTC."""
    return datetime.now(UTC)


def spent() -> float:
    """Return the seconds that this thread has used of the processor; only differences mean something."""
    return time.thread_time()


def ticks() -> float:
    """Return seconds of a clock that never goes back; only differences mean something."""
    return time.monotonic()
