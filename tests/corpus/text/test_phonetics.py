"""The phonetic layer, and pinyin as people type it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.phonetics import initials, sounds
from corpus.text.pinyin import cuts, spellings, toneless
from corpus.text.tables import syllables


def named(symbols: str) -> list[str]:
    """Read symbols back as syllables."""
    names = {symbol: name for name, symbol in syllables().items()}
    return [names.get(symbol, symbol) for symbol in symbols]


def test_homophones_sound_alike() -> None:
    """A wrong character with the right sound gives the same symbols."""
    assert sounds("数字工将") == sounds("数字工匠")


def test_a_phrase_reads_as_people_say_it() -> None:
    """Heteronyms are read by phrase: 行 in 银行 is hang, in 行动 xing."""
    assert named(sounds("银行行动")) == ["yin", "hang", "xing", "dong"]


def test_letters_stand_for_themselves() -> None:
    """What has no syllable keeps its place."""
    assert named(sounds("g20峰会")) == ["g", "2", "0", "feng", "hui"]


def test_initials_are_first_letters() -> None:
    """Each syllable gives its first letter."""
    assert initials(sounds("数字工匠1+n")) == "szgj1+n"


@given(st.text(max_size=80))
def test_sounds_keep_the_length(text: str) -> None:
    """A spelt text is as long as the text, so that places agree."""
    assert len(sounds(text)) == len(text)


@pytest.mark.parametrize(
    "typed",
    [
        "shuzigongjiang",
        "shu zi gong jiang",
        "shu4zi4gong1jiang4",
        "shù zì gōng jiàng",
        "数字gongjiang",
        "Shuzi Gongjiang",
    ],
)
def test_pinyin_is_read_however_it_is_typed(typed: str) -> None:
    """Joined, spaced, with tone digits or marks, mixed with characters: the first reading is the same."""
    assert spellings(typed)[0] == sounds("数字工匠")


def test_both_cuts_of_joined_pinyin_are_tried() -> None:
    """The letters fangan may be 方案 or 反感."""
    assert {tuple(named(way)) for way in cuts("fangan")} == {("fang", "an"), ("fan", "gan")}


def test_words_that_are_no_pinyin_have_no_reading() -> None:
    """Letters that no syllables make are not spelt."""
    assert spellings("heat 喷流") == []


def test_u_umlaut_is_v() -> None:
    """Ü is typed v, and loses its tone and keeps its dots."""
    assert toneless("lǜ") == "lv"
