"""A term said in passing is shown once in a thread, rests in the channel, and may be silenced there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from bot.app import build_app
from bot.settings import from_environment
from tests.handlers.door import Door, buttons

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from db.store import Store


def test_a_term_is_shown_once_a_thread_and_rests_in_the_channel(store: Store, slack: SlackStandIn) -> None:
    """Thirty minutes in another thread, for ever in the same; `spot on` starts the rest anew."""
    clock = [datetime(2026, 11, 24, 1, 0, tzinfo=UTC)]
    said = {
        "SLACK_BOT_TOKEN": slack.token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.url,
    }
    app = build_app(from_environment(said), store, lambda: clock[0], one_thread=True)
    door = Door(app, slack)
    door.command("spot on")

    def cards(**told: str) -> int:
        return len(door.posted_after(door.message("谈谈数字工匠", **told)))

    assert [cards(thread_ts="1763900000.000001"), cards(thread_ts="1763900000.000001"), cards()] == [1, 0, 0]
    clock[0] += timedelta(minutes=29)
    assert cards() == 0
    clock[0] += timedelta(minutes=2)
    assert [cards(thread_ts="1763900000.000001"), cards(), cards()] == [0, 1, 0]
    door.command("spot on")
    assert [cards(), cards(channel="C0OTHER")] == [1, 0]


def test_a_name_that_was_not_shown_may_be_shown_next_time(door: Door) -> None:
    """Of two names in a message the first is shown; the other one has neither rested nor had its thread."""
    door.command("spot on")
    told = {"thread_ts": "1763900000.000001"}
    both, second, again = (
        door.posted_after(door.message(text, **told))
        for text in ("数字工匠和梦想小镇", "梦想小镇", "梦想小镇")
    )
    assert [[card["text"][:4] for card in cards] for cards in (both, second, again)] == [
        ["数字工匠"],
        ["梦想小镇"],
        [],
    ]


def test_a_thread_in_which_the_term_rested_gets_its_card_later(store: Store, slack: SlackStandIn) -> None:
    """Nothing was shown there, so nothing has been used up."""
    clock = [datetime(2026, 11, 24, 1, 0, tzinfo=UTC)]
    said = {
        "SLACK_BOT_TOKEN": slack.token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.url,
    }
    door = Door(build_app(from_environment(said), store, lambda: clock[0], one_thread=True), slack)
    door.command("spot on")

    def cards(thread: str) -> int:
        return len(door.posted_after(door.message("谈谈数字工匠", thread_ts=f"1763900000.00000{thread}")))

    assert [cards("1"), cards("2")] == [1, 0]
    clock[0] += timedelta(minutes=31)
    assert [cards("1"), cards("2")] == [0, 1]


def test_not_again_for_this_term_is_one_click(door: Door) -> None:
    """The term is silent in this channel from then on; others are not; both are counted."""
    door.command("spot on")
    (card,) = door.posted_after(door.message("谈谈数字工匠"))
    told = door.click(buttons(card, "policy_never")[0])
    door.command("spot on")
    assert "数字工匠" in told["text"]
    assert door.posted_after(door.message("谈谈数字工匠")) == []
    assert len(door.posted_after(door.message("谈谈梦想小镇"))) == 1
    assert "已提示 2 次，1 个提法" in door.command("spot")["text"]


def test_four_clicks_silence_one_term_and_it_can_be_brought_back(door: Door) -> None:
    """What is counted is terms; `spot again` names one or means all."""
    door.command("spot on")
    (card,) = door.posted_after(door.message("谈谈数字工匠"))
    for _ in range(4):
        door.click(buttons(card, "policy_never")[0])
    status = door.command("spot")["text"]
    assert "1 个提法" in status
    assert "不再提示的：数字工匠" in status
    assert "没有不再提示的" in door.command("spot again 梦想小镇")["text"]
    assert "恢复提示：数字工匠" in door.command("spot 恢复 數字工匠")["text"]
    door.command("spot on")
    assert len(door.posted_after(door.message("谈谈数字工匠"))) == 1
    assert "0 个提法" in door.command("spot")["text"]


def test_a_restriction_holds_for_silencing_too(door: Door, slack: SlackStandIn) -> None:
    """Where only admins may set what a channel hears, nobody else can silence a term or bring it back."""
    slack.workspace.add_person("U0ADMIN", is_admin=True)
    door.command("spot on")
    (card,) = door.posted_after(door.message("谈谈数字工匠"))
    door.command("restrict on", user_id="U0ADMIN")
    (button,) = buttons(card, "policy_never")
    assert "管理员规定" in door.click(button)["text"]
    assert "管理员规定" in door.command("spot again")["text"]
    assert "0 个提法" in door.command("spot")["text"]
    assert "不再自动提示" in door.click(button, user={"id": "U0ADMIN"})["text"]


@pytest.mark.parametrize("error", ["ratelimited", "not_in_channel", "is_archived", "missing_scope"])
@pytest.mark.parametrize(
    ("mode", "method"),
    [("on", "chat.postMessage"), ("private", "chat.postEphemeral"), ("reaction", "reactions.add")],
)
def test_a_term_that_clearly_was_not_shown_may_be_shown_next_time(
    door: Door, slack: SlackStandIn, error: str, mode: str, method: str
) -> None:
    """Slack refused the card: neither the thread nor the channel has had it."""
    door.command(f"spot {mode}")
    slack.fail_next(method, error=error)
    for _ in range(3):
        door.send(door.message("谈谈数字工匠", thread_ts="1763900000.000001"))
    assert [call.answer.body for call in slack.calls(method)][1:] != []
    assert len(slack.calls(method)) == 2


@pytest.mark.parametrize("failure", [{"reset": True}, {"error": "internal_error"}])
def test_a_term_of_which_it_is_unclear_is_not_shown_twice(
    door: Door, slack: SlackStandIn, failure: dict[str, Any]
) -> None:
    """The card may stand there."""
    door.command("spot on")
    slack.fail_next("chat.postMessage", after=True, **failure)
    for _ in range(2):
        door.send(door.message("谈谈数字工匠", thread_ts="1763900000.000001"))
    assert len(slack.calls("chat.postMessage")) == 1


def test_an_outsider_silences_nothing(door: Door) -> None:
    """In a channel shared by Slack Connect, another organisation's member is told who may."""
    door.command("spot on")
    (card,) = door.posted_after(door.message("谈谈数字工匠"))
    (button,) = buttons(card, "policy_never")
    told = door.click(button, user={"id": "U0GUEST", "team_id": "T0OTHER"})
    assert "另一个组织" in told["text"]
    assert "0 个提法" in door.command("spot")["text"]
