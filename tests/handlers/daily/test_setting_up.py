"""/policy daily 09:00: in which zone, on which days, from which passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bot.app import build_app
from bot.settings import from_environment
from corpus.preparing import prepare
from corpus.reading.files import read
from db.daily import POSTED, Post
from handlers.daily.quote_pool import QuotePool
from tests.handlers.conftest import NOW
from tests.handlers.daily.windows import kept
from tests.handlers.door import CHANNEL, TEAM, USER, Door

if TYPE_CHECKING:
    from pathlib import Path

    from bot.console.stand_in import SlackStandIn
    from db.store import Store

DUE = "2026-11-25T01:00:00+00:00"


def test_the_zone_is_that_of_the_person_who_sets_it_up(door: Door, slack: SlackStandIn, store: Store) -> None:
    """Slack's zone of the person counts, and one that is typed counts more."""
    slack.workspace.add_person(USER, tz="America/New_York")
    door.command("daily 09:00")
    assert kept(store).zone == "America/New_York"
    door.command("daily 09:00 Europe/Berlin")
    assert kept(store).zone == "Europe/Berlin"


@pytest.mark.parametrize("known", [{"tz": ""}, {"tz": "Mars/Phobos"}, None])
def test_where_slack_names_no_zone_the_offices_counts(
    slack: SlackStandIn, store: Store, known: dict[str, str] | None
) -> None:
    """POLICY_TIME_ZONE stands in where Slack names no zone, names one that is none, or will not tell."""
    said = {"SLACK_BOT_TOKEN": slack.token, "SLACK_SIGNING_SECRET": slack.signing_secret}
    said |= {"SLACK_API_URL": slack.url, "POLICY_TIME_ZONE": "Asia/Urumqi"}
    door = Door(build_app(from_environment(said), store, lambda: NOW, one_thread=True), slack)
    if known is None:
        slack.fail_next("users.info", error="user_not_found")
    else:
        slack.workspace.add_person(USER, **known)
    door.command("daily 09:00")
    assert kept(store).zone == "Asia/Urumqi"


@pytest.mark.parametrize(
    ("typed", "at", "days"),
    [
        ("09:00", "09:00", "weekdays"),
        ("9：05", "09:05", "weekdays"),
        ("9点半", "09:30", "weekdays"),
        ("09:00 工作日", "09:00", "workdays"),
        ("09:00 调休", "09:00", "workdays"),
        ("09:00 每天", "09:00", "every"),
        ("09:00 everyday", "09:00", "every"),
        ("09:00 weekday", "09:00", "weekdays"),
        ("每天 09:00", "09:00", "every"),
        ("09:00，每天", "09:00", "every"),
        ("0900", "09:00", "weekdays"),
        ("早上9点", "09:00", "weekdays"),
        ("下午 3点一刻", "15:15", "weekdays"),
        ("9:00am 工作日", "09:00", "workdays"),
        ("9:30 pm", "21:30", "weekdays"),
        ("at\t09:00\t每天", "09:00", "every"),
    ],
)
def test_monday_to_friday_unless_other_days_are_said(
    door: Door, store: Store, typed: str, at: str, days: str
) -> None:
    """Days are Monday to Friday unless Chinese workdays or every day are chosen."""
    door.command(f"daily {typed}")
    assert (kept(store).at, kept(store).days) == (at, days)


