"""Share to channel: once per answer shown, by name, and never where it should not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from handlers.slack_api.block_limits import problems
from tests.handlers.door import CHANNEL, USER, bold, buttons, literal, quotations

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from db.store import Store
    from tests.handlers.door import Door, Json


def share_button(door: Door) -> Json:
    """Search and return the first passage's button."""
    return buttons(door.command("数字工匠"), "policy_share")[0]


def posted(slack: SlackStandIn) -> list[Json]:
    """Return what was posted to channels, checked."""
    messages = [call.arguments for call in slack.calls("chat.postMessage")]
    assert [problems(message) for message in messages] == [[]] * len(messages)
    return messages


def test_a_passage_is_shared_with_the_name_of_who_shared_it(door: Door, slack: SlackStandIn) -> None:
    """The channel sees the same quotation with its source, no preview of links, and who shared it."""
    answer = door.command("数字工匠")
    told = door.click(buttons(answer, "policy_share")[0])
    (message,) = posted(slack)
    assert "已分享" in told["text"]
    assert message["channel"] == CHANNEL
    assert f"<@{USER}>" in message["text"]
    assert "兰建平" in message["text"]
    assert quotations(message) == quotations(answer)[:1]
    assert "数字工匠" in bold(message)
    assert (message["unfurl_links"], message["unfurl_media"]) == (False, False)


def test_four_clicks_post_once(door: Door, slack: SlackStandIn) -> None:
    """Also when they come at the same moment."""
    button = share_button(door)
    with ThreadPoolExecutor(4) as pool:
        told = [answer["text"] for answer in pool.map(door.click, [button] * 4)]
    assert len(posted(slack)) == 1
    assert sorted("已分享到频道" in text for text in told) == [False, False, False, True]


def test_a_new_search_may_share_the_same_passage_again(door: Door, slack: SlackStandIn) -> None:
    """Once per answer shown, not once for ever."""
    for _ in range(2):
        door.click(share_button(door))
    assert len(posted(slack)) == 2


def test_turning_pages_makes_no_new_answer(door: Door, slack: SlackStandIn) -> None:
    """The same passage, paged away from and back to, is still the one that was shared."""
    first = door.command("数字经济")
    door.click(buttons(first, "policy_share")[0])
    second = door.click(buttons(first, "policy_next")[0])
    again = door.click(buttons(second, "policy_prev")[0])
    assert "已经分享过" in door.click(buttons(again, "policy_share")[0])["text"]
    assert len(posted(slack)) == 1


@pytest.mark.parametrize("private", [True, False])
def test_where_the_bot_is_no_member_the_user_is_told_how_to_invite_it(
    door: Door, slack: SlackStandIn, *, private: bool
) -> None:
    """And may click again when it has been invited."""
    slack.workspace.add_channel(CHANNEL, is_member=False, is_private=private)
    button = share_button(door)
    assert "/invite @policy" in door.click(button)["text"]
    slack.workspace.add_channel(CHANNEL, is_member=True)
    assert "已分享" in door.click(button)["text"]


def test_refused_blocks_go_out_as_plain_text(door: Door, slack: SlackStandIn) -> None:
    """The passage and its source arrive, whatever Slack thinks of the blocks."""
    slack.fail_next("chat.postMessage", error="invalid_blocks")
    assert "已分享" in door.click(share_button(door))["text"]
    refused, plain = posted(slack)
    assert quotations(refused)[0] in literal(plain)
    assert plain["text"] == refused["text"]


def test_a_429_is_waited_out_and_the_passage_posted_once(door: Door, slack: SlackStandIn) -> None:
    """Slack says how long."""
    slack.fail_next("chat.postMessage", retry_after=0)
    assert "已分享" in door.click(share_button(door))["text"]
    assert len(slack.workspace.messages[CHANNEL]) == 1


@pytest.mark.parametrize(
    "failure",
    [
        {"reset": True},
        {"status": 500},
        {"status": 503},
        {"error": "internal_error"},
        {"error": "fatal_error"},
    ],
)
def test_after_an_unclear_answer_nothing_is_posted_twice(
    door: Door, slack: SlackStandIn, failure: dict[str, Any]
) -> None:
    """Slack may have kept the message before it failed: the user is asked to look."""
    slack.fail_next("chat.postMessage", after=True, **failure)
    button = share_button(door)
    assert "不确定" in door.click(button)["text"]
    assert "已经分享过" in door.click(button)["text"]
    assert len(slack.workspace.messages[CHANNEL]) == 1


def test_another_refusal_is_told_in_slacks_word(door: Door, slack: SlackStandIn) -> None:
    """So that an administrator can look it up."""
    slack.workspace.add_channel(CHANNEL, is_archived=True)
    assert "is_archived" in door.click(share_button(door))["text"]


@pytest.mark.parametrize(
    "value", ["", "s1|ab|zzzz-zzzz|0-1", "<!channel>", "s1|ab|' OR 1|0-1", "s1|ab|k7m2-9xqd|0-1|9-"]
)
def test_a_forged_value_shares_nothing(door: Door, slack: SlackStandIn, value: str) -> None:
    """A code that is not in the store is no passage."""
    assert "重新查询" in door.click({**share_button(door), "value": value})["text"]
    assert posted(slack) == []


def test_a_forged_range_still_quotes_whole_sentences(door: Door, slack: SlackStandIn, store: Store) -> None:
    """A range is moved outwards to the ends of sentences."""
    button = share_button(door)
    code = button["value"].split("|")[2]
    door.click({**button, "value": f"s1|ab|{code}|7-9|8-9|3-8|9999-2|5-99999"})
    (quoted,) = quotations(posted(slack)[0])
    stored = store.sections.by_code(code)
    assert stored is not None
    assert quoted.strip("…")[-1] in "。！？”"
    assert stored.section.text.startswith(quoted.strip("…"))
