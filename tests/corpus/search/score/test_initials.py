"""First letters of syllables are read in whole words, and letters that are a word are no pinyin."""

from __future__ import annotations

import pytest

from corpus.search.score.initials import best_initials, rareness
from corpus.text.phonetics import sounds
from tests.corpus.search.in_memory_library import FIRST, Shelf

TEXTS = [
    "加快培育数字工匠，发展人工智能产业。",
    "管理部门备案后，依法判定法律责任。",
    "应当扩大白酒产业规模。",
    "对妨碍辅助驾驶的行为予以处罚。",
    "人工智能为制造业赋能。",
]


@pytest.mark.parametrize(
    ("letters", "text", "told"),
    [
        ("szgj", "培育数字工匠队伍", "数字工匠"),
        ("gxq", "依法行使管辖权", "管辖权"),
        ("mba", "管理部门备案后", ""),  # the end of 部门 and 备案
        ("szgj", "第十章公交", ""),  # no such letters at all: d, s, z, g, j run over the start of 第十
        ("gxqgxq", "管辖权管辖权", "管辖权管辖权"),
    ],
)
def test_initials_begin_and_end_with_words(letters: str, text: str, told: str) -> None:
    """Letters mean whole words of the text, never the end of one and the beginning of the next."""
    whole, (start, end) = best_initials(letters, text, sounds(text))
    assert text[start:end] == told
    assert (whole > 0) is bool(told)


def test_of_two_places_the_one_of_fewer_words_is_meant() -> None:
    """One word says more than two that happen to begin so."""
    text = "我们共享权利，也尊重管辖权"
    _, (start, end) = best_initials("gxq", text, sounds(text))
    assert text[start:end] == "管辖权"


def test_letters_say_less_in_a_larger_library_and_more_when_there_are_more_of_them() -> None:
    """Four letters in a row stand in any large library by chance, eight do not."""
    assert rareness("szgj", 100) > rareness("szgj", 100_000)
    assert rareness("szgjpyjh", 100_000) > rareness("szgj", 100_000)


@pytest.mark.parametrize("typed", ["MBA", "PDF", "dbjc"])
def test_letters_of_pieces_of_words_are_no_answer(typed: str) -> None:
    """部[门备案], [判定法]律 and 扩[大白酒产]业 begin so and are no words."""
    assert not Shelf({FIRST: TEXTS}).search(typed).answered


def test_initials_of_a_name_find_it() -> None:
    """What the letters stand for is quoted."""
    found = Shelf({FIRST: TEXTS}).search("szgj")
    assert found.answered
    first = found.matches[0]
    assert [first.section.text[start:end] for start, end in first.spans] == ["数字工匠"]


@pytest.mark.parametrize("typed", ["人工智能 AI", "AI 人工智能", "人工智能（AI）"])
def test_letters_beside_their_full_form_say_nothing_more(typed: str) -> None:
    """The full form is found as it stands."""
    found = Shelf({FIRST: TEXTS}).search(typed)
    assert {match.section.code for match in found.matches} == {"first-1", "first-5"}
    assert {match.matched for match in found.matches} == {"exact"}
    first = found.matches[0]
    assert [first.section.text[start:end] for start, end in first.spans] == ["人工智能"]


def test_letters_in_capitals_are_no_syllable() -> None:
    """AI beside 赋能 is 人工智能 and no 爱 or 碍."""
    shelf = Shelf({FIRST: TEXTS})
    assert shelf.first("AI 赋能") == "first-5"
    assert shelf.search("AI 赋能").kind == "keywords"


def test_a_word_of_the_library_is_no_pinyin_unless_it_sounds_like_what_stands_there() -> None:
    """Letters that sections have as a word are that word; 数字gongjiang is still 数字工匠."""
    shelf = Shelf({FIRST: [*TEXTS, "推广AI和CAN总线技术。", "数字工程由lin公司实施。"]})
    assert shelf.search("can总线").kind != "pinyin"
    assert shelf.search("ai 技术").kind != "pinyin"
    assert shelf.first("数字gongjiang") == "first-1"
