"""Who asked, from where, and how to reach them: read once from any payload Slack sends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from handlers.hearing.state import name_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Request:
    """One command, click or shortcut. A field that the payload lacks is empty.

    An `outsider` is a member of another organisation, in a channel shared by Slack Connect.
    """

    team: str
    channel: str
    user: str
    trigger: str
    response_url: str
    told: str
    value: str = ""
    ephemeral: bool = True
    outsider: bool = False

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> Request:
        """Read a slash command (flat) or an interaction (nested)."""
        container = body.get("container") or {}
        action = (body.get("actions") or [{}])[0]
        return cls(
            team=_id(body, "team") or _id(body, "enterprise"),
            channel=_id(body, "channel") or container.get("channel_id") or "",
            user=_id(body, "user"),
            trigger=body.get("trigger_id") or "",
            response_url=body.get("response_url") or "",
            told=_told(body, action),
            value=action.get("value") or "",
            ephemeral=container.get("is_ephemeral", True),
            outsider=_is_outsider(body),
        )

    @property
    def name(self) -> str:
        """The name of this request, the same when it is replayed and of no other."""
        return name_of(self.team, self.channel, self.user, self.trigger, self.told)


def _id(body: Mapping[str, Any], name: str) -> str:
    """Return the id of a team, channel or user: flat in commands, nested in interactions."""
    return body.get(f"{name}_id") or _nested(body, name, "id")


def _nested(body: Mapping[str, Any], name: str, field: str) -> str:
    nested = body.get(name)
    return (nested.get(field) if isinstance(nested, dict) else "") or ""


def _is_outsider(body: Mapping[str, Any]) -> bool:
    """Whether who clicked belongs to another workspace than the app (docs.slack.dev, block_actions payload)."""
    home, theirs = _nested(body, "team", "id"), _nested(body, "user", "team_id")
    return bool(home and theirs and home != theirs)


def _told(body: Mapping[str, Any], action: Mapping[str, Any]) -> str:
    """Return what was asked: a trigger id that comes with other words is no replay."""
    asked = (body.get("command"), body.get("text"), body.get("callback_id"))
    clicked = (action.get("action_id"), action.get("value"), action.get("action_ts"))
    return "|".join(str(part) for part in (*asked, *clicked) if part)
