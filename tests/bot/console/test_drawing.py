"""Block Kit drawn as lines: every kind of block says what a reader of Slack would see."""

from __future__ import annotations

from typing import Any

import pytest

from bot.console import fields
from bot.console.drawing import Control, draw
from bot.console.typesetting import PlainPen
from tests.bot.console.conftest import button, quotation, said

Json = dict[str, Any]


def plain_text(text: str) -> Json:
    """Return a plain_text object."""
    return {"type": "plain_text", "text": text}


def rich(*elements: Json) -> Json:
    """Return a rich_text block."""
    return {"type": "rich_text", "elements": list(elements)}


def run(text: str) -> Json:
    """Return a rich text leaf."""
    return {"type": "text", "text": text}


def section(*leaves: Json) -> Json:
    """Return a rich_text_section."""
    return {"type": "rich_text_section", "elements": list(leaves)}


LEAVES = [
    ({"type": "link", "url": "https://a.b", "text": "原文"}, "原文 <https://a.b>"),
    ({"type": "link", "url": "https://a.b"}, "https://a.b"),
    ({"type": "user", "user_id": "U1"}, "@小李"),
    ({"type": "channel", "channel_id": "C1"}, "#C1"),
    ({"type": "emoji", "name": "book"}, ":book:"),
    ({"type": "broadcast", "range": "here"}, "@here"),
    ({"type": "color", "value": "#fff"}, "(color)"),
]
OPTIONS = [{"text": plain_text("全部"), "value": "all"}, {"text": plain_text("标题"), "value": "titles"}]
BLOCKS = [
    (quotation(("一", False), ("二", True)), ["│ 一二", "  (bold: 二)"]),
    (quotation(("一\n二", False)), ["│ 一", "│ 二"]),
    (rich({"type": "rich_text_list", "style": "bullet", "elements": [section(run("一"))]}), ["• 一"]),
    (
        rich(
            {
                "type": "rich_text_list",
                "style": "ordered",
                "elements": [section(run("一")), section(run("二"))],
            }
        ),
        ["1. 一", "2. 二"],
    ),
    (rich({"type": "rich_text_preformatted", "elements": [run("a\nb")]}), ["  a", "  b"]),
    (said("*一* &lt;二&gt; <@U1|li>"), ["*一* <二> @li"]),
    (said("&gt; 引文"), ["│ 引文"]),
    ({"type": "section", "fields": [plain_text("一"), plain_text("*二*")]}, ["一", "*二*"]),
    ({**said("一"), "accessory": button("看", "x")}, ["一", "[1 看]"]),
    ({"type": "header", "text": plain_text("一")}, ["*一*"]),
    (
        {"type": "context", "elements": [plain_text("一"), {"type": "image", "alt_text": "图"}]},
        ["· 一", "· 图"],
    ),
    ({"type": "divider"}, ["─" * 24]),
    ({"type": "image", "alt_text": "图"}, ["(image: 图)"]),
    ({"type": "video"}, ["(video block)"]),
    (
        {"type": "actions", "elements": [button("一", "a"), {"type": "static_select", "options": OPTIONS}]},
        ["[1 一]  [2 … ▾ 全部 / 标题]"],
    ),
    (
        {
            "type": "input",
            "label": plain_text("词语"),
            "optional": True,
            "hint": plain_text("一句也行"),
            "element": {"type": "plain_text_input", "initial_value": "数字"},
        },
        ["词语 (optional): [1 数字 ✎]", "· 一句也行"],
    ),
]


def drawn(block: Json) -> list[str]:
    """Draw one block as a file shows it."""
    drawing = draw({"blocks": [block]}, names=lambda key: {"U1": "小李"}.get(key, key))
    return [printed for line in drawing.lines for printed in PlainPen().lay(line)]


@pytest.mark.parametrize(("block", "lines"), BLOCKS, ids=lambda value: str(value)[:40])
def test_every_block_is_drawn(block: Json, lines: list[str]) -> None:
    """Each kind of block becomes its words; one that is unknown is named."""
    assert drawn(block) == lines


@pytest.mark.parametrize(("leaf", "words"), LEAVES, ids=lambda value: str(value)[:30])
def test_every_leaf_is_drawn(leaf: Json, words: str) -> None:
    """Links, people, emoji and the rest stand as words."""
    assert drawn(rich(section(leaf))) == [words]


def test_a_message_without_blocks_is_its_text() -> None:
    """The text is mrkdwn: escapes undone, stars bold, quoted lines behind a bar."""
    drawing = draw({"text": "一 &amp; *二*\n> 三"})
    assert [line.text for line in drawing.lines] == ["一 & 二", "三"]


FIELDS = [
    ({"type": "plain_text_input"}, "数字", {"type": "plain_text_input", "value": "数字"}, "数字"),
    ({"type": "timepicker"}, "09:00", {"type": "timepicker", "selected_time": "09:00"}, "09:00"),
    (
        {"type": "static_select", "options": OPTIONS},
        "2",
        {"type": "static_select", "selected_option": OPTIONS[1]},
        "标题",
    ),
    (
        {"type": "checkboxes", "options": OPTIONS},
        "all 标题",
        {"type": "checkboxes", "selected_options": OPTIONS},
        "全部、标题",
    ),
    (
        {"type": "radio_buttons", "options": OPTIONS},
        "",
        {"type": "radio_buttons", "selected_option": None},
        "",
    ),
]


@pytest.mark.parametrize(("element", "typed", "state", "seen"), FIELDS, ids=lambda value: str(value)[:24])
def test_a_field_is_filled_in(element: Json, typed: str, state: Json, seen: str) -> None:
    """Text, times and the numbers, values or names of options become the state that Slack sends."""
    assert fields.filled(element, typed) == state
    assert fields.shown(state) == seen


def test_a_field_left_alone_has_its_initial_value() -> None:
    """What a modal was opened with is submitted where nobody touched it; no such option is an error."""
    picker = {"type": "timepicker", "action_id": "at", "initial_time": "09:00"}
    boxes = {"type": "checkboxes", "action_id": "on", "initial_options": OPTIONS[:1], "options": OPTIONS}
    state = fields.state_of([Control(picker, "a"), Control(boxes, "b"), Control(button("x", "x"), "c")], {})
    assert state["a"]["at"]["selected_time"] == "09:00"
    assert state["b"]["on"]["selected_options"] == OPTIONS[:1]
    assert "c" not in state
    with pytest.raises(ValueError, match="no option '3'"):
        fields.filled(boxes, "3")
