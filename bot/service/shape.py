"""The shape of what Slack sends: enough of it that neither Bolt nor a listener stumbles over a stranger's.

The fields and their kinds are those of docs.slack.dev (slash commands, interaction payloads, Events API).
A field that is null or missing is fine unless its payload means nothing without it.
"""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ENVELOPE = (
    "type",
    "callback_id",
    "trigger_id",
    "response_url",
    "team_id",
    "event_id",
    "command",
    "api_app_id",
)
EVENT = ("type", "subtype", "text", "ts", "thread_ts", "bot_id", "channel_type", "event_ts")
ACTION = ("type", "action_id", "block_id", "value", "action_ts")
NAMED = ("team", "user", "channel", "enterprise")  # an id, or an object with one
OBJECTS = ("event", "view", "container", "message", "previous_message", "item", "state")
NEEDED = MappingProxyType(
    {
        "event_callback": ("event",),
        "block_actions": ("actions",),
        "block_suggestion": ("action_id",),
        "interactive_message": ("actions", "callback_id"),
        "dialog_submission": ("callback_id",),
        "dialog_suggestion": ("callback_id",),
        "message_action": ("callback_id", "message"),
        "shortcut": ("callback_id",),
        "view_submission": ("view",),
        "view_closed": ("view",),
    }
)


class ShapeError(ValueError):
    """A body is built as nothing that Slack sends; the message names the field."""


def check(body: Mapping[str, Any]) -> None:
    """Raise ShapeError where a body is none of Slack's, UnicodeEncodeError where its text is no Unicode."""
    json.dumps(body, ensure_ascii=False).encode()
    _check_object(body, ENVELOPE)
    for name in NEEDED.get(body.get("type") or "", ()):
        if not body.get(name):
            raise ShapeError(name)
    _check_link(body.get("response_url"))
    for action in _objects(body, "actions"):
        _check(action, ACTION, str)
    list(_objects(body, "authorizations"))
    event = body.get("event") or {}
    if event and not event.get("type"):
        raise ShapeError("event.type")
    _check_object(event, EVENT)
    list(_objects(event, "blocks"))
    _check(body.get("view") or {}, ("id", "callback_id", "private_metadata"), str)


def _check_object(told: Mapping[str, Any], texts: Iterable[str]) -> None:
    """Check one level: its texts, its objects, and whoever is named in it."""
    _check(told, texts, str)
    _check(told, OBJECTS, dict)
    _check(told, NAMED, (dict, str))
    _check(told, ("is_enterprise_install",), (bool, str))
    for name in NAMED:
        if isinstance(told.get(name), dict):
            _check(told[name], ("id",), str)


def _check(told: Mapping[str, Any], names: Iterable[str], kind: type | tuple[type, ...]) -> None:
    for name in names:
        if told.get(name) is not None and not isinstance(told[name], kind):
            raise ShapeError(name)


def _check_link(link: str | None) -> None:
    if link and not link.startswith(("https://", "http://")):
        raise ShapeError("response_url")


def _objects(told: Mapping[str, Any], name: str) -> Iterable[Mapping[str, Any]]:
    """Give the objects of a list."""
    listed = told.get(name) or []
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise ShapeError(name)
    return listed
