"""An error is told once to the user and once to the log; what nobody knows is acknowledged."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pytest

from handlers.incoming.event import Event
from tests.handlers.door import TEAM, buttons

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from db.store import Store
    from tests.handlers.door import Door, Json


def event(**told: object) -> Json:
    """Return the envelope of an event (docs.slack.dev/apis/events-api)."""
    return {
        "type": "event_callback",
        "team_id": TEAM,
        "api_app_id": "A0POLICY",
        "event_id": "Ev1",
        "event_time": 1763900000,
        "event": {"event_ts": "1763900000.000100", "user": "U0READER", **told},
        "authorizations": [{"team_id": TEAM, "user_id": "U0POLICY", "is_bot": True}],
    }


def test_an_error_is_told_once_to_the_user_and_once_to_the_log(
    door: Door, store: Store, slack: SlackStandIn, caplog: pytest.LogCaptureFixture
) -> None:
    """The user reads a sentence, the log the cause, and neither the other's."""
    store.close()
    payload = door.typed("机密的话")
    response = door.send(payload)
    (told,) = slack.posts(payload["response_url"])
    assert (response.status, response.body) == (200, "")
    assert "出了错" in told["text"]
    errors = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(errors) == 1
    assert "closed" in caplog.text
    assert "机密的话" not in caplog.text


@pytest.mark.parametrize(
    "payload",
    [
        event(type="reaction_added"),
        event(type="team_join"),
        {
            "type": "shortcut",
            "callback_id": "unknown",
            "team": {"id": TEAM},
            "user": {"id": "U1"},
            "trigger_id": "1",
        },
        {
            "type": "view_submission",
            "view": {"type": "modal", "callback_id": "unknown", "state": {"values": {}}},
            "team": {"id": TEAM},
            "user": {"id": "U1"},
        },
        {
            "type": "view_closed",
            "view": {"id": "V1", "type": "modal", "callback_id": "policy_daily"},
            "team": {"id": TEAM},
            "user": {"id": "U1"},
        },
    ],
)
def test_what_nobody_listens_to_is_acknowledged(door: Door, slack: SlackStandIn, payload: Json) -> None:
    """Slack would count a 404 as a failure."""
    assert door.send(payload).status == 200
    assert [call.method for call in slack.calls() if call.method != "auth.test"] == []


def test_what_is_typed_into_a_menu_is_acknowledged_and_not_logged(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    """Nobody listens to menus, and Bolt would log the whole payload of what nobody listens to."""
    asked = {"type": "block_suggestion", "action_id": "menu", "block_id": "b", "value": "机密的话"}
    assert door.send({**asked, "team": {"id": TEAM}, "user": {"id": "U1"}}).status == 200
    assert caplog.text == ""


def test_what_slack_refuses_is_one_line_in_the_log(
    door: Door, slack: SlackStandIn, caplog: pytest.LogCaptureFixture
) -> None:
    """Slack's refusal is no fault of the program: its word is logged, without a place in the code."""
    slack.fail_next("views.open", error="expired_trigger_id")
    door.send(door.typed("daily"))
    (record,) = [record for record in caplog.records if "expired_trigger_id" in record.getMessage()]
    assert (record.levelno, record.exc_info) == (logging.WARNING, None)


def test_an_unknown_button_is_acknowledged(door: Door, slack: SlackStandIn) -> None:
    """As one of an older version may be, on an old message."""
    (button, *_) = buttons(door.command("数字工匠"))
    payload = door.pressed({**button, "action_id": "policy_gone"})
    assert door.send(payload).status == 200
    assert slack.posts(payload["response_url"]) == []


@pytest.mark.parametrize(("kind", "told"), [("mention", 1), ("direct", 1), ("passing", 0)])
def test_an_error_in_conversation_is_told_only_to_who_asked(
    door: Door, store: Store, slack: SlackStandIn, caplog: pytest.LogCaptureFixture, kind: str, told: int
) -> None:
    """A mention and a direct message asked something; a message in passing did not."""
    payloads = {
        "mention": door.mention("机密的话"),
        "direct": door.message("机密的话", channel="D0READER", channel_type="im"),
        "passing": door.message("机密的话"),
    }
    store.close()
    door.send(payloads[kind])
    assert len(slack.calls("chat.postMessage")) == told
    assert len([record for record in caplog.records if record.levelno >= logging.ERROR]) == 1
    assert "机密的话" not in caplog.text


def test_what_became_of_the_error_is_not_told_twice(
    door: Door, store: Store, slack: SlackStandIn, caplog: pytest.LogCaptureFixture
) -> None:
    """Where Slack takes no message either, the log says so and nothing is raised."""
    asked = door.mention("数字工匠")
    store.close()
    slack.fail_next("chat.postMessage", error="account_inactive")
    assert door.send(asked).status == 200
    assert "nobody could be told" in caplog.text


@pytest.mark.parametrize("failure", [{"error": "is_archived"}, {"error": "restricted_action"}])
def test_who_asked_is_told_where_slack_takes_no_public_answer(
    door: Door, slack: SlackStandIn, caplog: pytest.LogCaptureFixture, failure: dict[str, Any]
) -> None:
    """Privately, with Slack's word for it and another way to ask; the log has it too."""
    slack.fail_next("chat.postMessage", **failure)
    door.send(door.mention("数字工匠"))
    (told,) = slack.calls("chat.postEphemeral")
    assert told.arguments["user"] == "U0READER"
    assert failure["error"] in told.arguments["text"]
    assert "/policy" in told.arguments["text"]
    assert failure["error"] in caplog.text


def test_an_event_is_read_with_what_it_has() -> None:
    """The keys to claim: the delivery and the message; a delivery without id claims the message only."""
    body = event(type="message", channel="C1", ts="1.2", text="好")
    assert Event.of(body).claims() == (f"event:{TEAM}:Ev1", f"said:{TEAM}:C1:1.2")
    assert Event.of({**body, "event_id": ""}).claims() == (f"said:{TEAM}:C1:1.2",)
