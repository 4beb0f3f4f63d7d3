"""The shortcuts: private modals, filled in time, and what is posted from them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from corpus.errors import StoreError
from handlers.incoming.button_values import PageTurn
from handlers.slack_api.block_limits import problems
from tests.handlers.door import CHANNEL, TEAM, USER, buttons, quotations

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from db.store import Store
    from tests.handlers.door import Door, Json

REPEATED = "浙江省大数据资源不断积累，在人工智能、量子信息、集成电路等领域具备技术引领优势。"


def message(text: str, **told: object) -> Json:
    """Return a message as the shortcut tells of it."""
    return {"user": USER, "ts": "1763900001.000200", "text": text, **told}


def test_a_message_is_looked_up_in_a_modal(door: Door, slack: SlackStandIn) -> None:
    """Its initiatives and the passages it nearly repeats, each quoted; nothing is posted."""
    view = door.view_after(door.shortcut(message(f"数字工匠和梦想小镇。{REPEATED}")))
    quoted = quotations(view)
    assert any("“数字工匠”" in one for one in quoted)
    assert any("梦想小镇" in one for one in quoted)
    assert any("大数据资源不断累积" in one for one in quoted)
    assert len(buttons(view, "policy_post")) == len(quoted) == 3
    assert slack.calls("chat.postMessage") == []


def test_a_message_of_blocks_only_by_another_bot_is_looked_up(door: Door) -> None:
    """It has no text of its own."""
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "推进 *数字工匠* 培育"}}
    view = door.view_after(door.shortcut(message("", bot_id="B1", blocks=[section])))
    assert "“数字工匠”" in quotations(view)[0]


@pytest.mark.parametrize("text", ["", "中午吃什么", "<!channel> *好*", "x" * 3_000])
def test_a_message_that_holds_nothing_says_so(door: Door, text: str) -> None:
    """A modal with a sentence, no quotation."""
    view = door.view_after(door.shortcut(message(text)))
    assert quotations(view) == []


def test_what_was_found_is_posted_to_the_thread_once(door: Door, slack: SlackStandIn) -> None:
    """By name, however often it is clicked; the modal says how it went."""
    view = door.view_after(door.shortcut(message("数字工匠", thread_ts="1763900000.000001")))
    (post,) = buttons(view, "policy_post")
    after = door.view_after(door.pressed_in(view, post))
    again = door.view_after(door.pressed_in(after, post))
    (call,) = slack.calls("chat.postMessage")
    assert (call.arguments["channel"], call.arguments["thread_ts"]) == (CHANNEL, "1763900000.000001")
    assert f"<@{USER}>" in call.arguments["text"]
    assert problems(call.arguments) == []
    assert "已发到话题" in json.dumps(after["blocks"], ensure_ascii=False)
    assert "已经" in json.dumps(again["blocks"], ensure_ascii=False)
    assert len(again["blocks"]) == len(after["blocks"])


def test_where_the_bot_is_no_member_the_modal_says_how_to_invite_it(door: Door, slack: SlackStandIn) -> None:
    """Shortcuts work in channels where posting does not."""
    slack.workspace.add_channel(CHANNEL, is_member=False)
    view = door.view_after(door.shortcut(message("数字工匠")))
    after = door.view_after(door.pressed_in(view, buttons(view, "policy_post")[0]))
    said = json.dumps(after["blocks"], ensure_ascii=False)
    assert "/invite @policy" in said
    assert "再点一次“发到话题”" in said  # the button that stands there


@pytest.mark.parametrize(
    "metadata",
    [
        *(
            "",
            "w1|C1|1.1|ab",
            "nonsense",
            f"w2|{TEAM}|{CHANNEL}|{USER}|x|ab",
            f"w2|{TEAM}|{CHANNEL}|{USER}||ab",
        ),
        *(f"w2|T0OTHER|{CHANNEL}|{USER}|1.1|ab", f"w2|{TEAM}|{CHANNEL}|U0OTHER|1.1|ab", "<!channel>"),
    ],
)
def test_forged_metadata_posts_nothing(door: Door, slack: SlackStandIn, metadata: str) -> None:
    """Whatever it is, or whoever else's: the modal says that the button is stale."""
    view = door.view_after(door.shortcut(message("数字工匠"))) | {"private_metadata": metadata}
    after = door.view_after(door.pressed_in(view, buttons(view, "policy_post")[0]))
    assert "已经失效" in json.dumps(after["blocks"], ensure_ascii=False)
    assert "<!" not in after["private_metadata"]
    assert slack.calls("chat.postMessage") == []


@pytest.mark.parametrize(
    "block",
    [
        {"type": "section", "text": {"type": "mrkdwn", "text": "<!channel>"}},
        {"type": "section", "text": {"type": "mrkdwn", "text": "https://evil.example"}},
        {"type": "section", "text": "<!channel>"},
        {"type": "image", "image_url": "https://evil.example/x.png", "alt_text": "x"},
        {"type": "actions", "elements": [{"type": "button", "url": "https://evil.example"}]},
        {
            "type": "rich_text",
            "elements": [{"type": "rich_text_section", "elements": [{"type": "broadcast", "range": "here"}]}],
        },
    ],
)
def test_a_block_that_is_not_ours_is_not_shown_again(door: Door, block: Json) -> None:
    """A modal comes back with its blocks; one that pings, links or loads something is left out, the rest stays."""
    view = door.view_after(door.shortcut(message("数字工匠")))
    forged = {**view, "blocks": [block, *view["blocks"]]}
    after = door.view_after(door.pressed_in(forged, buttons(view, "policy_post")[0]))
    assert after["blocks"][1:] == view["blocks"]


