"""Slots of a query: its years, places and report, and the figure that it asks for."""

from __future__ import annotations

import pytest

from corpus.search.query.slots import LAST_YEAR, THIS_YEAR, slots_of
from corpus.text.years import all_years, plan_years


@pytest.mark.parametrize(
    ("typed", "years", "places", "rest"),
    [
        ("2024年赤字率", (2024,), (), "赤字率"),
        ("二〇二四年赤字率", (2024,), (), "赤字率"),
        ("24年赤字率", (2024,), (), "赤字率"),
        ("赤字率 2024", (2024,), (), "赤字率"),
        ("2026甘肃省失业率", (2026,), ("甘肃",), "失业率"),
        ("宁夏回族自治区26年失业率", (2026,), ("宁夏",), "失业率"),
        ("国务院2014年政府工作报告 失业率", (2014,), (), "失业率"),
        ("今年和去年的赤字率", (THIS_YEAR, LAST_YEAR), (), "赤字率"),
        ("2019与2021年赤字率对比", (2019, 2021), (), "赤字率"),
        ("2030先锋工程", (), (), "2030先锋工程"),
        ("到2025年建成二十个园区", (), (), "到2025年建成二十个园区"),
        ("2021—2025年建成", (), (), "2021-2025年建成"),
        ("满10年年休假几天", (), (), "满10年年休假几天"),
        ("补贴2000元", (), (), "补贴2000元"),
    ],
)
def test_years_and_places_are_taken_out_of_the_words(
    typed: str, years: tuple[int, ...], places: tuple[str, ...], rest: str
) -> None:
    """A year is asked for where it stands as one; a number, a range and a year until which something runs are none."""
    slots = slots_of(typed)
    assert (slots.years, slots.places, slots.rest) == (years, places, rest)


def test_a_plan_covers_its_five_years() -> None:
    """十四五 is 2021 to 2025, 十一五 2006 to 2010; a title with neither names no year."""
    assert plan_years("十四五规划") == (2021, 2022, 2023, 2024, 2025)
    assert min(plan_years("十一五")) == 2006
    assert all_years("数字经济促进条例") == frozenset()


@pytest.mark.parametrize(
    ("typed", "text", "headings", "worth"),
    [
        ("今年失业率目标", "预期目标是：经济增长5%，失业率5.5%左右。", "", 1.0),
        ("今年失业率目标", "失业率5.2%，物价平稳。", "", 0.8),
        ("今年失业率目标", "失业率5.2%，物价平稳。", "一、去年工作回顾", 0.6),
        ("今年失业率目标", "完善失业率统计，覆盖30个城市。", "", 0.0),
        ("工龄满20年的休假多少天", "工龄满20年的，休假15天。", "", 0.8),
        ("工龄满20年的休假多少天", "工龄满20年的，可以休假。", "", 0.0),
    ],
)
def test_a_text_tells_a_figure_beside_its_words(typed: str, text: str, headings: str, worth: float) -> None:
    """What is set for the year comes before what is told, and that before what is told of years before."""
    figure = slots_of(typed).figure
    assert figure is not None
    assert figure.worth(text, headings, in_report="目标" in typed) == worth


@pytest.mark.parametrize("typed", ["GDP", "失业率", "粮食产量1.4万亿斤", "数字工匠"])
def test_words_alone_ask_for_no_figure(typed: str) -> None:
    """An indicator that is typed alone is looked for as any word, and a figure that is typed is not asked for."""
    assert slots_of(typed).figure is None
