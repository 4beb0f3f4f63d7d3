"""Initiatives in conversation, played in the console with the real app over the bundled article."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest

from bot.cli import main
from bot.command_context import CommandContext
from bot.settings import from_environment
from bot.wall_clock import now

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Talk = Callable[..., list[str]]

QUOTED = "培育一批实用型“数字工匠”。"


@pytest.fixture
def talk(library: Path, monkeypatch: pytest.MonkeyPatch) -> Talk:
    """Give a way to pipe lines into `policy-bot console` and read what each of them brought."""

    def play(*lines: str) -> list[str]:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        out = io.StringIO()
        place = CommandContext(from_environment({}), str(library), out, io.StringIO(), now)
        assert main(["console"], place) == 0
        assert "Slack would refuse" not in out.getvalue()
        return re.split(r"^> .*\n", out.getvalue(), flags=re.MULTILINE)[1:]

    return play


def test_a_mention_is_answered_in_a_thread(talk: Talk) -> None:
    """A mention opens a thread on itself; within a thread the answer stays there."""
    top, within = talk("@policy 数字工匠", "reply 1 @policy 梦想小镇是什么")
    assert "policy, in #office, in the thread of #1:" in top
    assert QUOTED in top
    assert "policy, in #office, in the thread of #1:" in within
    assert "梦想小镇、云栖小镇" in within


def test_a_mention_without_a_name_reads_the_thread(talk: Talk) -> None:
    """`@policy` alone under somebody's question looks up what the question names."""
    _, _, asked = talk("那个数字工匠到底是什么提法", "thread 1", "@policy")
    assert QUOTED in asked


def test_an_edit_and_a_redelivery_are_answered_once(talk: Talk) -> None:
    """Neither the edit of an answered mention nor Slack's sending it again brings a second answer."""
    first, edited, again = talk("@policy 数字工匠", "edit 1 @policy 云栖小镇", "again")
    assert QUOTED in first
    assert "policy, in" not in edited + again


def test_the_message_shortcut_opens_a_modal_and_posts_to_the_thread(talk: Talk) -> None:
    """Another bot's message is looked up too; the card goes to its thread when told."""
    _, looked, posted, closed = talk("bot 我们要培养数字工匠", "lookup 1", "click 1", "close")
    assert looked.startswith("┌ ")
    assert QUOTED in looked
    assert "policy, in #office, in the thread of #1:" in posted
    assert "(the modal is closed)" in closed


def test_the_global_shortcut_searches_in_a_modal(talk: Talk) -> None:
    """The field is filled in and submitted; the answer takes the modal's place."""
    *_, answered = talk("shortcut", "fill 1 数字工匠", "submit")
    assert answered.startswith("┌ ")
    assert QUOTED in answered


def test_any_text_in_direct_messages_is_a_query(talk: Talk) -> None:
    """In a DM neither a command nor a mention is needed."""
    _, answered = talk("go dm", "数字工匠")
    assert "policy, in the direct messages" in answered
    assert QUOTED in answered


def test_a_channel_switches_spotting_on_for_itself(talk: Talk) -> None:
    """Silent by default; after `spot on` a message that names an initiative is answered once."""
    silent, _, noticed, again = talk(
        "大家看看数字工匠", "/policy spot on", "大家看看数字工匠", "数字工匠真好"
    )
    assert "policy," not in silent
    assert "policy, in #office, in the thread of #3:" in noticed
    assert "policy," not in again


def test_an_invited_bot_says_what_it_can_do(talk: Talk) -> None:
    """Invited to a channel it greets once."""
    _, first, second = talk("go #lab", "invite", "invite")
    assert "/policy" in first
    assert "policy," not in second
