"""Follow-up questions in a thread: more, another clause, where it stands; and where there is nothing to follow."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from corpus.preparing import prepare
from corpus.reading.files import read
from tests.handlers.door import BOT, CHANNEL, quotations

if TYPE_CHECKING:
    from pathlib import Path

    from bot.console.stand_in import SlackStandIn
    from db.store import Store
    from tests.handlers.door import Door, Json

LAW = """# 海岛渡船管理条例

第一条 为了管理海岛渡船，制定本条例。

第二条 海岛渡船应当每年检修一次。

第三条 遇有大风，海岛渡船不得开航。

第四条 乘坐海岛渡船，应当穿救生衣。

第五条 海岛渡船的船员应当持证上岗。
"""
LATE, LATER = "9999999999.000100", count(101)


@pytest.fixture(autouse=True)
def law(store: Store, tmp_path: Path) -> None:
    """A regulation of five clauses beside the bundled article."""
    (tmp_path / "law.md").write_text(LAW, "utf-8")
    (document,) = read(tmp_path / "law.md")
    store.articles.save(prepare(document), "2026-11-24T00:00:00+00:00")


def thread_of(slack: SlackStandIn, *asked: str) -> str:
    """Return a thread in which the bot was asked these questions, one after another."""
    first = slack.say(CHANNEL, f"<@{BOT}> {asked[0]}")
    for text in asked[1:]:
        slack.say(CHANNEL, f"<@{BOT}> {text}", thread_ts=first["ts"])
    return str(first["ts"])


def answer(door: Door, asked: str, thread: str) -> Json:
    """Return what a mention in a thread is answered with."""
    late = f"9999999999.{next(LATER):06d}"
    (said,) = door.posted_after(door.mention(asked, thread_ts=thread, ts=late))
    return said


@pytest.mark.parametrize("asked", ["换成第四条", "那第四条呢", "换成第4条呢？"])
def test_another_clause_is_put_into_the_last_question(door: Door, slack: SlackStandIn, asked: str) -> None:
    """The question before it is asked again with the new clause, and said."""
    said = answer(door, asked, thread_of(slack, "海岛渡船管理条例第三条"))
    assert "应当穿救生衣" in quotations(said)[0]
    assert "接着上一个问题" in said["text"]


def test_changes_add_up(door: Door, slack: SlackStandIn) -> None:
    """A change after a change is put into the question as it was changed."""
    thread = thread_of(slack, "请问海岛渡船管理条例第三条", "换成第四条", "谢谢")
    assert "每年检修一次" in quotations(answer(door, "那第二条呢", thread))[0]


def test_more_is_the_next_page(door: Door, slack: SlackStandIn) -> None:
    """Each 还有吗 gives passages that were not shown before; behind the last page that is said."""
    first = answer(door, "海岛渡船", thread_of(slack, "海岛渡船"))
    second = answer(door, "还有吗", thread_of(slack, "海岛渡船"))
    assert quotations(first)
    assert quotations(second)
    assert not set(quotations(first)) & set(quotations(second))
    last = answer(door, "还有吗", thread_of(slack, "海岛渡船", "还有吗", "还有呢"))
    assert not quotations(last)


def test_what_colleagues_say_to_one_another_is_no_question(door: Door, slack: SlackStandIn) -> None:
    """Only what names the bot was asked of it."""
    thread = thread_of(slack, "海岛渡船管理条例第三条")
    slack.say(CHANNEL, "海岛渡船管理条例第五条我看过了", thread_ts=thread)
    assert "接着上一个问题，查“海岛渡船管理条例第四条”" in answer(door, "换成第四条", thread)["text"]


@pytest.mark.parametrize("asked", ["还有吗", "换成第四条", "下一条"])
def test_without_a_question_the_bot_says_what_it_needs(door: Door, slack: SlackStandIn, asked: str) -> None:
    """In a thread where nothing was asked, and at top level, nothing is searched for."""
    colleague = slack.say(CHANNEL, "大家早上好")
    assert not quotations(answer(door, asked, str(colleague["ts"])))
    (alone,) = door.posted_after(door.mention(asked))
    assert not quotations(alone)


def test_a_direct_message_follows_in_its_thread(door: Door, slack: SlackStandIn) -> None:
    """There all that is said is asked of the bot, without its name."""
    dm = "D0READER"
    slack.workspace.add_channel(dm, is_im=True, is_member=True)
    first = slack.say(dm, "海岛渡船管理条例第三条")
    told = {"channel": dm, "channel_type": "im", "thread_ts": first["ts"], "ts": LATE}
    (said,) = door.posted_after(door.message("那第四条呢", **told))
    assert "应当穿救生衣" in quotations(said)[0]
    assert said["thread_ts"] == first["ts"]
