"""A term said in passing is shown once in a thread, rests in the channel, and may be silenced there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

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
    assert "已提示 2 次，其中 1 次" in door.command("spot")["text"]
