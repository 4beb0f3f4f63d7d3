"""How deep headings lie, and what of a paragraph is its run-in head, row by row."""

from __future__ import annotations

import pytest

from corpus.reading.pieces import Piece
from corpus.reading.structure.heading_forms import is_annex, is_phrase, is_unclosed, may_end
from corpus.reading.structure.levels import levels
from corpus.reading.structure.run_ins import opening, run_ins

BODY = "各地区各部门要结合实际，抓紧制定具体措施，明确责任分工，确保各项任务落到实处。"
NESTED = [
    (["第一章 总则", "第一节 目标", "第二章 附则"], [1, 2, 1]),
    (["一、要求", "（一）思想", "1.平台", "（二）原则", "二、任务"], [1, 2, 3, 2, 1]),
    (["一、要求", "1.平台", "（一）思想"], [1, 2, 3]),
    (["总则", "一、要求", "附则"], [1, 2, 1]),
    (["一、要求", "（一）思想", "结语"], [1, 2, 1]),
    (["一、要求", "（一）思想", "附件1", "一、分工"], [1, 2, 1, 2]),
    (["（一）思想", "一、要求"], [1, 2]),
    (["第一章 总则", "一、要求", "第二章 附则"], [1, 2, 1]),
]


@pytest.mark.parametrize(("heads", "deep"), NESTED, ids=lambda row: "-".join(map(str, row)))
def test_levels_follow_from_nesting(heads: list[str], deep: list[int]) -> None:
    """A family met for the first time lies below the one that is open; annexes and conclusions go back to the top."""
    assert levels([Piece(head) for head in heads], [True] * len(heads)) == deep


def test_stated_levels_are_kept_without_gaps() -> None:
    """Levels 2 and 4 of a format are the first and the second; a paragraph has none."""
    pieces = [Piece("要求", level=2), Piece(BODY), Piece("思想", level=4)]
    assert levels(pieces, [True, False, True]) == [1, None, 2]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"加强领导。{BODY}", "加强领导。"),
        ("加强领导。（财政部负责）", None),
        ("加强领导。", None),
        (f"加强领导！{BODY}", None),
    ],
)
def test_a_paragraph_opens_with_a_sentence(text: str, said: str | None) -> None:
    """It ends in a full stop, and more than a bracketed note follows it."""
    assert opening(Piece(text)) == said


def test_a_law_has_no_run_in_heads() -> None:
    """Where articles make the text, their first sentences are rules."""
    texts = [f"第{number}条 加强领导。{BODY}" for number in "一二三"] + [
        f"推进改革。{BODY}",
        f"推进开放。{BODY}",
    ]
    assert run_ins([Piece(text) for text in texts], [False] * 5) == [None] * 5
    assert run_ins([Piece(text) for text in texts[3:]], [False] * 2) == ["推进改革。", "推进开放。"]


@pytest.mark.parametrize(
    ("text", "annex"),
    [("附件1", True), ("附 录 二：", True), ("附表", True), ("附件：分工表", False), ("附件1 分工表", False)],
)
def test_an_annex_opens_on_a_line_of_its_own(text: str, annex: bool) -> None:  # noqa: FBT001 - a row's answer
    """附件 with a number or none, and nothing else in its line."""
    assert is_annex(text) is annex


@pytest.mark.parametrize(
    ("text", "unclosed", "phrase"),
    [("主要任务", True, True), ("主要任务。", False, True), ("主要任务，", False, False), ("一、主要任务", False, True),
     ("主" * 49, False, True)],
)  # fmt: skip
def test_a_form_is_told_from_its_end(text: str, unclosed: bool, phrase: bool) -> None:  # noqa: FBT001 - a row's answers
    """A heading's line is closed by nothing, not numbered and short; a phrase may end in a full stop."""
    assert (is_unclosed(text), is_phrase(text)) == (unclosed, phrase)


@pytest.mark.parametrize(
    ("text", "ends"), [("主要任务", True), ("主要任务的", False), ("主要“任务", False), ("主要（", False)]
)
def test_a_line_that_may_hide_a_heading_is_whole(text: str, ends: bool) -> None:  # noqa: FBT001 - a row's answer
    """No particle ends a heading, and none leaves a mark open."""
    assert may_end(text, "各地") is ends
    assert not may_end(text, "，各地")
