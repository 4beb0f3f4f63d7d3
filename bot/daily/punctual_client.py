"""The clock's client of Slack: each call is tried once, and goes out soon after it was begun or not at all."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from slack_sdk import WebClient

from handlers.daily.clock_context import SEND_SECONDS
from handlers.slack_api.call_outcomes import TooLateError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from urllib.request import Request


class PunctualClient(WebClient):
    """A Web API client whose calls are never sent late.

    urllib's time-out counts for each address that a name has, and not at all for the look-up of the name. A
    message that went out after its lease had ended could be a second one, so the body of a call is held back
    until the connection stands, and kept back if that took too long.
    """

    def _perform_urllib_http_request_internal(self, url: str, req: Request) -> dict[str, Any]:
        body = req.data
        if isinstance(body, bytes):
            req.data = _in_time(body, time.monotonic() + SEND_SECONDS)
            # given by hand, as the length of what is handed out piece by piece is not known
            req.add_unredirected_header("Content-length", str(len(body)))
        return super()._perform_urllib_http_request_internal(url, req)


def _in_time(body: bytes, until: float) -> Iterator[bytes]:
    """Hand out a body, which http.client asks for when the connection stands."""
    if time.monotonic() > until:
        message = f"not connected within {SEND_SECONDS} seconds"
        raise TooLateError(message)
    yield body
