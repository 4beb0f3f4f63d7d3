"""Each row of the tables that reading keeps as data does in reading what it says: its example, and what is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.reading.formats import html_bylines
from corpus.reading.pieces import Piece
from corpus.reading.structure import data_table, heading_forms, mastheads, promulgations
from corpus.reading.structure.levels import levels
from corpus.reading.wording import adoption_notes, front_lines
from corpus.reading.wording.topic_phrases import is_topic
from corpus.text.expressions import expressions
from corpus.vocabulary import Outline

if TYPE_CHECKING:
    from collections.abc import Callable


def is_author(text: str) -> bool:
    """Return whether a line names an author."""
    return front_lines.author_of(Piece(text)) is not None


def is_lead(text: str) -> bool:
    """Return whether a line opens a lead."""
    return front_lines.lead_of(Piece(text)) is not None


def signs(text: str) -> bool:
    """Return whether a line over a date is the body that signs."""
    return front_lines.issuer("题目", [text, "2019年1月24日"]) == text


def issues(text: str) -> bool:
    """Return whether a title names the body that issues it."""
    return front_lines.issuer(text, []) == "国务院" or text.startswith("国务院办公厅")


def is_byline(text: str) -> bool:
    """Return whether a line under a web page's title is left out."""
    return text in html_bylines.part([Piece("题目"), Piece(text)])[1]


def acts(text: str) -> bool:
    """Return whether a bracketed line with a date is a note of adoption that dates one of the four acts."""
    return adoption_notes.is_whole(text) and any(adoption_notes.dates(text))


def is_datum(text: str) -> bool:
    """Return whether a line of a table of data gives a field of the article."""
    value = {"字号": "国办发〔2018〕127号", "日期": "2020-05-06", "文号": "国办发〔2018〕127号"}
    label = text.partition("：")[0]
    told = f"{label}：{value.get(label[-2:], '有效')}"
    table = ("索引号：1", "主题分类：港口", "标题：办法", told)
    return bool(data_table.fields(Outline("", None, None, (), table)))


def is_promulgation(text: str) -> bool:
    """Return whether a line is the head of a paper that makes a document known."""
    front = [text, "《滨海市港口办法》已经通过，现予公布。", "2020年1月1日", "滨海市港口办法", "第一条　略。"]
    return promulgations.below([Piece(line) for line in front]) is not None


def makes_known(text: str) -> bool:
    """Return whether a sentence under such a head names the document below it."""
    name = text.partition("》")[0].removeprefix("《")
    front = ["滨海市人民政府令", text, name, "第一条　略。"]
    return promulgations.below([Piece(line) for line in front]) is not None


def passes_on(text: str) -> bool:
    """Return whether a notice of this title without a number is the front of the numbered document below it."""
    front = [
        text,
        "各区：",
        "现将《港口办法》印发给你们。",
        "港口办法",
        "滨政办发〔2020〕33号",
        "第一条　略。",
    ]
    return promulgations.below([Piece(line) for line in front]) is not None


def comes_again(text: str) -> bool:
    """Return whether the amended text behind such words is the document, and not the decision to amend it."""
    front = ["滨海市人民政府令", "《关于修改〈港口规定〉的决定》现予公布。", "关于修改《港口规定》的决定",
             "删去第二条。", text, "港口规定", "第一条　略。"]  # fmt: skip
    seen = promulgations.below([Piece(line) for line in front])
    return seen is not None and seen.start == front.index("港口规定")


def states(text: str) -> bool:
    """Return whether a directive with these words in it is no topic."""
    return not is_topic(f"推进{text}。")


def is_named(text: str) -> bool:
    """Return whether a sentence of these words is a topic."""
    return is_topic(f"{text}。")


def closes(text: str) -> bool:
    """Return whether a heading leaves the part before it: it lies as high as the first."""
    found = levels([Piece("一、任务"), Piece("（一）平台"), Piece(text)], [True, True, True])
    return found == [1, 2, 1]


DOORS: dict[str, dict[str, Callable[[str], bool]]] = {
    "front_lines": {
        **dict.fromkeys(["surname", "author", "office", "paper", "desk"], is_author),
        **dict.fromkeys(["secrecy", "urgency", "datum"], mastheads.is_above),
        **dict.fromkeys(["organ", "public"], front_lines.is_body),
        "lead": is_lead,
        **dict.fromkeys(["passed", "revised", "announced", "in force"], acts),
        **dict.fromkeys(
            ["body datum", "number datum", "date datum", "start datum", "status datum"], is_datum
        ),
        "promulgation": is_promulgation,
        "made known": makes_known,
        "passed on": passes_on,
        "again": comes_again,
        "about": front_lines.is_about,
        "issued": issues,
        "signer": signs,
        "number label": lambda text: front_lines.number_in(text) == "国办发〔2018〕127号",
        "byline": is_byline,
    },
    "topic_words": {"statement": states},
    "headings": {
        **dict.fromkeys(["talk", "caption", "speaker", "row", "bracketed"], heading_forms.is_refused),
        "closing": closes,
    },
}
DOORED = [(table, rule) for table, doors in DOORS.items() for rule in doors]


@pytest.mark.parametrize(("table", "rule"), DOORED)
def test_a_row_does_what_it_says(table: str, rule: str) -> None:
    """Where the example stands in a document the rule holds; where the counterexample stands it does not."""
    door, own = DOORS[table][rule], [one for one in expressions(table) if rule in one.rules]
    assert own
    assert [one.text for one in own if not door(one.example)] == []
    assert [one.text for one in own if door(one.counterexample)] == []


def test_a_directive_or_a_noun_makes_a_topic() -> None:
    """A sentence that opens with the verb, or ends in the noun, names what follows."""
    own = [one for one in expressions("topic_words") if {"verb", "noun"} & set(one.rules)]
    assert own
    assert [one.text for one in own if not is_named(one.example)] == []


def test_a_kind_makes_a_title_whole() -> None:
    """…条例 ends a title, with （试行） behind it too; what only opens with the same character does not."""
    own = [one for one in expressions("document_kinds") if "title" in one.rules]
    whole, name = front_lines.is_whole_title, "滨海市数字经济"
    assert own
    assert [one.text for one in own if not whole(f"{name}{one.text}")] == []
    assert [one.text for one in own if not whole(f"{name}{one.text}（试行）")] == []
    assert [one.text for one in own if whole(f"{name}{one.counterexample}")] == []


def test_a_kind_that_passes_on_another_paper_ends_the_title() -> None:
    """的通知 below 关于印发…方案 belongs to the title; 的方法 does not."""
    own = [one for one in expressions("document_kinds") if "reply" in one.rules]
    assert own
    assert [one.text for one in own if _lines_of_title(one.text) != 2] == []
    assert [one.text for one in own if _lines_of_title(one.counterexample) != 1] == []


def _lines_of_title(kind: str) -> int:
    """Return how many of two lines are the title's where the second names a kind of paper."""
    return mastheads.lines_of_title([Piece("关于印发工作方案"), Piece(f"的{kind}")])
