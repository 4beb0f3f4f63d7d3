"""Payloads of another shape: real ones pass the door, broken ones end in no server error."""

from __future__ import annotations

import json
import pathlib
from contextlib import nullcontext
from copy import deepcopy
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from bot.app import build_app
from bot.console import payloads
from bot.console.payloads import Where
from bot.console.stand_in import SlackStandIn
from bot.service.door import Door
from bot.service.shape import EVENTS, ShapeError, check
from bot.service.signing import Signing
from bot.settings import from_environment
from tests.bot.signed import COMMAND, SECRET, answered, bolt_app
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.store import Store

MANIFEST = pathlib.Path(__file__).parents[3] / "manifest.json"
Path = tuple[str | int, ...]
SENT = (
    "command",
    "click",
    "click in a view",
    "message_action",
    "shortcut",
    "submission",
    "closed",
    "message",
    "mention",
    "edit",
)


def sent(name: str) -> dict[str, Any]:
    """Return a payload as Slack sends it."""
    with SlackStandIn() as slack:
        workspace = slack.workspace
        where = Where(workspace.person("U1"), workspace.channel("C1"))
        message = slack.say("C1", "数字工匠", user="U1", blocks=payloads.typed_blocks("数字工匠"))
        element = {
            "type": "button",
            "action_id": "policy_share",
            "value": "x",
            "text": {"type": "plain_text", "text": "x"},
        }
        view = {"id": "V1", "type": "modal", "callback_id": "find", "private_metadata": "", "blocks": []}
        click = payloads.acted(element, "b", "1.1")
        url = slack.response_url()
        in_message = payloads.in_message(where, message, ephemeral=False, response_url=url)
        made = {
            "command": payloads.slash_command(where, "/policy", "数字工匠", "t1", url),
            "click": payloads.block_actions(where, click, in_message, "t2"),
            "click in a view": payloads.block_actions(where, click, payloads.in_view(view, {}), "t3"),
            "message_action": payloads.message_action(where, "policy_lookup", message, "t4", url, "1.2"),
            "shortcut": payloads.global_shortcut(where, "policy_search", "t5", "1.3"),
            "submission": payloads.view_submission(where, view, {}, "t6"),
            "closed": payloads.view_closed(where, view),
            "message": payloads.event(payloads.message_event(where, message), "Ev1", 1),
            "mention": payloads.event(payloads.mention_event(where, message), "Ev2", 1),
            "edit": payloads.event(payloads.changed_event(where, message, message, "1.4"), "Ev3", 1),
        }
    return made[name]


def paths(told: Any, at: Path = ()) -> Iterator[Path]:  # noqa: ANN401 - whatever JSON holds
    """Give the place of every value in a payload, blocks left alone below their list."""
    items = told.items() if isinstance(told, dict) else enumerate(told) if isinstance(told, list) else ()
    for key, value in items:
        yield (*at, key)
        if key not in {"blocks", "authorizations"}:
            yield from paths(value, (*at, key))


def broken(told: dict[str, Any], at: Path, value: object) -> dict[str, Any]:
    """Return the payload with another value at one place."""
    changed = deepcopy(told)
    inner: Any = changed
    for key in at[:-1]:
        inner = inner[key]
    inner[at[-1]] = value
    return changed


@pytest.mark.parametrize("name", SENT)
def test_what_slack_sends_passes(name: str) -> None:
    """Every payload that Slack documents has the right shape, also with null where Slack has nothing."""
    payload = sent(name)
    api = urlsplit(payload.get("response_url") or "").netloc
    check(payload, api)
    nulls = {"enterprise": None, "view": payload.get("view"), "channel": payload.get("channel")}
    check({**payload, **nulls}, api)


@pytest.mark.parametrize(
    "body",
    [
        {"type": "block_actions"},
        {"type": "block_actions", "actions": []},
        {"type": "view_submission", "view": None},
        {"type": "event_callback", "event": {}},
        {"type": "event_callback", "event": {"user": "U1"}},
        {"type": "shortcut", "callback_id": 7},
        {"response_url": "file:///etc/passwd"},
        {**COMMAND, "event": None},
        {"team": {"id": 7}},
    ],
)
def test_what_means_nothing_is_refused(body: dict[str, Any]) -> None:
    """A payload without the field it is about, or with another kind of value in it, is none of Slack's."""
    with pytest.raises(ShapeError):
        check(body)


