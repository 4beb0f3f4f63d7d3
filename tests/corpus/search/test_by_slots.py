"""Slots bind: a year and a place bring their own report, and another one's words are no answer."""

from __future__ import annotations

import pytest

from corpus.search.score.model import ANSWERED
from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import Shelf


def report(year: int, place: str, rate: str, jobs: int) -> tuple[Article, list[str]]:
    """Make a work report with what it looks back on and what it sets."""
    government = f"{place}人民政府" if place else "国务院"
    return Article(f"{place}{year}", f"{year}年{place}政府工作报告", author=government), [
        f"过去一年，城镇新增就业{jobs - 3}万人，城镇调查失业率5.1%。",
        f"今年的主要预期目标是：生产总值增长{rate}左右；城镇新增就业{jobs}万人；城镇调查失业率5.5%左右。",
        "加快建设灯塔工厂，推进老旧街区更新。",
    ]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """Reports of two years and three places, and a law."""
    reports = [
        report(2019, "", "6%", 1100),
        report(2021, "", "6.5%", 1120),
        report(2026, "甘肃省", "5.6%", 33),
        report(2026, "青海省", "4.6%", 7),
        report(2025, "青海省", "4.4%", 6),
    ]
    law = Article("leave", "休假规定"), ["工龄满二十年的，休假15天。", "休假期间工资照发。"]
    return Shelf(dict([*reports, law]))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("2021年经济增长目标是多少", "2021-2"),
        ("经济增长目标 2019", "2019-2"),
        ("21年GDP增速目标", "2021-2"),
        ("二〇一九年新增就业目标", "2019-2"),
        ("今年失业率目标", "2021-2"),
        ("去年甘肃失业率多少", "甘肃省2026-1"),
        ("2026甘肃失业率目标", "甘肃省2026-2"),
        ("青海今年新增就业多少人", "青海省2026-2"),
        ("青海2025年增速目标", "青海省2025-2"),
        ("青海 灯塔工厂", "青海省2026-3"),
        ("工龄满二十年休假多少天", "leave-1"),
        ("2021年政府工作报告", "2021-1"),
    ],
)
def test_the_report_of_the_year_and_place_answers(shelf: Shelf, typed: str, first: str) -> None:
    """The words of a slot need not stand in the text: title and date meet it; 今年 is the newest report's year."""
    assert shelf.first(typed) == first


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2020年失业率目标", ("2020年", "2019年", "2021年")),
        ("甘肃2024年GDP目标", ("甘肃2024年", "2026年")),
        ("2030年政府工作报告", ("2030年", "2019年", "2021年")),
        ("西藏2026年失业率目标", ("西藏", "甘肃", "青海")),
    ],
)
def test_a_slot_that_nothing_meets_is_refused_with_what_there_is(
    shelf: Shelf, typed: str, said: tuple[str, ...]
) -> None:
    """The refusal names the year or place that is lacking, and those of which there are reports."""
    found = shelf.search(typed)
    assert not found.answered
    assert found.refusal.said == said


@pytest.mark.parametrize(
    ("typed", "firsts", "unanswered"),
    [
        ("2019与2021年GDP目标对比", ["2019-2", "2021-2"], []),
        ("2021 2019 新增就业目标", ["2021-2", "2019-2"], []),
        ("甘肃和青海的GDP目标", ["甘肃省2026-2", "青海省2026-2"], []),
        ("2019年和2020年失业率目标", ["2019-2"], ["2020年"]),
    ],
)
def test_the_sides_of_a_comparison_come_in_turn(
    shelf: Shelf, typed: str, firsts: list[str], unanswered: list[str]
) -> None:
    """Each side is looked for by itself, in the order of the query; one without an answer is told."""
    found = shelf.search(typed)
    assert [one.section.code for one in found.matches[: len(firsts)]] == firsts
    assert [one.asked for one in found.sides if not one.answered] == unanswered


def test_what_is_not_wanted_is_left_out(shelf: Shelf) -> None:
    """灯塔工厂 不要青海的 finds those of other reports alone."""
    found = shelf.search("灯塔工厂 不要青海的")
    assert found.answered
    both = [at for one in found.matches for at in (one.section, *one.also)]
    assert not any(at.article.startswith("青海") for at in both)


def test_a_title_gives_the_date_that_an_article_lacks(shelf: Shelf) -> None:
    """日期:2019 lets the report of 2019 through, whose title alone says so."""
    assert {one.section.article for one in shelf.search("日期:2019 失业率").matches} == {"2019"}


FRAMES = (
    "{place}{year}年冰雪运动",
    "{year} {place} 冰雪运动目标",
    "{place}今年冰雪运动投入多少",
    "{year}年{place}政府工作报告 冰雪",
    "{place} 失业率 {year}",
)


@pytest.mark.parametrize("frame", FRAMES)
def test_no_refusal_denies_a_year_or_place_that_there_is(shelf: Shelf, frame: str) -> None:
    """Where a report is of the year and place, nothing is said to be lacking of either, whatever else is asked."""
    for article in shelf.articles.values():
        if "工作报告" in article.title:
            year, place = article.title[:4], article.title[5:].removesuffix("政府工作报告")
            found = shelf.search(frame.format(year=year, place=place))
            assert found.answered or found.refusal.claim not in {"year", "place"}, article.title


def review(year: int, grain: int, jobs: int) -> tuple[Article, list[str], list[str]]:
    """Make a county's report whose review of the year before stands under a heading of its own."""
    article = Article(f"county{year}", f"{year}年青屏县人民政府工作报告")
    texts = [
        f"粮食总产量达到{grain}万吨，城镇新增就业{jobs - 100}人。",
        f"今年的预期目标是：城镇新增就业{jobs}人以上。",
    ]
    return article, texts, [f"一、{year - 1}年工作回顾", f"二、{year}年工作安排"]


@pytest.fixture(scope="module")
def county() -> Shelf:
    """Two reports in a row of a county that is on no list of places."""
    some = [review(2023, 41, 3200), review(2024, 43, 3500)]
    headings: dict[str, tuple[str, ...]] = {
        f"{article.id}-{number}": (heading,)
        for article, _, own in some
        for number, heading in enumerate(own, 1)
    }
    return Shelf({article: texts for article, texts, _ in some}, headings)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("2023年粮食产量", ["county2024-1"]),
        ("2022年粮食产量", ["county2023-1"]),
        ("2024年粮食产量", []),
        ("青屏县2023年粮食产量是多少", ["county2024-1"]),
        ("2023年青屏新增就业多少人", ["county2023-2", "county2024-1"]),
        ("2023年青屏县新增就业目标", ["county2023-2"]),
        ("青屏县2022年和2023年的粮食产量", ["county2023-1", "county2024-1"]),
        ("青屏县2023年和2024年的粮食产量", ["county2024-1"]),
        ("2023年和2024年的新增就业目标分别是多少", ["county2023-2", "county2024-2"]),
    ],
)
def test_what_a_report_looks_back_on_is_of_the_year_before(
    county: Shelf, typed: str, codes: list[str]
) -> None:
    """The grain of 2023 stands in the report of 2024; what the report of 2023 tells of 2022 is another figure."""
    found = county.search(typed)
    assert [match.section.code for match in found.matches if match.score >= ANSWERED] == codes


def test_a_place_that_only_its_report_knows_is_a_place(county: Shelf) -> None:
    """A county is on no list: its report's title says that it is one, and a refusal names it."""
    found = county.search("青屏县2020年新增就业目标")
    assert not found.answered
    assert found.refusal.said == ("青屏县2020年", "2023年", "2024年")
