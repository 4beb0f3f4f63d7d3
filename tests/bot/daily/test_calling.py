"""A call that would go out late is not made."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING, Any

import pytest

from bot.daily import punctual_client
from bot.daily.punctual_client import PunctualClient
from db.daily import POSTED, WAITING
from handlers.daily.clock_context import LEASE, POST_SECONDS, SEND_SECONDS
from handlers.slack_api.call_outcomes import CALL_ERRORS, TooLateError, of_error

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from tests.bot.daily.office import Office

POST = "chat.postMessage"


def test_a_call_ends_within_its_lease() -> None:
    """Connecting and waiting for the answer together take less than the lease."""
    assert LEASE.total_seconds() > SEND_SECONDS + POST_SECONDS


def test_a_call_in_time_goes_out_whole(slack: SlackStandIn) -> None:
    """Held back or not, the body arrives as it was, Chinese and all."""
    client = PunctualClient(token=slack.token, base_url=slack.url, retry_handlers=[])
    client.chat_postMessage(channel="C1", text="数字工匠" * 500)
    (call,) = slack.calls(POST)
    assert call.arguments["text"] == "数字工匠" * 500
    assert call.token == slack.token


def test_a_connection_that_took_too_long_sends_nothing(
    slack: SlackStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection stands, but the body is kept back; that is plainly not done."""
    monkeypatch.setattr(punctual_client, "SEND_SECONDS", 0.05)

    def slowly(*given: Any, **more: Any) -> socket.socket:  # noqa: ANN401 - what create_connection takes
        time.sleep(0.1)
        return connect(*given, **more)

    connect = socket.create_connection
    monkeypatch.setattr(socket, "create_connection", slowly)
    client = PunctualClient(token=slack.token, base_url=slack.url, retry_handlers=[])
    with pytest.raises(CALL_ERRORS) as raised:
        client.chat_postMessage(channel="C1", text="数字工匠")
    assert of_error(raised.value).kind == "later"
    assert of_error(raised.value).error == TooLateError.__name__
    assert slack.workspace.messages["C1"] == []


def test_a_morning_whose_call_was_kept_back_is_tried_again(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing was sent, so nobody has to look into the history before the next try."""
    office.subscribe()
    monkeypatch.setattr(punctual_client, "SEND_SECONDS", -1)
    assert office.morning() == [WAITING]
    monkeypatch.undo()
    office.until(POSTED)
    assert len(office.posted()) == 1
    assert office.slack.calls("conversations.history") == []