@pytest.mark.parametrize(
    ("link", "passes"),
    [
        ("https://hooks.slack.com/commands/1/2", True),
        ("https://hooks.slack-gov.com/actions/1/2", True),
        ("http://127.0.0.1:4000/response/R1", True),
        ("", True),
        ("http://hooks.slack.com/commands/1/2", False),
        ("https://hooks.slack.com.evil.example/x", False),
        ("https://hooks.slack.com@evil.example/x", False),
        ("https://evil.example\\@hooks.slack.com/x", False),
        ("https://hooks.slack.com:8080/x", False),
        ("https://127.0.0.1:4001/x", False),
        ("ftp://127.0.0.1:4000/x", False),
        ("//hooks.slack.com/x", False),
        ("https://hooks.slack.com/x y", False),
        ("https://[/x", False),
    ],
)
def test_answers_go_to_slack_alone(link: str, passes: bool) -> None:  # noqa: FBT001 - a table's column
    """A response_url leads to one of Slack's hosts by https, or to where SLACK_API_URL leads."""
    with nullcontext() if passes else pytest.raises(ValueError):  # noqa: PT011 - urlsplit's own, or ShapeError
        check({**COMMAND, "response_url": link}, "127.0.0.1:4000")


@pytest.mark.parametrize(
    ("name", "at", "value"),
    [
        ("command", ("channel_id",), "<!channel>"),
        ("command", ("user_id",), ""),
        ("click", ("actions", 0, "action_id"), None),
        ("click", ("user", "id"), "U1|x"),
        ("click in a view", ("view", "id"), ""),
        ("submission", ("view", "type"), "workflow_step"),
        ("submission", ("view", "type"), None),
        ("submission", ("view", "state"), {"values": {"at": [1]}}),
        ("submission", ("view", "state"), {"values": {"at": {"value": {"value": 7}}}}),
        ("submission", ("view", "state"), {"values": {"at": {"value": {"selected_option": "x"}}}}),
        ("message", ("event", "channel"), {"id": "C1"}),
        ("message", ("event", "ts"), "soon"),
        ("mention", ("event", "user"), ["U1"]),
        ("message_action", ("message", "blocks"), {"type": "section"}),
    ],
)
def test_what_a_listener_would_stumble_over_is_refused(name: str, at: Path, value: object) -> None:
    """Each by the row of the table that it breaks, which the error names."""
    payload = {**sent(name), "response_url": None}
    with pytest.raises(ShapeError, match=str(at[0])):
        check(broken(payload, at, value))


@pytest.mark.parametrize(
    "told",
    [
        *({"type": "workflow_step_edit"}, {"type": "block_suggestion"}, {"type": "dialog_submission"}),
        *({"type": "interactive_message"}, {"type": "app_rate_limited"}, {"type": "of_tomorrow"}),
        {"type": "event_callback", "event": {"type": "assistant_thread_started", "channel": "C1"}},
    ],
)
def test_what_nobody_listens_to_never_reaches_bolt(
    told: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    """It is acknowledged, as Slack counts anything else as a failure, and nothing of it is logged."""
    told = {**told, "callback_id": "x", "action_id": "x", "value": "机密的话", "actions": [{}]}
    with SlackStandIn() as slack:
        door = Door(bolt_app(slack), Signing(SECRET), lambda: 0)
        assert answered(door, json.dumps(told).encode()) == (200, "")
    assert caplog.text == ""


def test_the_events_that_are_let_in_are_those_that_are_asked_for() -> None:
    """What the manifest subscribes to reaches the app, and nothing else does."""
    asked = json.loads(MANIFEST.read_text("utf-8"))["settings"]["event_subscriptions"]["bot_events"]
    assert {event.partition(".")[0] for event in asked} == set(EVENTS)


@pytest.mark.parametrize("name", SENT)
def test_one_broken_field_is_never_a_server_error(name: str, filled_store: Store) -> None:
    """With any one value exchanged for another kind, the real app answers below 500."""
    payload = sent(name)
    with SlackStandIn() as slack:
        said = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": SECRET, "SLACK_API_URL": slack.url}
        app = build_app(from_environment(said), filled_store, lambda: NOW, one_thread=True)
        door = Door(app, Signing(SECRET), filled_store.articles.count)
        failed = [
            (at, value)
            for at in paths(payload)
            for value in (7, None, "x", [1], {"a": 1})
            if answered(door, json.dumps(broken(payload, at, value)).encode())[0] >= 500
        ]
    assert failed == []
