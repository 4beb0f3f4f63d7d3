"""The shape of what Slack sends, as one table: what neither Bolt nor a listener would understand is refused.

The fields and their kinds are those of docs.slack.dev (slash commands, interaction payloads, Events API).
A field that is null or missing is fine unless its payload means nothing without it.
"""

from __future__ import annotations

import json
import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

EVENTS = ("message", "app_mention", "member_joined_channel")  # those that manifest.json asks for
INTERACTIONS = ("block_actions", "message_action", "shortcut", "view_submission", "view_closed")
CLICKED, SPOKEN, EVERY = " ".join(INTERACTIONS), " ".join(EVENTS), "every"
COMMAND = "command"  # a slash command has no type
FILLED = "view.state.values.*.*"  # what stands in one field of a view

# payload types (or an event's), kind of value, paths: `*` is each item or value, `!` says that it must be there
TABLE = (
    (EVERY, "text", "type callback_id command text"),
    (EVERY, "word", "trigger_id event_id"),
    (EVERY, "id", "team_id user_id channel_id enterprise_id api_app_id"),
    (EVERY, "named", "team user channel enterprise"),
    (EVERY, "id", "team.id user.id user.team_id channel.id enterprise.id"),
    (EVERY, "stamp", "action_ts message_ts"),
    (EVERY, "flag", "is_enterprise_install is_ext_shared_channel"),
    (EVERY, "link", "response_url response_urls.*.response_url"),
    (EVERY, "object", "event view container message state"),
    (EVERY, "objects", "actions authorizations response_urls"),
    (EVERY, "id", "authorizations.*.team_id authorizations.*.user_id authorizations.*.enterprise_id"),
    (EVERY, "flag", "authorizations.*.is_enterprise_install container.is_ephemeral"),
    (EVERY, "id", "container.channel_id container.view_id"),
    (EVERY, "stamp", "container.message_ts container.thread_ts"),
    (EVERY, "surface", "view.type"),
    (EVERY, "text", "view.callback_id view.private_metadata view.blocks.*.block_id"),
    (EVERY, "id", "view.id! view.team_id view.app_installed_team_id"),
    (EVERY, "objects", "view.blocks"),
    (EVERY, "object", f"view.state view.state.values view.state.values.* {FILLED} {FILLED}.selected_option"),
    (EVERY, "text", f"{FILLED}.value {FILLED}.selected_option.value"),
    (COMMAND, "text", "command!"),
    (COMMAND, "id", "user_id! channel_id!"),
    ("url_verification", "text", "challenge!"),
    ("event_callback", "object", "event! event.message event.previous_message"),
    ("event_callback", "text", "event.type! event.subtype event.text event.channel_type"),
    ("event_callback", "stamp", "event.ts event.thread_ts event.event_ts"),
    ("event_callback", "named", "event.team event.user event.channel"),
    ("event_callback", "id", "event.team.id event.user.id event.channel.id event.bot_id"),
    ("event_callback", "objects", "event.blocks"),
    (SPOKEN, "id", "event.team event.user event.channel!"),
    ("message app_mention", "stamp", "event.ts!"),
    (CLICKED, "object", "user!"),
    (CLICKED, "id", "user.id!"),
    ("block_actions", "objects", "actions!"),
    ("block_actions", "text", "actions.*.action_id! actions.*.block_id actions.*.value"),
    ("block_actions", "word", "actions.*.type actions.*.action_ts"),
    ("message_action shortcut", "text", "callback_id!"),
    ("message_action", "object", "message!"),
    ("message_action", "text", "message.text"),
    ("message_action", "stamp", "message.ts message.thread_ts"),
    ("message_action", "objects", "message.blocks message.attachments message.files"),
    ("view_submission view_closed", "object", "view!"),
    ("view_submission view_closed", "surface", "view.type!"),
    ("view_submission view_closed", "text", "view.callback_id!"),
)


class ShapeError(ValueError):
    """A body is built as nothing that Slack sends; the message names the field."""


def check(body: Mapping[str, Any], api: str = "") -> None:
    """Raise ShapeError where a body is none of Slack's, UnicodeEncodeError where its text is no Unicode.

    `api` is the host of the Web API, with its port: links may lead there besides Slack's own hosts.
    """
    json.dumps(body, ensure_ascii=False).encode()
    if not {"type", COMMAND, "ssl_check"} & body.keys():
        raise ShapeError("type")
    event = body.get("event")
    if "event" in body and not event:  # Bolt takes one that is null for one that is there
        raise ShapeError("event")
    told = {EVERY, body.get("type"), event.get("type") if isinstance(event, dict) else None}
    told |= {COMMAND} if COMMAND in body else set()
    for payloads, kind, path, needed in _ROWS:
        if not payloads & told:
            continue
        for value in _values(body, path):
            if kind == "link" and value and not _is_ours(value, api):
                raise ShapeError(".".join(path))
            if (needed and not value) or (value is not None and not KINDS[kind](value)):
                raise ShapeError(".".join(path))


def is_heard(body: Mapping[str, Any]) -> bool:
    """Whether the app listens to a payload of this type; the rest is acknowledged, and Bolt never sees it."""
    kind = body.get("type")
    if kind == "event_callback":
        return body["event"]["type"] in EVENTS
    return kind in {*INTERACTIONS, "url_verification"} or (kind is None and COMMAND in body)


def _is_objects(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _is(kind: type | tuple[type, ...]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, kind)


def _like(pattern: str) -> Callable[[object], bool]:
    """Return a check for text of one form; a form that nothing live can be written in."""
    form = re.compile(pattern)
    return lambda value: isinstance(value, str) and form.fullmatch(value) is not None


_ID = _like(r"[A-Z0-9]{0,64}")
KINDS: Mapping[str, Callable[[object], bool]] = MappingProxyType(
    {
        "text": _is(str),
        "flag": _is((bool, str)),
        "object": _is(dict),
        "objects": _is_objects,
        "id": _ID,
        "named": lambda value: isinstance(value, dict) or _ID(value),  # an object has an id, by its own row
        "word": _like(r"[A-Za-z0-9_.:-]{0,255}"),
        "stamp": _like(r"(?:[0-9]{1,12}\.[0-9]{1,8})?"),
        "surface": _like(r"modal|home"),
        "link": _like(r"[!-~]{0,2000}"),
    }
)
_SLACKS = re.compile(r"(?:[a-z0-9-]+\.)*slack(?:-gov)?\.com")


def _is_ours(link: object, api: str) -> bool:
    """Whether a link leads to Slack by https, or to where the Web API is."""
    parts = urlsplit(str(link))
    if _SLACKS.fullmatch(parts.netloc):
        return parts.scheme == "https"
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and parts.netloc == api


def _values(told: object, path: Sequence[str]) -> Iterator[Any]:
    """Give what stands at a path, None where nothing does; below what is no object or list nothing is given."""
    if not path:
        yield told
    elif path[0] != "*":
        if isinstance(told, dict):
            yield from _values(told.get(path[0]), path[1:])
    elif isinstance(told, dict | list):
        for one in told.values() if isinstance(told, dict) else told:
            yield from _values(one, path[1:])


_ROWS = tuple(
    (set(payloads.split()), kind, tuple(path.removesuffix("!").split(".")), path.endswith("!"))
    for payloads, kind, paths in TABLE
    for path in paths.split()
)
