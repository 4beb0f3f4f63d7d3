"""What a call to Slack came to: done, plainly not done, or unclear."""

from __future__ import annotations

import http.client
import socket
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal
from urllib.error import URLError

from slack_sdk.errors import SlackApiError, SlackClientError

from handlers.slack_api.error_words import about
from handlers.slack_api.posting import SERVER_ERROR, TOO_MANY, wait_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from slack_sdk.web import SlackResponse

    from handlers.slack_api.error_words import About

Kind = Literal["done", "limited", "later", "plainer", "gone", "shut", "refused", "unclear"]

OK = 200
LONGEST = 3_000.0  # seconds; after these Slack is asked again, however long it said
_KINDS: Mapping[About, Kind] = MappingProxyType(
    {
        "channel": "gone",
        "token": "shut",
        "login": "shut",
        "workspace": "shut",
        "blocks": "plainer",
        "later": "later",
        "unclear": "unclear",
    }
)
CALL_ERRORS = (SlackClientError, OSError, http.client.HTTPException, ValueError)
"""Everything that slack_sdk lets through from a call: its own errors, the network's, an answer cut short."""


class TooLateError(OSError):
    """The connection stood too late: nothing was sent."""


@dataclass(frozen=True, slots=True)
class CallOutcome:
    """How a call ended.

    done     Slack has it, under `ts`
    limited  not done: too many calls; `wait` seconds, as Slack said
    later    not done: may go well in a while
    plainer  not done: Slack dislikes the blocks
    gone     not done, nor will it be in this channel until somebody acts: archived, bot removed
    shut     not done, nor will anything be in this workspace until somebody acts: token revoked, no scope
    refused  not done: Slack dislikes something else
    unclear  it may be done
    """

    kind: Kind
    ts: str = ""
    error: str = ""
    wait: float = 0.0


def of_answer(answer: SlackResponse) -> CallOutcome:
    """Return the outcome of a call that went well."""
    return CallOutcome("done", ts=str(answer.get("ts") or ""))


def of_error(error: Exception) -> CallOutcome:
    """Return the outcome of a call that raised."""
    if isinstance(error, SlackApiError):
        return _told(error.response)
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, (ConnectionRefusedError, socket.gaierror, TooLateError)):
        # nothing was sent: there was no connection
        return CallOutcome("later", error=type(cause).__name__)
    return CallOutcome("unclear", error=type(cause).__name__)


def _told(answer: SlackResponse) -> CallOutcome:
    """Return the outcome that Slack's own answer tells of."""
    status = answer.status_code
    data = answer.data if isinstance(answer.data, dict) else {}
    error = str(data.get("error") or f"http_{status}")
    if " " in error:
        # slack_sdk's sentence for an answer that is no JSON: some machine between Slack and us wrote it
        error = f"http_{status}"
    if status == TOO_MANY:
        return CallOutcome("limited", error="ratelimited", wait=min(wait_of(answer.headers), LONGEST))
    if status >= SERVER_ERROR or error == f"http_{OK}":
        return CallOutcome("unclear", error=error)
    return CallOutcome(_KINDS.get(about(error), "refused"), error=error)
