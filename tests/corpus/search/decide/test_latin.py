"""Latin words and numbers are found where they stand as typed, between their borders, and nowhere else."""

from __future__ import annotations

import pytest

from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import FIRST, Shelf

MANUAL = Article("manual", "算力使用手册")
TEXTS = [
    "加快发展AI产业，建成5G基站12万个。",
    "The MAIN domain is open to OpenAI partners.",
    "算力规模达到80EFLOPS，GDP增长3.5%。",
    "PM2.5平均浓度下降，森林覆盖率35%，增速13.5％。",
    "培育 eVTOL 整机企业，2012年起步，到2026.12.01已有1,000家。",
    "搭建“1+N”平台，推广Wi-Fi和Ｇ６０科创走廊。",
    "He said so. 人才合理流动。",
]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """Sections with words and numbers in every neighbourhood."""
    return Shelf({FIRST: TEXTS})


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("AI", {1}),
        ("ai", {1}),
        ("ＡＩ", {1}),
        ("“AI”", {1}),
        ("main", {2}),
        ("openai", {2}),
        ("EFLOPS", {3}),
        ("80EFLOPS", {3}),
        ("80 eflops", {3}),
        ("gdp", {3}),
        ("3.5%", {3}),
        ("3.5", {3}),
        ("３．５％", {3}),
        ("PM2.5", {4}),
        ("pm2.5", {4}),
        ("35%", {4}),
        ("13.5%", {4}),
        ("5G", {1}),
        ("12", {1, 5}),  # of a date with two points each part is a number
        ("2012", {5}),
        ("2026", {5}),
        ("1,000", {5}),
        ("eVTOL", {5}),
        ("EVTOL", {5}),
        ("1+N", {6}),
        ("１＋Ｎ", {6}),
        ("Wi-Fi", {6}),
        ("G60", {6}),
        ("g60科创走廊", {6}),
        ("he", {7}),
        ("He said so", {7}),
        ("N", {6}),  # one letter or digit is a word like any other
        ("5", {1}),  # of 5G: the letter is a border
        ("5%", set()),
        ("1000", {5}),  # the commas of a number may be left out
        ("１，０００", {5}),
        ("000", set()),
        ("AI？", {1}),
        ("PM2", set()),
        ("2", set()),
        ("2025", set()),
        ("flops", set()),
        ("doma", set()),
        ("G6", set()),
    ],
)
def test_what_stands_as_typed_is_the_answer(shelf: Shelf, typed: str, numbers: set[int]) -> None:
    """In any case and width; a letter beside a letter and a digit beside a digit are no border, a number is one."""
    found = shelf.search(typed)
    assert {match.section.number for match in found.matches if match.matched == "exact"} == numbers
    assert found.answered == bool(numbers)


@pytest.mark.parametrize(
    ("typed", "said"), [("ai", ["AI"]), ("5g", ["5G"]), ("3.5%", ["3.5%"]), ("n", ["N"])]
)
def test_only_the_places_where_it_stands_are_marked(typed: str, said: list[str]) -> None:
    """The same letters inside a longer word, or digits inside a longer number, are not."""
    shelf = Shelf({FIRST: ["MAIN站说AI，15Gb或5G，增长13.5%后3.5%，建设1+N平台。"]})
    (found,) = shelf.search(typed).matches
    assert [found.section.text[start:end] for start, end in found.spans] == said


def test_words_that_stand_apart_are_an_answer_where_all_of_them_stand() -> None:
    """Two words typed with a space need not meet, but no section answers that has only one of them."""
    shelf = Shelf({FIRST: ["推广5G基站，发展AI产业。", "发展AI产业。", "推广5G基站。"]})
    found = shelf.search("AI 5G")
    assert ([match.section.number for match in found.matches], found.matches[0].rule) == ([1], "apart")
    assert not shelf.search("AI G20").answered


def test_a_word_with_other_marks_inside_is_near() -> None:
    """Who leaves out a hyphen means the same word; the answer is not called exact."""
    (found,) = Shelf({FIRST: ["推广Wi-Fi覆盖。"]}).search("wifi").matches
    assert (found.matched, found.rule) == ("near", "apart")


