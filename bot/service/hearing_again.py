"""A request that another process acknowledged and did not answer is given to the app as if it came now."""

from __future__ import annotations

import logging
from threading import Event
from typing import TYPE_CHECKING

from slack_bolt import BoltRequest

from bot.service.acknowledging import KEPT

if TYPE_CHECKING:
    from slack_bolt import App

    from handlers.incoming.received import Received

LOGGER = logging.getLogger(__name__)
STARTING = 10.0  # seconds that an app may take until it is there


class HearingAgain:
    """Hands requests to the app of this process, once there is one."""

    def __init__(self) -> None:
        self._there = Event()
        self._app: App | None = None

    def serve(self, app: App) -> None:
        """Take this app from now on."""
        self._app = app
        self._there.set()

    def is_ready(self) -> bool:
        """Whether there is an app; waits a while for it."""
        return self._there.wait(STARTING)

    def hear(self, received: Received) -> None:
        """Give a request to the app; its acknowledgement is long gone, so the answer goes another way."""
        if self._app is None:
            return
        # as over Socket Mode: it was checked when it came
        asked = BoltRequest(body=received.body, mode="socket_mode", context={KEPT: received.until})
        try:
            self._app.dispatch(asked)
        except RuntimeError as error:  # no listener has room for it
            LOGGER.error("a kept request was not heard: %s", error)  # noqa: TRY400 - the cause is a sentence, not a place in our code
