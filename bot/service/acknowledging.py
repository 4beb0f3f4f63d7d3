"""An acknowledgement that lasts: what was said to Slack stays said, though the listener fails afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slack_bolt import Ack

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_bolt import BoltContext


class LastingAck(Ack):
    """Keeps its response once it has one.

    Bolt takes the response back when a listener fails after `ack()` (slack_bolt 1.30.0,
    ThreadListenerRunner.run); where that happens before its next look, 10 ms later, it holds the request
    for three seconds and answers 404.
    """

    def __init__(self) -> None:
        self.response = None

    def __setattr__(self, name: str, value: object) -> None:
        if name == "response" and value is None and getattr(self, name, None) is not None:
            return
        super().__setattr__(name, value)


def lasting(context: BoltContext, next: Callable[[], None]) -> None:  # noqa: A002 - Bolt passes it by this name
    """Give the request such an acknowledgement; a global middleware."""
    context["ack"] = LastingAck()
    next()
