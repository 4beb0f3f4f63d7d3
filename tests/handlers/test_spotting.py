"""An initiative named in passing: shown where the channel wants it, once, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from db.store import Store
from handlers.slack_api.block_limits import problems
from tests.handlers.door import CHANNEL, USER, Door, buttons, literal, quotations

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn

SMALL_TALK = (
    "中午吃什么",
    "会议改到三点",
    "周报发我一下",
    "文件在共享盘",
    "打印机又坏了",
    "好的，收到",
    "今天天气不错",
)


def test_nothing_is_said_unless_the_channel_has_switched_it_on(door: Door) -> None:
    """Off is how every channel begins, and how it ends after `spot off`."""
    assert door.posted_after(door.message("谈谈数字工匠")) == []
    door.command("spot on")
    assert len(door.posted_after(door.message("谈谈数字工匠"))) == 1
    door.command("spot off")
    assert door.posted_after(door.message("谈谈梦想小镇")) == []


def test_the_card_goes_into_the_messages_thread(door: Door) -> None:
    """With one quotation, and a button that asks for no more of it."""
    door.command("spot on")
    said = door.message("那个数字工匠到底是什么提法")
    (card,) = door.posted_after(said)
    assert card["thread_ts"] == said["event"]["ts"]
    assert len(quotations(card)) == 1
    assert buttons(card, "policy_never")


def test_a_reaction_is_only_a_reaction(door: Door, slack: SlackStandIn) -> None:
    """No message, one emoji."""
    door.command("spot reaction")
    said = door.message("谈谈数字工匠")
    assert door.posted_after(said) == []
    (reaction,) = slack.calls("reactions.add")
    assert reaction.arguments["timestamp"] == said["event"]["ts"]


def test_a_private_card_is_for_the_writer_only(door: Door, slack: SlackStandIn) -> None:
    """Ephemeral, in the thread if it was written in one."""
    door.command("spot private")
    assert door.posted_after(door.message("谈谈数字工匠", thread_ts="1763900000.000001")) == []
    (card,) = slack.calls("chat.postEphemeral")
    assert problems(card.arguments) == []
    assert (card.arguments["user"], card.arguments["thread_ts"]) == (USER, "1763900000.000001")


def test_a_private_card_whose_blocks_are_refused_goes_out_as_text(door: Door, slack: SlackStandIn) -> None:
    """As everywhere."""
    door.command("spot private")
    slack.fail_next("chat.postEphemeral", error="invalid_blocks")
    door.send(door.message("谈谈数字工匠"))
    refused, plain = (call.arguments for call in slack.calls("chat.postEphemeral"))
    assert quotations(refused)[0] in literal(plain)
    assert problems(refused) == problems(plain) == []
    assert plain["text"] == refused["text"]


@pytest.mark.parametrize(
    "text",
    [
        "`数字工匠`",
        "```数字工匠```",
        "&gt; 数字工匠",
        "<https://a.cn/x|数字工匠>",
        "看 <https://a.cn/数字工匠>",
        "看 www.x.cn/数字工匠",
        "http://x.cn/数字工匠",
        "见https://a.cn/查?q=数字工匠&x=1，谢谢",
        "x.gov.cn/doc/数字工匠.html",
        "数字工和匠人",
        "云栖梦想小镇网络公司的名字".replace("梦想小镇", "梦想"),
    ],
)
def test_code_links_and_quotations_are_not_spotted(door: Door, text: str) -> None:
    """They are not the writer's own words."""
    door.command("spot on")
    assert door.posted_after(door.message(text)) == []


@pytest.mark.parametrize(
    "told",
    [
        {"bot_id": "B1"},
        {"subtype": "bot_message"},
        {"subtype": "message_changed"},
        {"subtype": "channel_join"},
        {"edited": {"user": USER, "ts": "1.0"}},
    ],
)
def test_bots_and_edits_are_not_spotted(door: Door, told: dict[str, Any]) -> None:
    """Nor is anything that is no person's new message."""
    door.command("spot on")
    assert door.posted_after(door.message("数字工匠", **told)) == []


