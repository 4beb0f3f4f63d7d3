"""The validator knows what Slack refuses."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.slack_api.block_limits import MESSAGE_JSON, fits, json_length, problems

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "好"}}
TITLE = {"type": "plain_text", "text": "政策原文"}
INPUT = {"type": "input", "label": TITLE, "element": {"type": "plain_text_input", "action_id": "words"}}


def pressed(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of a button
    """Return an actions block with one button."""
    told = {"type": "button", "text": {"type": "plain_text", "text": "按"}, "action_id": "a", "value": "v"}
    return {"type": "actions", "elements": [told | changes]}


def rich(*leaves: dict[str, Any], part: str = "rich_text_section") -> dict[str, Any]:
    """Return a rich_text block with one part."""
    return {"type": "rich_text", "elements": [{"type": part, "elements": list(leaves)}]}


def test_a_plain_message_is_valid() -> None:
    """Text with a section, a button and rich text has no problem."""
    blocks = [SECTION, pressed(), rich({"type": "text", "text": "好"}), {"type": "divider"}]
    assert problems({"text": "好", "blocks": blocks, "response_type": "ephemeral"}) == []


@pytest.mark.parametrize(
    "block",
    [
        {"type": "section"},
        {"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3_001}},
        {"type": "section", "text": {"type": "mrkdwn", "text": ""}},
        {"type": "section", "fields": [{"type": "mrkdwn", "text": "x" * 2_001}]},
        {"type": "section", "fields": [{"type": "mrkdwn", "text": "长"}] * 11},
        {"type": "header", "text": {"type": "plain_text", "text": "长" * 151}},
        {"type": "header", "text": {"type": "mrkdwn", "text": "长"}},
        {"type": "context", "elements": []},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "长"}] * 11},
        {"type": "actions", "elements": []},
        {"type": "actions", "elements": pressed()["elements"] * 2},
        {"type": "video"},
        pressed(text={"type": "plain_text", "text": "长" * 76}),
        pressed(text={"type": "plain_text", "text": ""}),
        pressed(text={"type": "mrkdwn", "text": "按"}),
        pressed(value="v" * 2_001),
        pressed(action_id="a" * 256),
        pressed(action_id=""),
        pressed(style="warning"),
        pressed(type="slider"),
        {**SECTION, "block_id": "b" * 256},
        {**SECTION, "accessory": {"type": "overflow", "action_id": "o", "options": []}},
        {"type": "rich_text", "elements": []},
        {"type": "rich_text", "elements": [{"type": "rich_text_poem"}]},
        rich(),
        rich({"type": "text", "text": ""}),
        rich({"type": "poem"}),
        rich({"type": "user", "user_id": "U1"}, part="rich_text_quote"),
    ],
)
def test_a_block_that_slack_refuses_is_named(block: dict[str, Any]) -> None:
    """Each rule of Slack's block reference is held."""
    assert len(problems({"text": "好", "blocks": [block]})) == 1


@pytest.mark.parametrize(
    "message",
    [
        {"blocks": [SECTION]},
        {"text": ""},
        {"text": "长" * 40_001},
        {"text": "好", "response_type": "public"},
        {"text": "好", "blocks": [{"type": "divider"}] * 51},
        {"text": "好", "blocks": [{**SECTION, "block_id": "b"}] * 2},
        {"text": "好", "blocks": [rich({"type": "text", "text": "长" * 2_100})]},
    ],
)
def test_a_message_that_slack_refuses_is_named(message: dict[str, Any]) -> None:
    """A message needs text, few enough blocks, unique block ids and little enough JSON."""
    assert len(problems(message)) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"blocks": []},
        {"blocks": [SECTION] * 101},
        {"title": {"type": "plain_text", "text": "长" * 25}},
        {"blocks": [INPUT]},
        {"private_metadata": "m" * 3_001},
        {"callback_id": "c" * 256},
    ],
)
def test_a_view_that_slack_refuses_is_named(changes: dict[str, Any]) -> None:
    """A modal needs a short title, 1 to 100 blocks, little metadata, and a submit where it asks."""
    assert problems({"type": "modal", "title": TITLE, "blocks": [SECTION]}) == []
    assert len(problems({"type": "modal", "title": TITLE, "blocks": [SECTION]} | changes)) == 1


def test_a_modal_needs_a_title() -> None:
    """Only App Home goes without a title."""
    assert problems({"type": "modal", "blocks": [SECTION]}) == ["a modal needs a title"]
    assert problems({"type": "home", "blocks": [SECTION]}) == []


def test_chinese_counts_as_its_escape() -> None:
    """A character outside ASCII is six characters of JSON, the longest way in which Slack may count it."""
    one, two = rich({"type": "text", "text": "长"}), rich({"type": "text", "text": "长长"})
    assert json_length([two]) - json_length([one]) == 6
    assert fits([one])
    assert not fits([one] * 51)
    assert not fits([rich({"type": "text", "text": "长" * (MESSAGE_JSON // 6)})])
