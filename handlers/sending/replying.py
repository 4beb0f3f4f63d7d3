"""The way back to the one who asked: in the acknowledgement, over the response_url, or as a message.

An answer that is at hand within `patience` travels in the acknowledgement of a slash command. A later one
goes to the response_url (5 uses in 30 minutes, docs.slack.dev/interactivity/handling-user-interaction);
where that is used up or gone, to the person's direct messages. Everything here is private to who asked.
"""

from __future__ import annotations

import logging
from threading import Lock, Timer
from typing import TYPE_CHECKING
from urllib.error import URLError

from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler
from slack_sdk.webhook import WebhookClient

from handlers.sending.posting import post
from handlers.sending.refusals import refused_blocks
from handlers.sending.whispering import whispered

if TYPE_CHECKING:
    from types import TracebackType

    from slack_bolt import Ack
    from slack_sdk import WebClient

    from handlers.hearing.request import Request
    from handlers.sending.message import Message

LOGGER = logging.getLogger(__name__)
SECONDS = 10  # one call to a response_url may take
WAITS = 3  # times a 429 is waited out
OK = 200


class Replying:
    """One request's way back, as a context: when it is left, the request has been acknowledged."""

    def __init__(self, ack: Ack, request: Request, client: WebClient, patience: float) -> None:
        self._ack, self._request, self._client = ack, request, client
        self._lock, self._acknowledged = Lock(), False
        self._timer = Timer(patience, self._acknowledge) if patience > 0 else None

    def __enter__(self) -> Replying:
        if self._timer is None:
            self._acknowledge()
        else:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._acknowledge()

    def send(self, message: Message, *, replace: bool = False) -> None:
        """Say `message` to the one who asked; with `replace` in place of the message that was clicked."""
        with self._lock:
            # of several messages none goes with the acknowledgement: it might come after the second
            if not self._acknowledged and not replace and not message.more:
                self._acknowledged = True
                self._ack(message.private())
                return
        self._acknowledge()
        deliver(message, self._request, self._client, replace=replace)

    def _acknowledge(self) -> None:
        with self._lock:
            if not self._acknowledged:
                self._acknowledged = True
                self._ack()


def deliver(message: Message, request: Request, client: WebClient, *, replace: bool = False) -> None:
    """Send a private answer after the acknowledgement, by the first way that is open."""
    if not replace and whispered(message, request, client):
        return
    parts = list(message.in_order())
    while (
        parts and request.response_url and _over_response_url(parts[0], request.response_url, replace=replace)
    ):
        parts, replace = parts[1:], False
    if not parts:
        return
    try:
        post(client, request.user, parts[0].followed_by(*parts[1:]))
    except SlackApiError as error:
        LOGGER.error("no way to answer %s: %s", request.user, error.response.get("error"))  # noqa: TRY400 - the cause is Slack's word, not a place in our code


def _over_response_url(message: Message, url: str, *, replace: bool) -> bool:
    """Post to a response_url; False where Slack plainly did not take it, so that another way is tried."""
    client = WebhookClient(
        url, timeout=SECONDS, retry_handlers=[RateLimitErrorRetryHandler(max_retry_count=WAITS)]
    )
    try:
        for form in message.forms():
            for one in form:
                answer = client.send_dict(one.private(replace=replace and one is form[0]))
            if answer.status_code == OK or not refused_blocks(answer.body):
                break
    except URLError as error:
        LOGGER.warning("response_url cannot be reached: %s", error.reason)
        return False
    except OSError as error:
        # the answer may have arrived: a second one would double it
        LOGGER.warning("response_url did not answer: %s", error)
        return True
    return answer.status_code == OK
