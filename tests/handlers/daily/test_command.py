"""/policy daily status, preview, skip, history and off, through the real door."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from db.daily import CLAIMED, MISSED, POSTED, SKIPPED, Post
from handlers.daily.quote_pool import QuotePool
from handlers.listeners.permissions import KEY
from tests.handlers.conftest import NOW
from tests.handlers.daily.windows import kept
from tests.handlers.door import BOT, CHANNEL, TEAM, USER, Door, quotations

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from db.store import Store

WEDNESDAY = "2026-11-25"
DUE = "2026-11-25T01:00:00+00:00"


def test_skip_passes_over_one_morning_and_can_be_taken_back(door: Door) -> None:
    """The next date goes by, said twice it is the same date, and skip off brings it back."""
    door.command("daily 09:00")
    assert "11月25日 周三 不发；之后的下一次是 11月26日" in door.command("daily skip")["text"]
    assert "11月25日 周三 本来就已设为不发" in door.command("daily skip")["text"]
    assert "已跳过" in door.command("daily history")["text"]
    assert "下一次是 11月26日" in door.command("daily status")["text"]
    assert "11月25日 周三 照常发" in door.command("daily skip off")["text"]
    assert "没有要恢复的" in door.command("daily skip off")["text"]


def test_only_the_next_date_can_be_skipped(door: Door, store: Store) -> None:
    """Skip with anything else behind it skips nothing, and says what it can do."""
    door.command("daily 09:00")
    assert "“2”读不懂：一次只能跳过下一次" in door.command("daily skip 2")["text"]
    assert store.daily.history(TEAM, CHANNEL) == []


def test_a_tab_is_as_good_as_a_space(door: Door, store: Store) -> None:
    """Off with a tab before it, or a word of thanks behind it, is off."""
    for typed in ("daily\toff", "daily off please"):
        door.command("daily\t09:00")
        assert kept(store).paused == ""
        door.command(typed)
        assert kept(store).paused == "off"
    assert "用 /policy daily 09:00 可以重新开始" in door.command("daily on")["text"]


def test_a_post_under_way_cannot_be_skipped(door: Door, store: Store) -> None:
    """A date that a clock has claimed is said to be on its way."""
    door.command("daily 09:00")
    store.daily.claim(Post(TEAM, CHANNEL, WEDNESDAY, CLAIMED, DUE, claim="c", lease_until=DUE))
    assert "来不及跳过" in door.command("daily skip")["text"]
    assert store.daily.history(TEAM, CHANNEL)[0].state == CLAIMED


def test_history_lists_the_last_posts_with_their_first_words(door: Door, store: Store) -> None:
    """Newest first: what was posted, with words and code, and what was not, with its reason."""
    door.command("daily 09:00")
    card = QuotePool(store).next("seed", "", [])
    assert card is not None
    one = card.passage
    post = Post(TEAM, CHANNEL, "2026-11-20", POSTED, DUE, passage=one.key, round=1)
    store.daily.claim(replace(post, code=one.code, start=one.start, end=one.end))
    store.daily.claim(Post(TEAM, CHANNEL, "2026-11-23", MISSED, DUE))
    head, missed, posted = door.command("daily history")["text"].split("\n")
    assert "最近 2 次" in head
    assert missed == "11月23日 周一：错过，未发"
    assert posted == f"11月20日 周五：已发 “{one.text[:16]}…”〔{one.code}〕"


def test_preview_shows_what_status_counts(door: Door, store: Store) -> None:
    """The preview is the deck's next card, and looking at it uses nothing up."""
    door.command("daily 09:00")
    total = len(QuotePool(store).passages())
    wanted = kept(store)
    card = QuotePool(store).next(wanted.seed, "", [])
    assert card is not None
    (quoted,) = quotations(door.command("daily preview"))
    assert card.passage.text in quoted
    assert f"本轮还有 {total} 段没发过，共 {total} 段" in door.command("daily status")["text"]


def test_a_paused_channel_says_why_until_it_is_set_up_again(door: Door, store: Store) -> None:
    """After archiving or off, status tells the reason; the same command as ever starts it again."""
    door.command("daily 09:00")
    store.subscriptions.pause(TEAM, CHANNEL, "is_archived")
    assert "频道已归档" in door.command("daily status")["text"]
    store.subscriptions.pause(TEAM, CHANNEL, "a_word_of_tomorrow")
    assert "a_word_of_tomorrow" in door.command("daily preview")["text"]
    door.command("daily off")
    assert "已停发" in door.command("daily status")["text"]
    seed = kept(store).seed
    door.command("daily 10:00")
    assert (kept(store).paused, kept(store).seed) == ("", seed)


