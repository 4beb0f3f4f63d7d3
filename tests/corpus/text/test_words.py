"""Running text cut into words, and read in simplified script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.script import simplified
from corpus.text.words import cut, cut_message, is_word

TEXTS = st.text(st.sampled_from("实施數字工匠G20计划，。“” \n1+") | st.characters(), max_size=40)


@given(TEXTS)
def test_words_joined_are_the_text(text: str) -> None:
    """Marks and white space are words too, whichever dictionary cuts."""
    assert "".join(cut(text)) == text
    assert "".join(cut_message(text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("实施计划。", ["实施", "计划", "。"]),
        ("G20峰会", ["G20", "峰会"]),
        ("1+X 证书", ["1", "+", "X", " ", "证书"]),
    ],
)
def test_letters_and_digits_in_a_row_are_a_word_and_each_mark_one(text: str, words: list[str]) -> None:
    """Both dictionaries cut alike."""
    assert cut(text) == words
    assert cut_message(text) == words


def test_a_common_word_is_cut_as_one() -> None:
    """计划 is a word, 快递下乡 is two."""
    assert is_word("计划")
    assert not is_word("快递下乡")


@given(TEXTS)
def test_simplified_script_keeps_every_place(text: str) -> None:
    """One character stands for one, so offsets hold; what is simplified already stays."""
    plain = simplified(text)
    assert len(plain) == len(text)
    assert simplified(plain) == plain


def test_radicals_and_variants_are_read_as_what_they_print() -> None:
    """⼯ is 工, 數 is 数."""
    assert simplified("數字⼯匠") == "数字工匠"
