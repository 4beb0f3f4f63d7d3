"""A code never comes to stand for another passage, however alike the passages of a table or a law are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.versions.alignment import align, align_texts
from corpus.vocabulary import Section

CITIES = ("杭州", "宁波", "温州", "嘉兴", "湖州", "绍兴", "金华", "衢州", "舟山", "台州", "江东", "江北")
FORMS = (
    "{}市：地区生产总值增长{}%，财政收入{}亿元。",
    "{}市地区生产总值增长{}%，财政收入达到{}亿元，各项社会事业稳步推进，人民生活水平持续提高。",
    "{}地区生产总值增长{}%，财政收入达到{}亿元，各项社会事业稳步推进，人民生活水平持续提高。",
    "{}市，增长{}%，收入{}亿元。",
    "【{}】完成投资{}亿元，开工{}个。",
    "（一）{}局负责{}项工作，{}个单位配合。",
)
LEADS = (
    "深入实施数字经济五年倍增计划，大力推进数字产业化和产业数字化。",
    "完善多层次教育培训体系，加强从业人员数字技能培训。",
)
FIGURES = st.tuples(st.integers(1, 9), st.integers(10, 999))


@given(st.data(), st.sampled_from(FORMS))
def test_a_row_lives_on_as_the_row_of_its_name_or_not_at_all(data: st.DataObject, form: str) -> None:
    """Rows go, come and change places, their figures and words change: no code stands for another name's row."""
    before = data.draw(st.lists(st.sampled_from(CITIES), min_size=1, unique=True))
    after = data.draw(st.lists(st.sampled_from(CITIES), unique=True))
    old = [*LEADS, *(form.format(city, *data.draw(FIGURES)) for city in before)]
    new = [*LEADS, *(form.format(city, *data.draw(FIGURES)) for city in after)]
    new = [data.draw(st.sampled_from((row, row.replace("增长", "同比增长")))) for row in new]
    found = align_texts(old, new).old
    names = {at + len(LEADS): city for at, city in enumerate(before)}
    assert found[: len(LEADS)] == (0, 1)
    wrong = [
        (old[at], new[to])
        for to, at in enumerate(found)
        if to >= len(LEADS) and at is not None and names.get(at) != after[to - len(LEADS)]
    ]
    assert wrong == []


def test_named_rows_with_new_figures_live_on_beside_an_inserted_one() -> None:
    """Every figure is new and a row stands in between: each of the others keeps its code."""
    old = [f"{city}市：增长{at}.8%，收入{at}57亿元。" for at, city in enumerate(CITIES, 2)]
    new = [f"{city}市：增长{at}.3%，收入{at}21亿元。" for at, city in enumerate(CITIES, 5)]
    new.insert(3, "义乌市：增长4.6%，收入720亿元。")
    assert align_texts(old, new).old == (0, 1, 2, None, *range(3, len(CITIES)))


def test_rows_of_other_years_are_other_rows() -> None:
    """The year that opens a row is its name, not one of its figures."""
    old = [f"{year}年，全市生产总值增长{year % 9}%。" for year in (2019, 2020, 2021)]
    new = [f"{year}年，全市生产总值增长{year % 7}.5%。" for year in (2020, 2021, 2022)]
    assert align_texts(old, new).old == (1, 2, None)
    assert align_texts(old[:1], new[:1]).old == (None,)


def test_articles_that_differ_by_a_figure_go_with_their_words() -> None:
    """Two short penalties and a new article before them: renumbering is no edit, and neither takes the other's code."""
    rules = ["制定本办法", "违反规定的，处一千元罚款", "违反规定的，处二千元罚款", "自发布之日起施行"]
    old = [f"第{n}条　{rule}。" for n, rule in zip("一二三四", rules, strict=True)]
    rules.insert(1, "坚持公开、公平、公正的原则")
    new = [f"第{n}条　{rule}。" for n, rule in zip("一二三四五", rules, strict=True)]
    assert align_texts(old, new).old == (0, None, 1, 2, 3)


def test_what_reads_like_two_passages_is_a_new_one() -> None:
    """Of two alike passages one goes and another comes: nobody can tell which it is, so the code is new."""
    old = ["违反规定的，处一千元罚款。", "违反规定的，处二千元罚款。", LEADS[0]]
    new = ["违反规定的，处三千元罚款。", LEADS[0]]
    assert align_texts(old, new).old == (None, 2)


def test_figures_under_the_same_numbers_are_amended() -> None:
    """As many alike articles as before, under the numbers that they had: their figures were amended."""
    old = ["第五条 违反规定的，处一千元罚款。", "第六条 违反规定的，处二千元罚款。"]
    new = ["第五条 违反规定的，处三千元罚款。", "第六条 违反规定的，处五千元罚款。"]
    assert align_texts(old, new).old == (0, 1)


@pytest.mark.parametrize(("heading", "lives"), [("杭州市", 0), ("二、杭州市", 0), ("宁波市", None)])
def test_new_figures_under_another_heading_are_anothers(heading: str, lives: int | None) -> None:
    """A row without a name has that of its heading."""
    old = [Section("plan", 1, ("一、杭州市",), "地区生产总值增长3.8%。", 0)]
    new = [Section("plan", 1, (heading,), "地区生产总值增长4.2%。", 0)]
    assert align(old, new).old == (lives,)


def test_references_to_renumbered_articles_are_no_other_words() -> None:
    """第十条 became 第十一条 wherever it is referred to: each rule keeps its code."""
    deeds = ["擅自停用停车场", "擅自改变停车场用途", "未按照规定公示收费标准"]
    old = [
        f"第三条　违反本办法第{n}条规定，{deed}的，责令改正。"
        for n, deed in zip("十七八", deeds, strict=True)
    ]
    new = [
        f"第四条　违反本办法第{n}条规定，{deed}的，责令改正。"
        for n, deed in zip("七八九", deeds, strict=True)
    ]
    assert align_texts(old, ["第三条　应当遵循便民原则。", *new]).old == (None, 0, 1, 2)
