"""Payloads of another shape: real ones pass the door, broken ones end in no server error."""

from __future__ import annotations

import json
from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest

from bot.app import build_app
from bot.console import payloads
from bot.console.payloads import Where
from bot.console.stand_in import SlackStandIn
from bot.service.door import Door
from bot.service.shape import ShapeError, check
from bot.service.signing import Signing
from bot.settings import from_environment
from tests.bot.signed import SECRET, headers_for
from tests.conftest import NOW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from db.store import Store

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
    check(payload)
    nulls = {"enterprise": None, "view": payload.get("view"), "channel": payload.get("channel")}
    check({**payload, **nulls})


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
        {"team": {"id": 7}},
    ],
)
def test_what_means_nothing_is_refused(body: dict[str, Any]) -> None:
    """A payload without the field it is about, or with another kind of value in it, is none of Slack's."""
    with pytest.raises(ShapeError):
        check(body)


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
            if statuses(door, broken(payload, at, value)) >= 500
        ]
    assert failed == []


def statuses(door: Door, payload: dict[str, Any]) -> int:
    """Send a signed body straight to the WSGI application; return the status."""
    body = json.dumps(payload).encode()
    told: list[str] = []
    environ: dict[str, Any] = {
        f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers_for(body).items()
    }
    environ |= {"REQUEST_METHOD": "POST", "PATH_INFO": "/slack/events", "SERVER_PROTOCOL": "HTTP/1.1"}
    environ |= {
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": BytesIO(body),
    }

    def start(status: str, *_: object) -> Callable[[bytes], object]:
        told.append(status)
        return len

    door(environ, start)
    return int(told[0].split()[0])
