"""A paragraph of a law is cited by its clause, 款, 项 and 目, counted from the texts beside it."""

from __future__ import annotations

import pytest

from corpus.text.clause_units import address_of, opening

CLAUSE = (
    "第六十条 有下列行为之一的，由主管部门责令改正：",
    "（一）未设立登记簿的；",
    "（二）拒不提供记录的：",
    "1. 纸质记录；",
    "2. 电子记录。",
    "前款规定的罚款由区县主管部门收缴。",
    "（一）按日收缴；",
)
PLACES = (
    "第六十条第一款",
    "第六十条第一款第（一）项",
    "第六十条第一款第（二）项",
    "第六十条第一款第（二）项第1目",
    "第六十条第一款第（二）项第2目",
    "第六十条第二款",
    "第六十条第二款第（一）项",
)


@pytest.mark.parametrize("at", range(len(CLAUSE)))
def test_a_paragraph_is_counted_from_the_opening_of_its_clause(at: int) -> None:
    """Whatever clause stands before that one."""
    before = [*reversed(CLAUSE[:at]), "第五十九条 罚款上缴国库。"]
    assert address_of(CLAUSE[at], before, CLAUSE[at + 1 : at + 2]) == PLACES[at]


@pytest.mark.parametrize("behind", [(), ("第五条 另一条。",), ("附件2：样表",)])
def test_a_clause_of_one_paragraph_is_cited_by_its_number_alone(behind: tuple[str, ...]) -> None:
    """第四条, not 第四条第一款; with the number behind 之."""
    assert address_of("第四条之一 本办法自公布之日起施行。", (), behind) == "第四条之一"


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("没有条的正文。", ["另一段。"]),
        ("（三）跳过了一项的；", ["（一）第一项；", "第二条 下列情形："]),
        ("样表说明。", ["附件2：样表", "第二条 施行。"]),
        ("| 名称 | 数量 |", ["第二条 施行。"]),
        ("一、另起的清单", ["第二条 施行。"]),
        ("第二章 总则", ["第二条 施行。"]),
    ],
)
def test_what_cannot_be_counted_has_no_place(text: str, before: list[str]) -> None:
    """An item out of its order, an annex and what stands in it, a table, another list, a head, no clause."""
    assert not address_of(text, before)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("第三条之一 经营者", (3, 1)),
        ("第1260条\u3000自", (1260, 0)),
        ("第一〇二四条 民事主体", (1024, 0)),
        ("依照第三条规定", None),
        ("第三条、第四条的规定", None),
    ],
)
def test_the_number_of_a_clause_is_read_where_it_opens_one(text: str, number: tuple[int, int] | None) -> None:
    """In characters or digits, with the number behind 之; a clause that is cited opens none."""
    assert opening(text) == number