@pytest.mark.parametrize(
    ("words", "theme"),
    [
        ("digital-economy", "article:digital-economy"),
        ("数字经济引领高质量发展", "article:digital-economy"),
        ("引领高质量发展", "article:digital-economy"),
        ("数字工匠", "initiative:数字工匠"),
        ("产城一体化", "heading:产城一体化"),
        ("精准施策", "words:精准施策"),
    ],
)
def test_a_theme_is_an_article_a_heading_an_initiative_or_words(
    door: Door, store: Store, words: str, theme: str
) -> None:
    """What is typed behind the time narrows the deck, and every passage in it belongs to the theme."""
    answer = door.command(f"daily 09:00 {words}")
    assert kept(store).theme == theme
    assert "只引" in answer["text"]
    passages = QuotePool(store).passages(theme).values()
    assert passages
    if not theme.startswith("article:"):
        assert all(words in one.text or any(words in h for h in one.headings) for one in passages)
        assert len(passages) < len(QuotePool(store).passages())


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("09:00 UTC", "UTC"),
        ("UTC 09:00 每天", "UTC"),
        ("09:00 europe/berlin", "Europe/Berlin"),
        ("Asia/Tokyo 09:00", "Asia/Tokyo"),
        ("09:00 北京时间", "Asia/Shanghai"),
    ],
)
def test_a_zone_may_stand_anywhere_and_in_any_case(door: Door, store: Store, typed: str, zone: str) -> None:
    """What names a zone is no theme."""
    door.command(f"daily {typed}")
    assert (kept(store).at, kept(store).zone, kept(store).theme) == ("09:00", zone, "")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("09:00 Asia/Nowhere", "没有叫“Asia/Nowhere”的时区"),
        ("09:00 right/Asia/Shanghai", "没有叫“right/Asia/Shanghai”的时区"),
        ("09:00 UTC+8", "没有叫“UTC+8”的时区"),
        ("09:00 周末", "“周末”不能选"),
        ("09:00 Monday", "“Monday”不能选"),
        ("09:00 每天 工作日", "“工作日”多了一个"),
        ("09:00 10:00", "“10:00”多了一个"),
        ("09:00-10:00", "时间“09:00-10:00”读不懂"),
        ("25:00", "时间“25:00”读不懂"),
        ("9", "时间“9”读不懂"),
        ("09:00 Asia/Tokyo Europe/Berlin", "“Europe/Berlin”多了一个"),
        ("help", "用法"),
    ],
)
def test_a_word_that_cannot_be_taken_is_named_for_what_it_is(
    door: Door, store: Store, typed: str, told: str
) -> None:
    """A bad time, zone or day is said to be one, never a theme without passages; nothing is set up."""
    assert told in door.command(f"daily {typed}")["text"]
    assert store.subscriptions.all() == []


def test_a_title_that_several_articles_share_means_all_of_them(
    door: Door, store: Store, tmp_path: Path
) -> None:
    """Reports of several years are one theme; a theme shows the title of its article and not its id."""
    for year in ("2024", "2025"):
        path = tmp_path / f"report-{year}.txt"
        line = f"要推动数字服务向乡村延伸，让第{year}批群众充分享受数字便利。"
        path.write_text(f"{year}年政府工作报告\n\n{line}\n", encoding="utf-8")
        for document in read(path):
            store.articles.save(prepare(document), NOW.isoformat())
    assert "题名含“政府工作报告”" in door.command("daily 09:00 政府工作报告")["text"]
    assert len(QuotePool(store).passages(kept(store).theme)) == 2
    assert "文章“2025年政府工作报告”" in door.command("daily 09:00 2025年政府工作报告")["text"]
    assert len(QuotePool(store).passages(kept(store).theme)) == 1


def test_a_mistyped_word_is_answered_with_what_was_meant(door: Door, store: Store) -> None:
    """Staus is no time; status is proposed, and the usage besides."""
    answer = door.command("daily staus")["text"]
    assert "/policy daily status？" in answer
    assert "用法" in answer
    assert store.subscriptions.all() == []


def test_a_channel_without_the_bot_is_told_to_invite_it(door: Door, slack: SlackStandIn) -> None:
    """Set-up works where the bot is no member, and says what is missing; where it is one nothing is said."""
    assert "/invite" not in door.command("daily 09:00")["text"]
    slack.workspace.channels[CHANNEL]["is_member"] = False
    assert "/invite" in door.command("daily 09:00")["text"]
    slack.workspace.channels[CHANNEL]["is_private"] = True
    assert "/invite" in door.command("daily 09:00")["text"]


def test_set_up_anew_begins_at_the_next_time_whatever_stood_there(door: Door, store: Store) -> None:
    """A date far ahead, left by a rehearsal, is forgotten; a date that was posted is not posted again."""
    door.command("daily 09:00")
    store.subscriptions.handle(TEAM, CHANNEL, "2027-12-31")
    assert "下一次是 1月3日" in door.command("daily status")["text"]
    assert "下一次是 11月25日" in door.command("daily 09:00")["text"]
    store.daily.claim(Post(TEAM, CHANNEL, "2026-11-24", POSTED, DUE))
    assert "下一次是 11月25日" in door.command("daily 10:00")["text"]


@pytest.mark.parametrize("failure", [{"error": "missing_scope"}, {"reset": True}])
def test_where_slack_will_not_say_whether_the_bot_is_there_nothing_is_claimed(
    door: Door, slack: SlackStandIn, store: Store, failure: dict[str, Any]
) -> None:
    """The channel is set up all the same, without a hint that may be wrong."""
    slack.fail_next("conversations.info", **failure)
    assert "/invite" not in door.command("daily 09:00")["text"]
    assert kept(store).at == "09:00"
