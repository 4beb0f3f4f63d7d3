"""A request that was acknowledged, as a value: kept whole where a process must end before it has answered."""

from __future__ import annotations

import json
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from handlers.incoming.event import Event
from handlers.incoming.request import Request

INTERACTIONS = ("block_actions", "message_action")


@dataclass(slots=True, eq=False)
class Received:
    """The payload of one request, and until when an answer is of use (ISO).

    `begun` is set when its listener begins: the claims on it may be taken then. `answered` is set when its answer
    is on its way.
    """

    body: dict[str, Any]
    until: str
    begun: bool = False
    answered: bool = False

    @property
    def is_awaited(self) -> bool:
        """Whether somebody waits for an answer that can still be given by another process.

        True for a mention, a direct message, a command, a click and a filled-in window; False for a message in a
        channel that asks nothing, and for a window still to be opened, whose trigger has run out by then.
        """
        body, event = self.body, self.body.get("event")
        if isinstance(event, dict):
            return event.get("type") == "app_mention" or event.get("channel_type") == "im"
        if body.get("type") == "view_submission":
            return True
        in_window = bool(body.get("view"))
        return ("command" in body or body.get("type") in INTERACTIONS) and (
            in_window or bool(body.get("response_url"))
        )

    def claims(self) -> tuple[str, ...]:
        """Return the claims that its listener may have taken."""
        if self.body.get("event"):
            return Event.of(self.body).claims()
        request = Request.of(self.body)
        return (f"trigger:{request.name}",) if request.trigger else ()

    def written(self) -> str:
        """Write it as JSON."""
        return json.dumps({"body": self.body, "until": self.until, "begun": self.begun}, ensure_ascii=False)

    @classmethod
    def read(cls, text: str) -> Received | None:
        """Read what was written; None where it is something else."""
        try:
            told = json.loads(text)
            body, until, begun = told["body"], told["until"], told["begun"]
        except (ValueError, KeyError, TypeError):
            return None
        return cls(body, str(until), bool(begun)) if isinstance(body, dict) else None


RECEIVED: ContextVar[Received | None] = ContextVar("received", default=None)
"""The request that is handled now."""


def answered() -> None:
    """Note that the answer to the request that is handled now is on its way: it needs no other."""
    received = RECEIVED.get()
    if received is not None:
        received.answered = True
