"""Who asked, from where, and how to reach them: read once from any payload Slack sends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from handlers.incoming.button_values import name_of
from handlers.incoming.own import id_of, team_of

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Request:
    """One command, click or shortcut. A field that the payload lacks is empty.

    `thread` is the one in which it was asked; a message that opens a thread stands in the channel.
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
    thread: str = ""

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> Request:
        """Read a slash command (flat) or an interaction (nested)."""
        container = body.get("container") or {}
        action = (body.get("actions") or [{}])[0]
        return cls(
            team=team_of(body),
            channel=id_of(body, "channel") or container.get("channel_id") or "",
            user=id_of(body, "user"),
            thread=_thread(body),
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


def _is_outsider(body: Mapping[str, Any]) -> bool:
    """Whether who clicked belongs to another workspace than the app (docs.slack.dev, block_actions payload)."""
    user = body.get("user")
    theirs = user.get("team_id") if isinstance(user, dict) else ""
    # of a member of our own organisation Slack may tell the organisation's id
    return bool(theirs and team_of(body) and theirs not in {team_of(body), id_of(body, "enterprise")})


def _thread(body: Mapping[str, Any]) -> str:
    """Return the time stamp of the thread in which a message was clicked or looked up; empty for none.

    An ephemeral message tells it in `container` only, a shortcut in `message` only.
    """
    container, message = body.get("container"), body.get("message")
    told = [one for one in (container, message) if isinstance(one, dict)]
    thread = next((str(one["thread_ts"]) for one in told if one.get("thread_ts")), "")
    own = {str(one.get("message_ts") or one.get("ts") or "") for one in told}
    return "" if thread in own else thread


def _told(body: Mapping[str, Any], action: Mapping[str, Any]) -> str:
    """Return what was asked: a trigger id that comes with other words is no replay."""
    asked = (body.get("command"), body.get("text"), body.get("callback_id"))
    clicked = (action.get("action_id"), action.get("value"), action.get("action_ts"))
    return "|".join(str(part) for part in (*asked, *clicked) if part)
