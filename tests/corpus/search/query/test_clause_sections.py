"""A clause that a query names is found with its 款 and 项, and refused truly where the law has none such."""

from __future__ import annotations

import pytest

from corpus.search.query.references import ClausePart, part_of
from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import Shelf

LIGHTS = Article("lights", "雁江市夜间照明管理条例")
WELLS = Article("wells", "古井保护法")
HALF = Article("half", "镜湖保护条例")
NOTES = Article("notes", "照明问答")


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """A whole ordinance, a law with a clause put in later, the middle of one alone, and a text on them."""
    return Shelf(
        {
            LIGHTS: [
                "第一条 为了规范夜间照明，制定本条例。",
                "第二条 下列场所应当减光：",
                "（一）候鸟栖息的湿地；",
                "（二）天文台周边三公里以内。",
                "减光的时段由区人民政府公布，不得少于六小时。",
                "违反规定的，责令改正，处二百元罚款。",
                "第三条 本条例自公布之日起施行。",
            ],
            WELLS: ["第一条 保护古井。", "第二条 古井的名录。", "第二条之一 古井的题刻。", "第三条 施行。"],
            HALF: ["第八条 禁止投饵。", "第九条 禁止夜航。", "第1024条 镜湖岸线。"],
            NOTES: ["依照夜间照明管理条例第二条办理。", "依照古井保护法第八十条办理。"],
        }
    )


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("雁江市夜间照明管理条例第二条第一款第（二）项", "lights-4"),
        ("雁江市夜间照明管理条例第二条第（一）项", "lights-3"),
        ("雁江市夜间照明管理条例第2条1款2项", "lights-4"),
        ("雁江市夜间照明管理条例 第 ２ 条 第 ２ 款", "lights-5"),
        ("夜间照明管理条例第二条第二款规定了什么", "lights-5"),
        ("第二条第三款 雁江市夜间照明管理条例", "lights-6"),
        ("第二条《雁江市夜间照明管理条例》", "lights-2"),
        ("雁江市夜间照明管理条例第二条 罚款", "lights-6"),
        ("雁江市夜间照明管理条例第二条规定的内容", "lights-2"),
        ("2条 雁江市夜间照明管理条例", "lights-2"),
        ("2条之一 古井保护法", "wells-3"),
        ("古井保护法2条之一", "wells-3"),
        ("镜湖保护条例第一〇二四条", "half-3"),
        ("镜湖保护条例第一千零二十四条", "half-3"),
    ],
)
def test_the_paragraph_or_item_that_is_asked_for_comes_first(shelf: Shelf, typed: str, code: str) -> None:
    """By its number in any way of writing, the law before or behind it, or by the words asked beside the clause."""
    found = shelf.search(typed)
    assert (found.answered, found.matches[0].section.code) == (True, code)


@pytest.mark.parametrize(
    ("typed", "claim", "said"),
    [
        ("雁江市夜间照明管理条例第四条", "clauses", (LIGHTS.title, "3", "第四条")),
        ("夜间照明管理条例第９９条", "clauses", (LIGHTS.title, "3", "第九十九条")),
        ("100条 雁江市夜间照明管理条例", "clauses", (LIGHTS.title, "3", "第一百条")),
        ("雁江市夜间照明管理条例第二条第九款", "clause", (LIGHTS.title, "第二条第九款")),
        ("雁江市夜间照明管理条例第二条第（三）项", "clause", (LIGHTS.title, "第二条第（三）项")),
        ("雁江市夜间照明管理条例第一条之二", "clause", (LIGHTS.title, "第一条之二")),
        ("古井保护法第四条", "last", (WELLS.title, "第三条", "第四条")),
        ("镜湖保护条例第二千条", "last", (HALF.title, "第一千零二十四条", "第二千条")),
        ("镜湖保护条例第三条", "clause", (HALF.title, "第三条")),
    ],
)
def test_a_clause_that_the_law_does_not_have_is_refused_truly(
    shelf: Shelf, typed: str, claim: str, said: tuple[str, ...]
) -> None:
    """How many it has is told where all are there, the last one otherwise; no text that cites it stands in for a 款."""
    found = shelf.search(typed)
    assert not found.answered
    assert (found.refusal.claim, found.refusal.said) == (claim, said)


def test_a_text_that_cites_a_missing_clause_may_answer(shelf: Shelf) -> None:
    """The library lacks the clause, and has what is said of it."""
    assert shelf.first("古井保护法第八十条") == "notes-2"


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("古井保护法第六十条第一款第（二）项 罚款", ClausePart(1, 2, "罚款")),
        ("古井保护法第3条第十二项", ClausePart(0, 12)),
        ("古井保护法第三条的规定是", ClausePart()),
        ("古井保护法", ClausePart()),
    ],
)
def test_paragraph_and_item_are_read_behind_the_clause(typed: str, part: ClausePart) -> None:
    """With or without 第 and brackets; what asks for the clause itself is no words of it."""
    assert part_of(typed) == part
