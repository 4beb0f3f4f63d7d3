"""Whoever watches an initiative hears of it once: where it newly stands, and where it no longer does."""

from __future__ import annotations

from datetime import timedelta
from random import SystemRandom
from typing import TYPE_CHECKING

import pytest

from corpus.preparing import prepare
from corpus.reading.files import read
from handlers.answering import Answering
from handlers.context import AppContext
from handlers.slack_api.block_limits import problems
from handlers.watch_delivery import WatchDelivery
from tests.handlers.conftest import NOW
from tests.handlers.door import TEAM, USER, quotations

if TYPE_CHECKING:
    from pathlib import Path

    from bot.console.stand_in import SlackStandIn
    from db.store import Store
    from tests.handlers.door import Door, Json


@pytest.fixture
def watching(store: Store) -> WatchDelivery:
    """One process that tells watchers."""
    return WatchDelivery(AppContext(Answering(store), store, lambda: NOW, SystemRandom()), lambda: TEAM)


def bring_in(store: Store, folder: Path, text: str, name: str = "plan") -> None:
    """Import an article, or a new version of it."""
    path = folder / f"{name}.md"
    path.write_text(f"# 技能提升方案\n\n{text}\n", "utf-8")
    for document in read(path):
        store.articles.save(prepare(document), NOW.isoformat())


def told(slack: SlackStandIn) -> list[Json]:
    """Return the direct messages to the watcher, checked."""
    messages = [call.arguments for call in slack.calls("chat.postMessage")]
    assert {message["channel"] for message in messages} <= {USER}
    assert [problems(message) for message in messages] == [[]] * len(messages)
    return messages


def test_a_watcher_hears_of_a_new_article_and_of_a_version_that_says_no_more(
    door: Door, store: Store, slack: SlackStandIn, watching: WatchDelivery, tmp_path: Path
) -> None:
    """With the passage quoted; what stood there when watching began is no news."""
    door.command("watch 数字工匠")
    assert watching.run_once(slack.client()) == 0
    bring_in(store, tmp_path, "各地要培育“数字工匠”。")
    assert [watching.run_once(slack.client()) for _ in range(2)] == [1, 0]
    bring_in(store, tmp_path, "各地要培育人才。")
    assert watching.run_once(slack.client()) == 1
    appeared, gone = told(slack)
    assert quotations(appeared) == ["各地要培育“数字工匠”。"]
    assert "技能提升方案" in appeared["text"]
    assert "不再出现" in gone["text"]


def test_two_processes_tell_once(
    door: Door, store: Store, slack: SlackStandIn, watching: WatchDelivery, tmp_path: Path
) -> None:
    """Whoever claims the news in the store first tells it."""
    other = WatchDelivery(AppContext(Answering(store), store, lambda: NOW, SystemRandom()), lambda: TEAM)
    door.command("watch 数字工匠")
    bring_in(store, tmp_path, "各地要培育“数字工匠”。")
    assert [one.run_once(slack.client()) for one in (watching, other)] == [1, 0]
    assert len(told(slack)) == 1


def test_a_watcher_who_cannot_be_told_holds_up_nobody(
    door: Door, store: Store, slack: SlackStandIn, watching: WatchDelivery, tmp_path: Path
) -> None:
    """The refusal is logged, the others are told."""
    door.command("watch 数字工匠", user_id="U0GONE")
    door.command("watch 数字工匠")
    slack.fail_next("chat.postMessage", error="user_not_found", where={"channel": "U0GONE"})
    bring_in(store, tmp_path, "各地要培育“数字工匠”。")
    assert watching.run_once(slack.client()) == 1


def test_an_import_of_many_articles_is_one_message(
    door: Door, store: Store, slack: SlackStandIn, watching: WatchDelivery, tmp_path: Path
) -> None:
    """Three passages are quoted, the other titles are told; also where the name is said in passing."""
    door.command("watch 数字工匠")
    for number in range(20):
        bring_in(store, tmp_path, f"第 {number} 条，要加快培育数字工匠。", f"plan-{number}")
    assert [watching.run_once(slack.client()) for _ in range(2)] == [1, 0]
    (notice,) = told(slack)
    assert len(quotations(notice)) == 3
    assert "新见于 20 篇文章" in notice["text"]
    assert "还有 7 篇" in notice["text"]


