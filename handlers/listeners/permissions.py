"""Who may change what a channel hears: anybody, unless an admin of the workspace has restricted it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from slack_sdk import WebClient

    from handlers.context import AppContext
    from handlers.incoming.request import Request

KEY, WHOLE_WORKSPACE = "admins_only", ""


def is_restricted(context: AppContext, team: str) -> bool:
    """Whether only admins may set `spot` and `daily` in the channels of a workspace."""
    return context.store.channel_settings.get(team, WHOLE_WORKSPACE, KEY) == "on"


def restrict(context: AppContext, team: str, wanted: str) -> None:
    """Restrict it ("on") or leave it to everybody ("off")."""
    context.store.channel_settings.put(team, WHOLE_WORKSPACE, KEY, wanted, context.stamp())


def may_set(context: AppContext, request: Request, client: WebClient) -> bool:
    """Whether who asks may change the settings of a channel; raises SlackApiError where Slack won't tell."""
    return not is_restricted(context, request.team) or is_admin(request, client)


def is_admin(request: Request, client: WebClient) -> bool:
    """Whether who asks is an admin or an owner of our workspace (docs.slack.dev/reference/methods/users.info).

    In a channel shared with another organisation an admin of that one is none of ours.
    """
    person = client.users_info(user=request.user)["user"]
    if _is_elsewhere(person, request.team):
        return False
    return bool(person.get("is_admin") or person.get("is_owner") or person.get("is_primary_owner"))


def _is_elsewhere(person: Mapping[str, Any], team: str) -> bool:
    """Whether a person belongs to another workspace, and not to ours through a common organisation."""
    own = str(person.get("team_id") or team)
    return own != team and team not in ((person.get("enterprise_user") or {}).get("teams") or ())
