"""Passages that no single message holds arrive whole and word for word, by every way."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from handlers.rendering.sheet import TextRun
from handlers.rendering.split_passages import COST, pieces_of
from handlers.slack_api.block_limits import problems
from handlers.slack_api.literal_text import cost
from handlers.slack_api.message import NOTIFIED, notification
from tests.db.making import prepared
from tests.handlers.door import CHANNEL, bold, buttons, quotations

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from corpus.vocabulary import Section
    from db.store import Store
    from tests.handlers.door import Door, Json

SIZES = (1_700, 2_317, 5_467, 9_999)
WAYS = ("slash", "show", "mention", "direct")


def sentence(size: int, comma: str) -> str:
    """Return one sentence of so many characters, with signs that mrkdwn would eat."""
    odd = "（_甲_）~乙~`丙`*丁*<@U0READER>&:smile:"
    words = f"第{size}号长句{odd}"
    number = 0
    while len(words) < size:
        number += 1
        words += f"推进第{number}项重点工作{comma}"
    return words[: size - 1] + "。"


@pytest.fixture(params=["，", "推"], ids=["commas", "no mark at all"])
def long(request: pytest.FixtureRequest, store: Store) -> dict[int, Section]:
    """One article with a sentence of each size, by size."""
    texts = [sentence(size, request.param) for size in SIZES]
    store.articles.save(prepared(texts, article="long"), "2026-11-24T00:00:00+00:00")
    sections = store.sections.of_article("long")
    assert [one.text for one in sections] == texts
    return {len(one.text): one for one in sections}


def asked(door: Door, slack: SlackStandIn, way: str, code: str) -> list[Json]:
    """Ask for a passage by its code, and return all messages that come."""
    del slack
    if way == "mention":
        return door.posted_after(door.mention(code))
    if way == "direct":
        return door.posted_after(door.message(code, channel="D0READER", channel_type="im"))
    return door.answers(door.typed(code if way == "slash" else f"show {code}"))


def said(messages: list[Json]) -> str:
    """Return what messages quote, one after another."""
    return "".join(words for one in messages for words in quotations(one))


@pytest.mark.parametrize("way", WAYS)
def test_a_long_passage_arrives_whole(
    door: Door, slack: SlackStandIn, long: dict[int, Section], way: str
) -> None:
    """Every message is within the limits, tells its place in the row and its code, and the last the source."""
    for section in long.values():
        if len(section.text) > 9_000 and way in {"slash", "show"}:
            continue  # a response_url is used five times: see below
        messages = asked(door, slack, way, section.code)
        assert said(messages) == section.text
        assert all(section.code in one["text"] for one in messages)
        assert all(len(one["text"]) <= NOTIFIED for one in messages)
        assert buttons(messages[-1])
        assert not any(buttons(one) for one in messages[:-1])


def test_what_outlasts_a_response_url_goes_on_in_direct_messages(
    door: Door, slack: SlackStandIn, long: dict[int, Section]
) -> None:
    """Five messages there, the others to the person, in order."""
    section = long[9_999]
    before = len(slack.calls("chat.postMessage"))
    first = [json.loads(json.dumps(one)) for one in door.answers(door.typed(section.code))]
    rest = [call.arguments for call in slack.calls("chat.postMessage")[before:]]
    kept = first[:5]
    assert said([*kept, *rest]) == section.text


def test_a_long_passage_is_shared_whole_and_once(
    door: Door, slack: SlackStandIn, long: dict[int, Section]
) -> None:
    """Who shared it stands first; the second click shares nothing."""
    for size in (2_317, 5_467):
        share = buttons(asked(door, slack, "show", long[size].code)[-1], "policy_share")[0]
        before = len(slack.calls("chat.postMessage"))
        assert "已分享" in door.click(share)["text"]
        posts = [call.arguments for call in slack.calls("chat.postMessage")[before:]]
        assert [problems(one) for one in posts] == [[]] * len(posts)
        assert said(posts) == long[size].text
        assert "分享了" in posts[0]["text"]
        assert {one["channel"] for one in posts} == {CHANNEL}
        assert "已经分享过" in door.click(share)["text"]


def test_a_share_that_breaks_off_is_not_begun_anew(
    door: Door, slack: SlackStandIn, long: dict[int, Section]
) -> None:
    """What stands there stays single: the person is told to look."""
    shown = asked(door, slack, "show", long[2_317].code)
    share = buttons(shown[-1], "policy_share")[0]
    slack.fail_next("chat.postMessage", error="no_text", where={"text": shown[-1]["text"]})
    assert "不确定" in door.click(share)["text"]
    assert len(slack.workspace.messages[CHANNEL]) == 1
    assert "已经分享过" in door.click(share)["text"]


def test_a_modal_and_the_context_hold_a_long_passage(
    door: Door, slack: SlackStandIn, long: dict[int, Section]
) -> None:
    """In as many blocks as it takes."""
    section = long[5_467]
    context = buttons(asked(door, slack, "show", section.code)[-1], "policy_context")[0]
    view = door.view_after(door.pressed(context))
    assert section.text in "".join(quotations(view))


def test_blocks_that_slack_refuses_leave_a_long_passage_literal(
    door: Door, slack: SlackStandIn, long: dict[int, Section]
) -> None:
    """Refused for its blocks, each part goes out plainly and word for word."""
    slack.fail_next("chat.postMessage", error="msg_blocks_too_long", times=1)
    door.send(door.mention(long[2_317].code))
    _refused, *sent = [call.arguments for call in slack.calls("chat.postMessage")]
    words = "".join(
        block["text"]["text"] for one in sent for block in one["blocks"] if block["type"] == "section"
    )
    start = words.removeprefix("> ")[:900]
    assert long[2_317].text.startswith(start)
    assert [problems(one) for one in sent] == [[]] * len(sent)


@pytest.mark.parametrize("text", ["甲" * 7_000, "a" * 20_000, "𠀀" * 3_000, "e\u0301" * 9_000, "。" * 5_000])
def test_pieces_put_together_are_the_whole(text: str) -> None:
    """No character is lost, none doubled, and none torn from its accent; highlights stay."""
    runs = (TextRun(text[:100]), TextRun(text[100:3_000], bold=True), TextRun(text[3_000:]))
    pieces = pieces_of(runs)
    assert "".join(run.text for piece in pieces for run in piece) == text
    assert "".join(run.text for piece in pieces for run in piece if run.bold) == text[100:3_000]
    assert all(cost("".join(run.text for run in piece)) <= COST for piece in pieces)
    assert not any(piece[0].text.startswith("\u0301") for piece in pieces)


def test_a_notification_is_short_and_names_the_codes() -> None:
    """It never ends inside an entity or a mention."""
    text = "&amp;" * 2_000 + "〔k7m2-9xqd〕"
    cut = notification(text)
    assert len(cut) <= NOTIFIED
    assert cut.endswith("&amp;…〔k7m2-9xqd〕")
    assert notification("短") == "短"
    assert bold({"blocks": []}) == []
