"""The acknowledgement: given once, in time, and decided by whoever comes first: the answer or the clock."""

from __future__ import annotations

from threading import RLock, Timer
from typing import TYPE_CHECKING, Any

from slack_bolt import Ack

if TYPE_CHECKING:
    from collections.abc import Mapping

    from slack_bolt import BoltResponse


class PromptAck(Ack):
    """Keeps the first response that it gets, and gives itself one when its time is over.

    Bolt takes a response back when a listener fails after `ack()` (slack_bolt 1.30.0,
    ThreadListenerRunner.run); where that happens before its next look, 10 ms later, it would hold the
    request for three seconds and answer 404.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self._timer: Timer | None = None
        self.response = None

    def __setattr__(self, name: str, value: object) -> None:
        if name == "response" and value is None and getattr(self, name, None) is not None:
            return
        super().__setattr__(name, value)

    def __call__(self, *said: Any, **more: Any) -> BoltResponse:  # noqa: ANN401 - what Bolt's own takes
        """Acknowledge; a request that has been acknowledged stays as it is."""
        with self._lock:
            if self.response is not None:
                return self.response
            if self._timer is not None:
                self._timer.cancel()
            return super().__call__(*said, **more)

    def offer(self, **said: Any) -> bool:  # noqa: ANN401 - as above
        """Acknowledge with an answer; False where the acknowledgement is gone and the answer did not travel."""
        with self._lock:
            if self.response is not None:
                return False
            self(**said)
            return True

    def within(self, seconds: float, late: Mapping[str, Any]) -> None:
        """Acknowledge with `late` after so many seconds, at once where none are left."""
        if seconds <= 0:
            self(**late)
            return
        self._timer = Timer(seconds, self, kwargs=dict(late))
        self._timer.daemon = True
        self._timer.start()
