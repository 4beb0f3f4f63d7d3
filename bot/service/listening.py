"""The threads that read requests and look things up: for each person one request after another."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, Any

from bot.service.acknowledging import ASKER
from bot.service.ending import LISTENERS, Ending
from handlers.slack_api.runners import BusyError, part_of_request

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.service.lanes import Lanes


class Listening(Executor):
    """Bolt's executor of listeners, fair to who asks: whoever asks much waits behind what they asked before."""

    def __init__(self, lanes: Lanes, ending: Ending) -> None:
        self._lanes, self._ending = lanes, ending

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401 - Executor's own
        """Take a listener in the thread that its request came with; BusyError where there is no room."""
        future: Future[Any] = Future()
        job = part_of_request(lambda: future.set_result(fn(*args, **kwargs)))
        if not self._lanes.put(ASKER.get(), job):
            raise BusyError("too many requests wait")
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - Executor's own
        """Work on in the seconds that there are; what is left then stays where the crew collects it."""
        self._lanes.stop(self._ending.left(LISTENERS) if wait else 0)
