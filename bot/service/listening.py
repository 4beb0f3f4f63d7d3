"""The threads that read requests and look things up: for each person one request after another."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any

from bot.service.acknowledging import ASKER
from handlers.slack_api.runners import BusyError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.service.lanes import Lanes

ENDING = 1.0  # seconds in which listeners still begin something at the end; none of them waits for Slack
GRACE = 1.0  # seconds more for what they have begun: a look-up takes a fifth of that


class Listening(Executor):
    """Bolt's executor of listeners, fair to who asks: whoever asks much waits behind what they asked before."""

    def __init__(self, lanes: Lanes) -> None:
        self._lanes = lanes

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - Executor's own
        """Take a listener in the thread that its request came with; BusyError where there is no room."""
        future: Future[Any] = Future()
        if not self._lanes.put(ASKER.get(), lambda: future.set_result(fn(*args, **kwargs))):
            raise BusyError("too many requests wait")
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - Executor's own
        """Finish what was begun, in the few seconds that there are."""
        seconds, grace = (ENDING, GRACE) if wait else (0, 0)
        self._lanes.close(seconds, grace)
