"""/policy daily through the real door."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.db.making import prepared
from tests.handlers.conftest import NOW
from tests.handlers.door import CHANNEL, TEAM, buttons, quotations

if TYPE_CHECKING:
    from db.store import Store
    from tests.handlers.door import Door


def test_a_channel_is_set_up_looked_at_and_ended(door: Door, store: Store) -> None:
    """The set-up takes the zone of the person, preview uses up nothing, off ends it."""
    assert "下一次是" in door.command("daily 10:30 每天")["text"]
    wanted = store.subscriptions.get(TEAM, CHANNEL)
    assert wanted is not None
    assert (wanted.at, wanted.zone, wanted.days) == ("10:30", "Asia/Shanghai", "every")
    first = quotations(door.command("daily preview"))
    assert first == quotations(door.command("每日 预览"))
    assert "本轮还有" in door.command("daily status")["text"]
    assert "不发" in door.command("daily skip")["text"]
    assert "照常发" in door.command("daily skip off")["text"]
    assert "还没有发过" in door.command("daily history")["text"]
    assert "不再发" in door.command("daily off")["text"]
    assert store.subscriptions.active(TEAM) == []


def test_what_cannot_be_read_is_answered_with_the_usage(door: Door) -> None:
    """A wrong time or a theme without passages is named, and nothing is set up."""
    assert "读不懂" in door.command("daily 25:00")["text"]
    assert "没有与" in door.command("daily 09:00 量子计算机补贴")["text"]
    assert "还没有设" in door.command("daily status")["text"]


def test_another_one_may_come_from_the_same_section(door: Door, store: Store) -> None:
    """Only the same passage is left out; where there is no other that is said, and why."""
    text = "要推动数字服务向乡村延伸，让更多群众享受便利。要培育更多数字工匠，支持他们在乡村创业就业。"
    store.articles.save(prepared([text], article="rural"), NOW.isoformat())
    door.command("daily 09:00 rural")
    before = door.command("daily preview")
    (another,) = buttons(before, "policy_another")
    assert quotations(door.click(another)) != quotations(before)
    door.command("daily 09:00 数字服务向乡村")
    (another,) = buttons(door.command("daily preview"), "policy_another")
    assert "没有别的" in door.click(another)["text"]
    store.articles.remove("rural", NOW.isoformat())
    assert "这个主题下" in door.click(another)["text"]


def test_the_buttons_answer_privately(door: Door) -> None:
    """Another one shows a passage and leaves the deck, and cite gives the citation."""
    door.command("daily 10:30")
    before = door.command("daily preview")
    (another,), (cite,) = buttons(before, "policy_another"), buttons(before, "policy_cite")
    assert quotations(door.click(another)) != quotations(before)
    assert "数字经济引领高质量发展" in door.click(cite)["text"]
    assert quotations(door.command("daily preview")) == quotations(before)
