"""/policy daily typed bare: a window, what it proposes, what it refuses, and what it sets up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handlers.listeners.permissions import KEY
from tests.handlers.daily.windows import errors, kept, opened, submission
from tests.handlers.door import CHANNEL, TEAM, USER

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from db.store import Store
    from tests.handlers.door import Door

DIRECT = "D0READER"


def test_the_window_proposes_nine_on_weekdays_in_the_persons_zone(door: Door, slack: SlackStandIn) -> None:
    """What is proposed is 09:00, Monday to Friday, in the zone that Slack tells of the person."""
    slack.workspace.add_person(USER, tz="Europe/Berlin")
    view = opened(door)
    fields = {block["block_id"]: block["element"] for block in view["blocks"]}
    assert fields["at"]["initial_value"] == "09:00"
    assert fields["zone"]["initial_value"] == "Europe/Berlin"
    assert fields["days"]["initial_option"]["value"] == "weekdays"
    assert [option["value"] for option in fields["days"]["options"]] == ["weekdays", "workdays", "every"]
    assert view["private_metadata"] == f"w2|{TEAM}|{CHANNEL}|{USER}||"


def test_what_is_proposed_can_be_saved_as_it_stands(door: Door, slack: SlackStandIn, store: Store) -> None:
    """Submitting untouched sets the channel up, and the person is told in a direct message."""
    assert errors(door, submission(door, opened(door))) == {}
    wanted = kept(store)
    assert (wanted.at, wanted.zone, wanted.days, wanted.theme) == ("09:00", "Asia/Shanghai", "weekdays", "")
    (told,) = slack.workspace.messages[DIRECT]
    assert "下一次是 11月25日 周三 09:00" in told["text"]
    assert f"<#{CHANNEL}>" in told["text"]


@pytest.mark.parametrize("theme", ["", " 数字工匠", " 数字经济引领高质量发展"])
def test_the_window_shows_what_is_set(door: Door, store: Store, theme: str) -> None:
    """Time, zone, days and theme stand in the fields, and saving them untouched changes nothing."""
    door.command(f"daily 18:30 Europe/Berlin 每天{theme}")
    before = kept(store)
    view = opened(door)
    fields = {block["block_id"]: block["element"] for block in view["blocks"]}
    assert [fields[name]["initial_value"] for name in ("at", "zone")] == ["18:30", "Europe/Berlin"]
    assert fields["days"]["initial_option"]["value"] == "every"
    assert fields["theme"].get("initial_value", "") == theme.strip()
    assert errors(door, submission(door, view)) == {}
    after = kept(store)
    assert (after.at, after.zone, after.days, after.theme) == (
        *(before.at, before.zone, before.days),
        before.theme,
    )


@pytest.mark.parametrize("days", ["weekdays", "workdays", "every"])
def test_what_is_filled_in_is_what_is_kept(door: Door, store: Store, days: str) -> None:
    """Time, zone, days and theme are kept as filled in."""
    filled = {"at": "7：30", "zone": "America/New_York", "days": days, "theme": "数字工匠"}
    assert errors(door, submission(door, opened(door), **filled)) == {}
    wanted = kept(store)
    assert (wanted.at, wanted.zone, wanted.days) == ("07:30", "America/New_York", days)
    assert wanted.theme.endswith(":数字工匠")


@pytest.mark.parametrize(
    ("filled", "named"),
    [
        ({"at": "25:00"}, {"at": "25:00"}),
        ({"at": "早上"}, {"at": "早上"}),
        ({"zone": "Mars/Phobos"}, {"zone": "Mars/Phobos"}),
        ({"zone": "../etc/passwd"}, {"zone": "../etc/passwd"}),
        ({"zone": "right/Asia/Shanghai"}, {"zone": "right/Asia/Shanghai"}),
        ({"zone": "localtime"}, {"zone": "localtime"}),
        ({"theme": "量子计算机补贴"}, {"theme": "量子计算机补贴"}),
        ({"at": "9.5", "zone": "北京"}, {"at": "9.5", "zone": "北京"}),
    ],
)
def test_what_cannot_be_taken_is_said_beside_its_field(
    door: Door, store: Store, filled: dict[str, str], named: dict[str, str]
) -> None:
    """The window stays open, each wrong field says what is wrong with it, and nothing is set up."""
    said = errors(door, submission(door, opened(door), **filled))
    assert said.keys() == named.keys()
    assert all(named[field] in said[field] for field in named)
    assert store.subscriptions.all() == []


@pytest.mark.parametrize(
    "metadata",
    [
        *("", CHANNEL, "<!channel>", f"w2|{TEAM}|<!channel>|{USER}||", f"w2|T0OTHER|{CHANNEL}|{USER}||"),
        *(f"w2|{TEAM}|{CHANNEL}|U0OTHER||", f"w2|{TEAM}|{CHANNEL}|{USER}", f"w2|{TEAM}|https://x|{USER}||"),
    ],
)
def test_a_window_that_was_not_shown_to_who_submits_it_sets_nothing_up(
    door: Door, slack: SlackStandIn, store: Store, metadata: str
) -> None:
    """Forged, of another workspace or of another person: the window is said to be stale."""
    view = opened(door) | {"private_metadata": metadata}
    assert errors(door, submission(door, view)) == {}
    (told,) = slack.workspace.messages[DIRECT]
    assert "窗口已经失效" in told["text"]
    assert store.subscriptions.all() == []


@pytest.mark.parametrize(
    "values", [{}, {"at": {}}, {"at": {"value": {}}}, {"at": {"value": {"value": None}}}]
)
def test_a_window_without_its_fields_is_asked_again(
    door: Door, store: Store, values: dict[str, object]
) -> None:
    """What is missing counts as empty, and is said beside its field."""
    payload = submission(door, opened(door))
    payload["view"]["state"]["values"] = values
    assert errors(door, payload).keys() == {"at", "zone"}
    assert store.subscriptions.all() == []


def test_a_second_submission_with_the_same_trigger_says_nothing_twice(
    door: Door, slack: SlackStandIn
) -> None:
    """A replayed submission is acknowledged and not acted on."""
    payload = submission(door, opened(door))
    errors(door, payload)
    errors(door, payload)
    assert len(slack.workspace.messages[DIRECT]) == 1


def test_in_a_restricted_workspace_only_admins_get_the_window(door: Door, store: Store) -> None:
    """Who is no admin is told so instead; a window that was open before sets nothing up."""
    view = opened(door)
    store.channel_settings.put(TEAM, "", KEY, "on", "2026-11-24T01:00:00Z")
    assert "管理员" in door.command("daily")["text"]
    assert errors(door, submission(door, view)) == {}
    assert store.subscriptions.all() == []


def test_a_replayed_command_opens_no_second_window(door: Door, slack: SlackStandIn) -> None:
    """A command that comes again with its trigger is acknowledged and not acted on."""
    payload = door.typed("daily")
    door.view_after(payload)
    assert door.send(payload).status == 200
    assert len(slack.calls("views.open")) == 1
