"""The end of a process: one deadline for all of it, counted from the signal, and what each part has of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.wall_clock import ticks

if TYPE_CHECKING:
    from collections.abc import Callable

# seconds after the signal until which each part works; whoever runs a process gives it ten
LISTENERS = 5.0  # they need the processor, and not Slack
CALLS = 6.0  # to Slack
KEEPING = 7.5  # the last try to write down what is left; it may take the second that a writer waits


class Ending:
    """When it began; safe to share between threads. `clock` tells seconds."""

    def __init__(self, clock: Callable[[], float] = ticks) -> None:
        self._clock = clock
        self._at: float | None = None

    def begin(self) -> None:
        """Note that the process was told to end; the first time counts."""
        if self._at is None:
            self._at = self._clock()

    def left(self, until: float) -> float:
        """Return the seconds that are left until so many after the signal; the end begins now where none came."""
        self.begin()
        return max(0.0, (self._at or 0.0) + until - self._clock())