def test_exact_standing_goes_before_what_only_sounds_so() -> None:
    """A word of the text that is pinyin too is the word first; what it sounds like may follow."""
    shelf = Shelf({FIRST: ["建设城市客厅。", "培育数字工匠。", "The SHUZI plan."]})
    found = shelf.search("shuzi")
    assert [match.section.number for match in found.matches] == [3, 2]
    assert found.matches[0].matched == "exact"


def test_a_word_is_found_though_many_longer_ones_hold_its_letters() -> None:
    """However many sections come first that hold the letters inside other words."""
    shelf = Shelf({FIRST: [*(f"MAIN rain {at}x" for at in range(300)), "发展AI产业。"]})
    found = shelf.search("AI")
    assert [match.section.number for match in found.matches] == [301]
    assert not found.more


@pytest.mark.parametrize("typed", ["1.9", "2-0"])
def test_a_number_is_found_though_many_longer_ones_hold_its_digits(typed: str) -> None:
    """1.9 stands behind hundreds of years that begin with 19, and a result of 2-0 behind those that hold 20."""
    shelf = Shelf(
        {
            FIRST: [
                *(f"自19{at % 90 + 10}年至20{at % 90 + 10}年。" for at in range(400)),
                "Mono 1.9以2-0胜出。",
            ]
        }
    )
    assert [match.section.number for match in shelf.search(typed).matches] == [401]


def test_a_word_of_a_title_or_heading_alone_is_found_by_it() -> None:
    """G20 in a heading brings the sections under it, marked as found by the heading."""
    shelf = Shelf(
        {MANUAL: ["深化合作成果。"]}, headings={"manual": ("落实G20峰会成果", "强度大于7.62×104米")}
    )
    for typed in ("g20", "7.62", "104"):
        assert [match.matched for match in shelf.search(typed).matches] == ["heading"]
    assert not shelf.search("g2").answered


def test_filters_hold_for_words_as_well() -> None:
    """文章: leaves the others out, however many hold the word."""
    shelf = Shelf({FIRST: [f"发展AI产业{at}。" for at in range(250)], MANUAL: ["使用AI算力。"]})
    assert [match.section.article for match in shelf.search("AI 文章:算力").matches] == ["manual"]


@pytest.mark.parametrize("typed", ["MAI", "ＡＰＰ", "app", "５Ｇｓ", "數字", "数字", "eflop"])
def test_nothing_that_is_offered_is_the_query_itself(typed: str) -> None:
    """Neither in the terms nor as did-you-mean, once case, width and script are folded."""
    found = Shelf({FIRST: ["强化MAI站APP，5GS与数。", "量子字节80EFLOPS。"]}).search(typed)
    offered = {term.casefold() for term in (*found.suggestions, found.did_you_mean or "")}
    assert offered.isdisjoint({"mai", "app", "5gs", "数字", "數字", "eflop"})


FIGURES = [
    "接待游客18.52万人次，运营里程580公里，投资1230亿元，预警240小时。",
    "新增就业5.2万人，投资12.3亿元，落实24小时值班，建设80 公里绿道。",
]


@pytest.mark.parametrize("typed", ["5.2万人", "80公里", "12.3亿元", "24小时", "新增5.2万人", "投资 12.3亿元"])
def test_a_number_with_its_unit_is_answered_by_that_number(typed: str) -> None:
    """Where it stands it is the one answer; where only longer ones stand, nothing is, nor is another one offered."""
    assert [match.section.number for match in Shelf({FIRST: FIGURES}).search(typed).matches] == [2]
    found = Shelf({FIRST: FIGURES[:1]}).search(typed)
    assert not found.answered
    assert not any(char.isdigit() for term in (*found.suggestions, found.did_you_mean or "") for char in term)


def test_a_long_query_with_a_wrong_number_is_near_and_never_exact() -> None:
    """Who remembers a sentence may be wrong in its number, and is shown that the text says another one."""
    found = Shelf({FIRST: ["运营里程超过580公里，中心城区累计建成轨道交通。"]}).search(
        "80公里，中心城区累计建成轨道交通"
    )
    assert found.answered
    assert {match.matched for match in found.matches} == {"near"}
