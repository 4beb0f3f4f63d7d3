"""Slack Connect: in a shared channel the ids of two workspaces are about; ours decides everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from handlers.incoming.own import team_of
from handlers.listeners.permissions import KEY
from tests.handlers.daily.windows import kept, opened, submission
from tests.handlers.door import CHANNEL, TEAM, USER

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from db.store import Store
    from tests.handlers.door import Door

HOST = "T0HOST"
SHARED = {"team_id": HOST, "is_ext_shared_channel": True}


def test_an_event_is_of_the_workspace_that_it_was_sent_for(door: Door) -> None:
    """Spotting that we switched on holds, though the channel is another's: mentions and messages are answered."""
    door.command("spot on")
    mention = door.mention("数字工匠", envelope=SHARED)
    assert len(door.posted_after(mention)) == 1
    assert len(door.posted_after(door.message("谈谈梦想小镇", envelope=SHARED))) == 1


def test_a_window_saves_for_the_workspace_of_the_app(door: Door, store: Store) -> None:
    """`team` is the submitter's there."""
    payload = submission(door, opened(door))
    payload["user"]["team_id"] = "T0GUEST"
    payload["view"]["app_installed_team_id"] = TEAM
    assert door.send({**payload, "team": {"id": "T0GUEST"}}).status == 200
    assert (kept(store).team, kept(store).channel) == (TEAM, CHANNEL)


def test_a_restriction_binds_those_who_come_from_elsewhere(
    door: Door, store: Store, slack: SlackStandIn
) -> None:
    """An admin of the other workspace is none of ours, by command or by window."""
    view = opened(door)
    store.channel_settings.put(TEAM, "", KEY, "on", "2026-11-24T01:00:00Z")
    slack.workspace.add_person(USER, team_id="T0GUEST", is_admin=True)
    assert "管理员" in door.command("spot on")["text"]
    door.command("restrict off")
    assert store.channel_settings.get(TEAM, "", KEY) == "on"
    payload = submission(door, view)
    payload["view"]["app_installed_team_id"] = TEAM
    door.send({**payload, "team": {"id": "T0GUEST"}})
    assert store.subscriptions.all() == []
    slack.workspace.add_person(USER, team_id="T0SISTER", is_admin=True, enterprise_user={"teams": [TEAM]})
    assert "打开" in door.command("spot on")["text"]


@pytest.mark.parametrize(
    ("body", "team"),
    [
        ({"event": {}, "team_id": HOST, "authorizations": [{"team_id": TEAM}]}, TEAM),
        ({"event": {}, "team_id": HOST, "authorizations": [{"team_id": None, "enterprise_id": "E1"}]}, "E1"),
        ({"event": {"team": "T9"}, "authorizations": []}, "T9"),
        ({"event": {}, "team_id": HOST, "authorizations": "none"}, HOST),
        ({"team": {"id": "T0GUEST"}, "view": {"app_installed_team_id": TEAM}}, TEAM),
        ({"team": {"id": TEAM}, "user": {"id": "U1", "team_id": "T0GUEST"}}, TEAM),
        ({"team": None, "enterprise": {"id": "E1"}}, "E1"),
        ({"team_id": TEAM}, TEAM),
        ({"team": ["T1"], "view": "none", "team_id": 7}, ""),
    ],
)
def test_one_reader_knows_whose_workspace_is_asked(body: dict[str, Any], team: str) -> None:
    """Of every kind of payload, whole or broken."""
    assert team_of(body) == team
