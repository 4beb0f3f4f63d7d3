"""What leaves the store can be read back without a guess."""

from __future__ import annotations

import json
from typing import Any

import pytest

from corpus.exchange import Exported, as_json_line, as_markdown, codes_in, outline_in
from corpus.vocabulary import Article, Block, Past, Section

BLOCKS = (
    Block("title", "规划"),
    Block("heading", "1. 总则", level=2, certainty=0.7, doubt="short"),
    Block("paragraph", "推进建设。打造“1+N”*平台*。", run_in="推进建设。"),
)
TEXT = "\n".join(block.text for block in BLOCKS)
SECTION = Section("plan", 1, ("1. 总则",), BLOCKS[2].text, TEXT.index("推进"), "k7m2-9xqd", 5)
ONE = Exported(
    Article("plan", "规划", author="发改委"),
    Past(2, "2026-11-23T09:00:00Z", "d" * 64),
    TEXT,
    BLOCKS,
    (SECTION,),
)


def line(**changes: object) -> dict[str, Any]:
    """Return the exported line, read as JSON, with some of its fields changed."""
    fields: dict[str, Any] = json.loads(as_json_line(ONE))
    return fields | changes


def test_a_line_gives_back_outline_and_codes() -> None:
    """Every block with its level, run-in head and certainty, and the codes in order."""
    outline = outline_in(line())
    assert outline is not None
    assert (outline.parts, outline.title, outline.author) == (BLOCKS, "规划", "发改委")
    assert codes_in(line()) == ("k7m2-9xqd",)


def test_a_line_is_one_line() -> None:
    """A line feed in a text does not break it."""
    assert "\n" not in as_json_line(ONE)


@pytest.mark.parametrize(
    "changes",
    [
        {"blocks": None},
        {"blocks": []},
        {"blocks": ["规划"]},
        {"text": "别的文字"},
        {"title": None},
        {"blocks": [{"kind": "script", "text": TEXT}]},
        {"blocks": [{"kind": "heading", "text": TEXT, "level": -1}]},
        {"blocks": [{"kind": "paragraph", "text": TEXT, "run_in": "不在其中"}]},
    ],
)
def test_blocks_that_do_not_fit_are_not_believed(changes: dict[str, Any]) -> None:
    """What was made by hand or cut short is read from its text instead."""
    assert outline_in(line(**changes)) is None


@pytest.mark.parametrize("codes", [None, "k7m2-9xqd", [1, 2]])
def test_codes_that_are_no_texts_are_not_believed(codes: object) -> None:
    """Only a list of texts can be codes."""
    assert codes_in(line(codes=codes)) == ()


def test_markdown_shows_the_very_text() -> None:
    """Front matter, levels, escaped marks, and the code behind each section."""
    assert as_markdown(ONE).splitlines() == [
        "---",
        'title: "规划"',
        'author: "发改委"',
        "---",
        "",
        "# 规划",
        "",
        "### 1\\. 总则",
        "",
        "推进建设。打造“1+N”\\*平台\\*。",
        "<!-- k7m2-9xqd -->",
        "",
    ]