def test_workdays_of_an_unknown_year_are_said_to_be_weekdays(door: Door, store: Store) -> None:
    """Set-up and status both say that the arrangement of a year is missing, and only for Chinese workdays."""
    door.command("daily 09:00 工作日")
    store.subscriptions.handle(TEAM, CHANNEL, "2026-12-31")
    assert "2027 年的调休安排尚未导入" in door.command("daily status")["text"]
    door.command("daily 09:00")
    assert "调休安排" not in door.command("daily status")["text"]


@pytest.mark.parametrize("typed", ["daily 09:00", "daily off", "daily skip"])
def test_where_only_admins_may_set_it_others_may_still_look(
    door: Door, slack: SlackStandIn, store: Store, typed: str
) -> None:
    """A restricted workspace refuses changes by others, answers their questions, and obeys its admins."""
    door.command("daily 10:00")
    store.channel_settings.put(TEAM, "", KEY, "on", NOW.isoformat())
    before = kept(store)
    assert "管理员" in door.command(typed)["text"]
    assert kept(store) == before
    assert store.daily.history(TEAM, CHANNEL) == []
    assert "每日一引：" in door.command("daily status")["text"]
    slack.workspace.add_person(USER, is_admin=True)
    assert "管理员" not in door.command(typed)["text"]


def test_a_calendar_without_workdays_leaves_nothing_to_come(door: Door, store: Store) -> None:
    """Where two months hold no due day, status, skip and preview say so."""
    first = date(2026, 11, 24)
    store.calendar.keep({first + timedelta(days=number): False for number in range(90)})
    assert "近两个月内没有" in door.command("daily 09:00 工作日")["text"]
    assert "近两个月内没有" in door.command("daily status")["text"]
    assert "近两个月内没有" in door.command("daily skip")["text"]
    assert "近两个月内没有" in door.command("daily preview")["text"]


def test_a_library_without_a_quotable_passage_is_said_to_have_none(door: Door, store: Store) -> None:
    """After the last article went there is a next time, and nothing to preview."""
    door.command("daily 09:00")
    store.articles.remove("digital-economy", NOW.isoformat())
    assert "还没有适合引用的段落" in door.command("daily preview")["text"]
    assert "共 0 段" in door.command("daily status")["text"]


def test_ten_dates_skipped_in_a_row_are_as_far_as_anybody_looks(door: Door, store: Store) -> None:
    """What is skipped beyond is not searched for the next post."""
    door.command("daily 09:00 每天")
    for number in range(10):
        day = date(2026, 11, 25) + timedelta(days=number)
        store.daily.claim(Post(TEAM, CHANNEL, day.isoformat(), SKIPPED, DUE))
    assert "近两个月内没有" in door.command("daily status")["text"]
    assert "11月25日 周三 照常发" in door.command("daily skip 恢复")["text"]


def test_a_channel_that_slack_refused_goes_on_when_the_bot_is_invited_again(door: Door, store: Store) -> None:
    """It says so once; what somebody switched off stays off, and so does what needs another time or zone."""
    door.command("daily 09:00")
    store.subscriptions.pause(TEAM, CHANNEL, "not_in_channel")
    greeted, resumed = door.posted_after(door.event("member_joined_channel", user=BOT))
    assert "继续" not in greeted["text"]
    assert "每日一引照原来的设置继续（09:00）" in resumed["text"]
    assert kept(store).paused == ""
    for why in ("off", "bad_zone"):
        store.subscriptions.pause(TEAM, CHANNEL, why)
        assert door.posted_after(door.event("member_joined_channel", user=BOT)) == []
        assert kept(store).paused == why


def test_mornings_while_a_channel_was_paused_are_not_missed(door: Door, store: Store) -> None:
    """Invited again, it goes on with the next time, and earlier refusals do not count any more."""
    door.command("daily 09:00")
    past = replace(
        kept(store), paused="is_archived", handled="2026-11-02", set_at="2026-11-01T00:00:00+00:00"
    )
    store.subscriptions.save(past)
    door.posted_after(door.event("member_joined_channel", user=BOT))
    assert "下一次是 11月25日" in door.command("daily status")["text"]
    assert kept(store).set_at == NOW.isoformat(timespec="seconds")
    assert kept(store).seed == past.seed
