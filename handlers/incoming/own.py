"""Whose workspace is it? Our own, as auth.test tells it, and the one that a payload is addressed to.

In channels shared through Slack Connect the ids differ by payload: an event's own team_id is the host's, and
ours stands in `authorizations`; a view's `team` is the submitter's, and ours is `view.app_installed_team_id`;
a click's `team` is ours, and the person's own is `user.team_id` (docs.slack.dev/apis/events-api,
docs.slack.dev/reference/interaction-payloads; slackapi/java-slack-sdk#629, bolt-js#1614).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Own:
    """Our workspace, our user there, and our bot's id (docs.slack.dev/reference/methods/auth.test)."""

    team: str = ""
    user: str = ""
    bot: str = ""


def team_of(body: Mapping[str, Any]) -> str:
    """Return the workspace in which the app is asked, of any payload; empty where it tells none.

    An app that is installed for a whole organisation gets the organisation's id.
    """
    event = body.get("event")
    if isinstance(event, dict):
        return _authorized(body) or _text(body.get("team_id")) or _text(event.get("team"))
    view = body.get("view")
    installed = _text(view.get("app_installed_team_id")) if isinstance(view, dict) else ""
    return installed or id_of(body, "team") or id_of(body, "enterprise")


def bot_of(body: Mapping[str, Any]) -> str:
    """Return our user's id, as an event tells for whom it was sent; empty where it does not."""
    first = _installation(body)
    return _text(first.get("user_id")) if first.get("is_bot") else ""


def id_of(body: Mapping[str, Any], name: str) -> str:
    """Return the id of a team, channel or user: flat in commands, nested in interactions."""
    nested = body.get(name)
    return _text(body.get(f"{name}_id")) or (_text(nested.get("id")) if isinstance(nested, dict) else "")


def _authorized(body: Mapping[str, Any]) -> str:
    """Return the workspace of the installation for which an event was sent."""
    first = _installation(body)
    return _text(first.get("team_id")) or _text(first.get("enterprise_id"))


def _installation(body: Mapping[str, Any]) -> Mapping[str, Any]:
    told = body.get("authorizations")
    first = told[0] if isinstance(told, list) and told else None
    return first if isinstance(first, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