def test_what_was_undone_is_not_told(
    door: Door, store: Store, slack: SlackStandIn, watching: WatchDelivery, tmp_path: Path
) -> None:
    """An article that named it and no longer does when the watcher could be told is no news."""
    door.command("watch 数字工匠")
    bring_in(store, tmp_path, "各地要培育“数字工匠”。")
    bring_in(store, tmp_path, "各地要培育人才。")
    assert watching.run_once(slack.client()) == 0


def test_news_waits_until_the_import_is_over(
    door: Door, store: Store, slack: SlackStandIn, tmp_path: Path
) -> None:
    """While its youngest piece is young, more may come."""
    clock = [NOW]
    parts = AppContext(Answering(store), store, lambda: clock[0], SystemRandom())
    watching = WatchDelivery(parts, lambda: TEAM, quiet=timedelta(seconds=20))
    door.command("watch 数字工匠")
    bring_in(store, tmp_path, "各地要培育“数字工匠”。")
    assert watching.run_once(slack.client()) == 0
    clock[0] += timedelta(seconds=20)
    assert watching.run_once(slack.client()) == 1


def test_what_slack_holds_back_is_told_later(
    door: Door, store: Store, slack: SlackStandIn, watching: WatchDelivery, tmp_path: Path
) -> None:
    """A 429 that outlasts the waiting says for sure that nothing was posted."""
    door.command("watch 数字工匠")
    bring_in(store, tmp_path, "各地要培育“数字工匠”。")
    slack.fail_next("chat.postMessage", error="ratelimited")
    assert [watching.run_once(slack.client()) for _ in range(3)] == [0, 1, 0]


def test_another_workspaces_watchers_are_left_to_it(
    door: Door, store: Store, slack: SlackStandIn, tmp_path: Path
) -> None:
    """A console over the same library tells its own people only."""
    parts = AppContext(Answering(store), store, lambda: NOW, SystemRandom())
    door.command("watch 数字工匠")
    bring_in(store, tmp_path, "各地要培育“数字工匠”。")
    assert WatchDelivery(parts, lambda: "T0OTHER").run_once(slack.client()) == 0
    assert WatchDelivery(parts, lambda: TEAM).run_once(slack.client()) == 1


def test_after_an_unclear_answer_a_watcher_is_not_told_again(
    door: Door, store: Store, slack: SlackStandIn, watching: WatchDelivery, tmp_path: Path
) -> None:
    """Slack may have kept the message before the connection broke."""
    door.command("watch 数字工匠")
    bring_in(store, tmp_path, "各地要培育“数字工匠”。")
    slack.fail_next("chat.postMessage", reset=True, after=True)
    assert [watching.run_once(slack.client()) for _ in range(2)] == [0, 0]
    assert len(slack.calls("chat.postMessage")) == 1


def test_what_slack_holds_back_is_told_when_it_may_be(
    door: Door, store: Store, slack: SlackStandIn, tmp_path: Path
) -> None:
    """As many seconds later as Retry-After says, and not at every look at the store before."""
    at = NOW
    watching = WatchDelivery(AppContext(Answering(store), store, lambda: at, SystemRandom()), lambda: TEAM)
    door.command("watch 数字工匠")
    bring_in(store, tmp_path, "各地要培育“数字工匠”。")
    slack.fail_next("chat.postMessage", retry_after=60)
    assert watching.run_once(slack.client()) == 0
    at += timedelta(seconds=59)
    assert watching.run_once(slack.client()) == 0
    assert len(slack.calls("chat.postMessage")) == 1
    at += timedelta(seconds=1)
    assert [watching.run_once(slack.client()) for _ in range(2)] == [1, 0]
