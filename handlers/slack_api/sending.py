"""One try to hand a parcel to Slack, and what comes of it."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from urllib.error import URLError

from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse
from slack_sdk.webhook import WebhookClient

from corpus.errors import StoreError
from handlers.slack_api.error_words import NOT_THERE
from handlers.slack_api.forms import PartlyError, send_in_order
from handlers.slack_api.posting import (
    DONE,
    EXPIRED,
    INVITE,
    UNCLEAR,
    cause_of,
    held_back,
    is_unclear,
    show,
)
from handlers.slack_api.runners import HeldBackError

if TYPE_CHECKING:
    from collections.abc import Callable

    from slack_sdk import WebClient

    from db.parcels import Parcels
    from handlers.slack_api.message import Message
    from handlers.slack_api.parcel import Parcel

LOGGER = logging.getLogger(__name__)
LEASE = timedelta(minutes=5)  # what a process took and did not begin to send in that time another may take
SECONDS = 10  # one call to a response_url may take
OK = 200
LONGEST = 200  # characters of its answer that are read


@dataclass(slots=True)
class Sending:
    """A job that sends a parcel, and tells `then` how it went.

    `kept` is its row in the store where another process left it there: it is sent by whoever takes that away.
    What nobody waits for is not `promised`: it is not kept where a process ends.
    """

    parcel: Parcel
    client: WebClient
    now: Callable[[], datetime]
    then: Callable[[Parcel, str], object]
    parcels: Parcels | None = None
    kept: int = 0
    waited: bool = False
    promised: bool = True
    durable: bool = field(init=False)  # it stands in the store whenever it is not being sent

    def __post_init__(self) -> None:
        self.durable = self.kept > 0

    def __call__(self) -> None:
        """Send; HeldBackError where Slack asks to wait and the parcel is still of use then."""
        if self.parcels is not None and self.kept:
            try:
                mine = self.parcels.begin(self.kept)
            except StoreError as error:
                # it stays in the store, and is taken up again when its lease is over
                LOGGER.warning("a message to %s is sent later: %s", self.parcel.channel, error)
                return
            if not mine:
                return
            self.kept, self.waited = 0, True
        outcome = self._outcome()
        if self.parcel.begun and self.parcel.way == "post" and outcome != DONE:
            LOGGER.warning("a message to %s broke off: %s", self.parcel.channel, outcome)
            outcome = UNCLEAR
        self.then(self.parcel, outcome)

    def _outcome(self) -> str:
        if self.waited and not self._is_of_use(0):
            return EXPIRED
        try:
            # chat.postEphemeral has no argument that switches markup off
            send = self._ways()[self.parcel.way]
            send_in_order(self.parcel.message, send, self._leave, bare=self.parcel.way != "whisper")
        except (SlackApiError, OSError) as error:
            cause = error.__cause__ if isinstance(error, PartlyError) else None
            return self._failed(cause if isinstance(cause, (SlackApiError, OSError)) else error)
        return DONE

    def _leave(self, rest: Message) -> None:
        """Note what is still to be sent, so that no part goes out twice."""
        self.parcel = self.parcel.without(rest)

    def _failed(self, error: SlackApiError | OSError) -> str:
        wait = held_back(error)
        if wait is not None:
            return self._put_off(wait)
        cause = cause_of(error)
        LOGGER.warning("a message to %s: %s", self.parcel.channel, cause)
        if self._is_unclear(error):
            return UNCLEAR
        return INVITE if cause in NOT_THERE else cause

    def _is_unclear(self, error: SlackApiError | OSError) -> bool:
        """Whether it may stand there; a private answer has another way where there was no connection.

        A response_url that answers with an error has not taken it.
        """
        if self.parcel.way == "reply" and isinstance(error, SlackApiError):
            return False
        return is_unclear(error) and (self.parcel.way == "post" or not isinstance(error, URLError))

    def _ways(self) -> dict[str, Callable[[dict[str, Any]], str]]:
        return {"post": self._post, "whisper": self._whisper, "reply": self._reply}

    def _post(self, body: dict[str, Any]) -> str:
        more: dict[str, Any] = {"thread_ts": self.parcel.thread} if self.parcel.thread else {}
        return str(self.client.chat_postMessage(channel=self.parcel.channel, **body, **more)["ts"])

    def _whisper(self, body: dict[str, Any]) -> str:
        parcel = self.parcel
        return show(self.client, parcel.channel, parcel.user, body, parcel.thread or None)

    def _reply(self, body: dict[str, Any]) -> str:
        """Post to a response_url; SlackApiError where it answers anything but OK."""
        webhook = WebhookClient(self.parcel.url, timeout=SECONDS, retry_handlers=[])
        said = body | {"response_type": "ephemeral", "replace_original": self.parcel.replace}
        answer = webhook.send_dict(said)
        if answer.status_code != OK:
            told = SlackResponse(
                client=webhook,
                http_verb="POST",
                api_url="response_url",
                req_args={},
                data={"ok": False, "error": answer.body[:LONGEST]},
                headers=answer.headers,
                status_code=answer.status_code,
            )
            raise SlackApiError("a response_url took nothing", told)  # type: ignore[no-untyped-call] # the SDK has no types there
        return ""

    def _put_off(self, seconds: float) -> str:
        """Have it tried again after so many seconds; give it up where that is too late."""
        if self._is_of_use(seconds):
            self.waited = True
            self._write_down(seconds)
            raise HeldBackError(seconds)
        return "ratelimited"

    def _write_down(self, seconds: float) -> None:
        """Write it down again while it waits: Slack plainly did nothing, and this process may be killed."""
        if self.parcels is None or not self.durable:
            return
        leased = self.now() + timedelta(seconds=seconds) + LEASE
        try:
            self.kept = self.parcels.hold(
                self.parcel.team,
                self.parcel.written(),
                self.parcel.until,
                leased.isoformat(timespec="seconds"),
            )
        except StoreError as error:
            LOGGER.warning("a message to %s waits in memory only: %s", self.parcel.channel, error)

    def _is_of_use(self, seconds: float) -> bool:
        """Whether the parcel is still of use so many seconds from now."""
        return self.now() + timedelta(seconds=seconds) <= datetime.fromisoformat(self.parcel.until)
