"""Which characters are Chinese ones, in a pattern and alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.layout.columns import is_ideograph
from corpus.text.han import HAN, is_han
from corpus.text.normalize import normalize

ROWS = [
    ("一", True),
    ("龥", True),
    ("鿿", True),
    ("㐀", True),
    ("䲟", True),
    ("𡢲", True),
    ("𫚭", True),
    ("〇", False),
    ("、", False),
    ("か", False),
    ("한", False),
    ("A", False),
    ("１", False),
    ("", False),
]


@pytest.mark.parametrize(("character", "han"), ROWS)
def test_a_chinese_character_is_known(character: str, han: bool) -> None:  # noqa: FBT001 - a row's answer
    """A common character, a rare one, and one beyond the first plane are Chinese; marks, kana and letters are not."""
    assert is_han(character) is han


@given(st.characters())
def test_the_pattern_and_the_question_agree(character: str) -> None:
    """What stands in the class of a pattern is what the question answers yes to."""
    assert is_han(character) == bool(re.match(f"[{HAN}]", character))


@pytest.mark.parametrize("character", ["\uf900", "〇"])
def test_a_page_sets_more_as_one_character(character: str) -> None:
    """A compatibility ideograph and 〇 stand on a page as Chinese characters do, and are no unified ones."""
    assert is_ideograph(character)
    assert not is_han(character)


def test_a_compatibility_ideograph_is_unified_before_it_is_compared() -> None:
    """That is why the range of all patterns can do without them."""
    assert is_han(normalize("\uf900"))