@pytest.mark.parametrize("before", [3_000, 4_000, 30_000])
def test_a_name_far_into_a_long_message_is_spotted(door: Door, before: int) -> None:
    """Slack takes 40,000 characters."""
    door.command("spot on")
    assert len(door.posted_after(door.message("好。" * (before // 2) + "谈谈数字工匠"))) == 1


def test_a_card_that_slack_refuses_is_not_counted(door: Door, slack: SlackStandIn) -> None:
    """The curator's count is of cards that people saw."""
    door.command("spot on")
    slack.fail_next("chat.postMessage", error="is_archived")
    door.send(door.message("谈谈数字工匠"))
    assert "已提示 0 次" in door.command("spot")["text"]


def test_a_429_is_waited_out_and_the_card_posted_once(door: Door, slack: SlackStandIn) -> None:
    """As everywhere."""
    door.command("spot on")
    slack.fail_next("chat.postMessage", retry_after=1)
    door.send(door.message("谈谈数字工匠"))
    assert [call.answer.status for call in slack.calls("chat.postMessage")] == [429, 200]


@pytest.mark.parametrize(
    "place", [{"channel": "G0PRIVATE", "channel_type": "group"}, {"channel_type": "mpim"}]
)
def test_private_channels_and_groups_are_as_public_ones(door: Door, place: dict[str, str]) -> None:
    """Each has its own setting."""
    door.command("spot on", channel_id=place.get("channel", CHANNEL))
    (card,) = door.posted_after(door.message("谈谈数字工匠", **place))
    assert card["channel"] == place.get("channel", CHANNEL)


def test_a_longer_name_takes_its_part_with_it(door: Door, store: Store) -> None:
    """梦想小镇 inside a longer name is the longer one's."""
    store.initiatives.curate('[[initiative]]\nname = "数字经济驱动引领"\n', "2026-11-24T00:00:00+00:00")
    store.initiatives.curate(
        '[[initiative]]\nname = "数字经济"\n[[initiative]]\nname = "数字经济引领"\n',
        "2026-11-24T00:00:00+00:00",
    )
    door.command("spot on")
    (card,) = door.posted_after(door.message("谈谈数字经济引领"))
    assert card["text"].startswith("数字经济引领")


def test_office_talk_gets_no_reply(door: Door, slack: SlackStandIn) -> None:
    """Two hundred messages with no initiative in them."""
    door.command("spot on")
    for number in range(200):
        door.send(door.message(f"{SMALL_TALK[number % len(SMALL_TALK)]} {number}"))
    assert slack.calls("chat.postMessage") == []


def test_every_name_of_the_library_gets_its_own_card(door: Door, store: Store) -> None:
    """One reply for one message that names it, and the right card."""
    door.command("spot on")
    for name, _ in store.initiatives.by_frequency():
        (card,) = door.posted_after(door.message(f"请问“{name}”怎么落实"))
        assert card["text"].startswith(name)


def test_a_name_learnt_by_another_process_is_spotted_at_once(door: Door, store: Store) -> None:
    """No restart, no waiting."""
    door.command("spot on")
    assert door.posted_after(door.message("谈谈极限工程")) == []
    with Store(str(store.path)) as other:
        other.initiatives.curate('[[initiative]]\nname = "数字经济驱动"\n', "2026-11-24T00:00:00+00:00")
    assert len(door.posted_after(door.message("谈谈数字经济驱动"))) == 1


def test_a_message_to_the_bot_is_not_spotted_too(door: Door) -> None:
    """It comes as a mention as well, and is answered as one."""
    door.command("spot on")
    asked = door.mention("数字工匠")
    as_message = door.message(asked["event"]["text"], ts=asked["event"]["ts"])
    assert [len(door.posted_after(payload)) for payload in (as_message, asked)] == [0, 1]


@pytest.mark.parametrize("word", ["loud", "开"])
def test_an_unknown_mode_is_explained(door: Door, word: str) -> None:
    """The four are named."""
    answer = door.command(f"spot {word}")["text"]
    assert all(mode in answer for mode in ("on", "reaction", "private", "off"))


def test_what_people_write_is_neither_kept_nor_logged(
    door: Door, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    """The database file and the log hold nothing of it, spotted or not."""
    caplog.set_level("DEBUG", logger="handlers")
    door.command("spot on")
    door.send(door.message("机密甲乙丙，谈谈数字工匠"))
    door.send(door.mention("机密甲乙丙"))
    kept = b"".join(path.read_bytes() for path in store.path.parent.glob("policy.db*"))
    assert "机密甲乙丙".encode() not in kept
    assert not [r for r in caplog.records if r.name.startswith("handlers") and "机密甲乙丙" in r.getMessage()]
    assert CHANNEL.encode() in kept


def test_an_admin_may_restrict_who_sets_it(door: Door, slack: SlackStandIn) -> None:
    """Then only admins may; only an admin may say so; and it can be taken back."""
    slack.workspace.add_person("U0ADMIN", is_admin=True)
    assert "只有工作区管理员" in door.command("restrict on")["text"]
    assert "任何人" in door.command("restrict")["text"]
    door.command("restrict on", user_id="U0ADMIN")
    assert "管理员规定" in door.command("spot on")["text"]
    assert door.posted_after(door.message("谈谈数字工匠")) == []
    door.command("spot on", user_id="U0ADMIN")
    assert len(door.posted_after(door.message("谈谈数字工匠"))) == 1
    assert "任何人" in door.command("限制设置 off", user_id="U0ADMIN")["text"]
    assert "改为" in door.command("spot off")["text"]