def global_shortcut(door: Door) -> Json:
    """Return the payload of the global shortcut: no channel, no response_url."""
    shortcut = door.shortcut(message(""), type="shortcut", callback_id="policy_search")
    return {
        k: v for k, v in shortcut.items() if k not in {"channel", "message", "message_ts", "response_url"}
    }


def submitted(view: Json, words: str, slack: SlackStandIn) -> Json:
    """Return the payload of a submitted search field."""
    values = {"policy_field": {"policy_words": {"type": "plain_text_input", "value": words}}}
    return {
        "type": "view_submission",
        "team": {"id": TEAM},
        "user": {"id": USER},
        "trigger_id": slack.trigger(),
        "view": {**view, "state": {"values": values}},
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [("数字工匠", "共提到"), ("数据资源不断累积", "技术引领优势"), ("房地产调控", "没有找到")],
)
def test_the_search_field_is_answered_in_its_place(
    door: Door, slack: SlackStandIn, words: str, told: str
) -> None:
    """The global shortcut opens it, the answer takes its place in the acknowledgement."""
    field = door.view_after(global_shortcut(door))
    response = door.send(submitted(field, words, slack))
    answer = json.loads(response.body)
    assert answer["response_action"] == "update"
    assert problems(answer["view"]) == []
    assert told in json.dumps(answer["view"]["blocks"], ensure_ascii=False)


def test_a_cards_buttons_open_on_top_of_the_modal(door: Door, slack: SlackStandIn) -> None:
    """The way back stays open; where three views lie on each other, the last one changes."""
    field = door.view_after(global_shortcut(door))
    view = json.loads(door.send(submitted(field, "数字工匠", slack)).body)["view"]
    view["id"] = next(iter(slack.workspace.views))
    (mentions,) = buttons(view, "policy_mentions")
    for _ in range(3):
        on_top = door.view_after(door.pressed_in(view, mentions))
        assert "提到“数字工匠”的只有" in json.dumps(on_top["blocks"], ensure_ascii=False)
    assert buttons(on_top, "policy_share") == []  # a modal stands in no channel
    made = [call.method for call in slack.calls() if call.method.startswith("views.")]
    assert made == ["views.open", "views.push", "views.push", "views.push", "views.update"]


def test_pages_turn_inside_a_modal(door: Door, slack: SlackStandIn) -> None:
    """There is no response_url: the view itself is changed."""
    field = door.view_after(global_shortcut(door))
    view = json.loads(door.send(submitted(field, "数字工匠", slack)).body)["view"]
    view["id"] = next(iter(slack.workspace.views))
    further = {
        "type": "button",
        "action_id": "policy_next",
        "value": PageTurn("asked", "ab", 3, "数字经济").value(),
    }
    second = door.view_after(door.pressed_in(view, further))
    assert slack.calls()[-1].method == "views.update"
    assert "第 4 至" in json.dumps(second["blocks"], ensure_ascii=False)
    assert buttons(second, "policy_share") == []


def test_a_look_up_that_fails_late_says_so_in_its_modal(
    door: Door, slack: SlackStandIn, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The modal stands there looking; the apology takes its place, and is told nowhere else."""

    def late(_: object) -> None:
        slack.wait_for("views.open")  # the empty one
        raise StoreError("is broken", which="policy.db", next_step="ask policy-bot doctor")

    monkeypatch.setattr(store.initiatives, "get", late)
    view = door.view_after(door.shortcut(message("数字工匠")))
    assert "抱歉" in json.dumps(view["blocks"], ensure_ascii=False)
    assert [call.method for call in slack.calls()] == ["auth.test", "views.open", "views.update"]


def test_what_a_modal_has_no_room_for_is_named(door: Door, store: Store) -> None:
    """Three cards are drawn; of further names the modal says how many and which."""
    names = [name for name, _ in store.initiatives.by_frequency()][:6]
    view = door.view_after(door.shortcut(message("、".join(f"“{name}”" for name in names))))
    said = json.dumps(view["blocks"], ensure_ascii=False)
    assert "另有 3 个提法" in said
    assert all(name in said for name in names)


def test_of_a_very_long_message_it_is_said_how_much_was_compared(door: Door) -> None:
    """It is not denied that the rest repeats the source."""
    far = "".join(f"这是第{number}句没有出处的闲话。" for number in range(70))
    view = door.view_after(door.shortcut(message(far + REPEATED)))
    assert "只比对了前 60 句" in json.dumps(view["blocks"], ensure_ascii=False)
    nearer = "".join(f"这是第{number}句没有出处的闲话。" for number in range(30))
    view = door.view_after(door.shortcut(message(nearer + REPEATED)))
    assert any("大数据资源不断累积" in one for one in quotations(view))
