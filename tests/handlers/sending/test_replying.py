"""Acknowledged in time, answered once, by the first way that is open."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from slack_bolt import Ack

from handlers.drawing.answers import say
from handlers.hearing.request import Request
from handlers.sending.replying import Replying

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn

MESSAGE = say("好")


def fresh() -> Ack:
    """Return an acknowledgement that has not been given."""
    return Ack()  # type: ignore[no-untyped-call] # Bolt leaves it untyped - see slack_bolt


def asked(slack: SlackStandIn, uses: int = 5) -> Request:
    """Return a request whose response_url can be used so often."""
    url = slack.response_url(uses)
    return Request("T1", "C1", "U1", slack.trigger(), url, "")


def body(ack: Ack) -> Any:  # noqa: ANN401 - text or JSON
    """Return what was acknowledged with."""
    assert ack.response is not None
    return ack.response.body


def test_an_answer_at_hand_travels_in_the_acknowledgement(slack: SlackStandIn) -> None:
    """One journey, and the response_url stays unused."""
    ack = fresh()
    with Replying(ack, asked(slack), slack.client(), patience=5) as reply:
        reply.send(MESSAGE)
    assert '"response_type": "ephemeral"' in body(ack)
    assert slack.calls() == []


def test_a_late_answer_goes_to_the_response_url(slack: SlackStandIn) -> None:
    """The acknowledgement does not wait for it."""
    ack, request = fresh(), asked(slack)
    with Replying(ack, request, slack.client(), patience=0.01) as reply:
        time.sleep(0.1)
        assert body(ack) == ""
        reply.send(MESSAGE)
    assert slack.posts(request.response_url) == [MESSAGE.private()]


def test_a_second_answer_goes_to_the_response_url(slack: SlackStandIn) -> None:
    """An acknowledgement carries one."""
    ack, request = fresh(), asked(slack)
    with Replying(ack, request, slack.client(), patience=5) as reply:
        reply.send(MESSAGE)
        reply.send(MESSAGE)
    assert len(slack.posts(request.response_url)) == 1


def test_a_click_is_acknowledged_before_anything_else(slack: SlackStandIn) -> None:
    """Its answer takes the place of the message by its response_url."""
    ack, request = fresh(), asked(slack)
    with Replying(ack, request, slack.client(), patience=0) as reply:
        assert body(ack) == ""
        reply.send(MESSAGE, replace=True)
    assert slack.posts(request.response_url)[0]["replace_original"] is True


def test_an_error_leaves_the_request_acknowledged(slack: SlackStandIn) -> None:
    """And goes on to whoever tells of errors."""
    ack = fresh()
    with pytest.raises(ValueError, match="cause"), Replying(ack, asked(slack), slack.client(), patience=5):
        raise ValueError("cause")
    assert body(ack) == ""


def test_a_used_response_url_gives_way_to_a_direct_message(slack: SlackStandIn) -> None:
    """A private answer stays private: it goes to the person, not to the channel."""
    with Replying(fresh(), asked(slack, uses=0), slack.client(), patience=0) as reply:
        reply.send(MESSAGE)
    (call,) = slack.calls("chat.postMessage")
    assert (call.arguments["channel"], call.arguments["text"]) == ("U1", "好")


def test_blocks_refused_over_the_response_url_go_out_as_text(slack: SlackStandIn) -> None:
    """The same words without blocks."""
    request = asked(slack)
    slack.fail_next("response_url", error="invalid_blocks", status=400)
    with Replying(fresh(), request, slack.client(), patience=0) as reply:
        reply.send(MESSAGE)
    assert slack.posts(request.response_url)[-1] == MESSAGE.plain().private()
    assert slack.calls("chat.postMessage") == []


def test_an_answer_that_may_have_arrived_is_not_sent_again(slack: SlackStandIn) -> None:
    """The connection broke after Slack took it: another try would double it."""
    request = asked(slack)
    slack.fail_next("response_url", reset=True, after=True)
    with Replying(fresh(), request, slack.client(), patience=0) as reply:
        reply.send(MESSAGE)
    assert len(slack.calls()) == 1


def test_where_no_way_is_open_the_log_is_told(slack: SlackStandIn, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing more can be done, and nothing is raised."""
    slack.fail_next("chat.postMessage", error="account_inactive")
    with Replying(fresh(), asked(slack, uses=0), slack.client(), patience=0) as reply:
        reply.send(MESSAGE)
    assert "account_inactive" in caplog.text
