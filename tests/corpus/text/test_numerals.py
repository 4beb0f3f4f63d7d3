"""Numbers in characters and in digits, read and written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.numerals import NUMBER, in_characters, value

VALUES = [("〇", 0), ("十", 10), ("十二", 12), ("二十", 20), ("一百零三", 103), ("一千二百六十", 1260), ("两千", 2000),
          ("〇八", 8), ("二〇一九", 2019), ("23", 23), ("２３", 23), ("", 0)]  # fmt: skip
WRITTEN = [(1, "一"), (10, "十"), (15, "十五"), (20, "二十"), (101, "一百零一"), (110, "一百一十"), (1001, "一千零一"),
           (1010, "一千零一十"), (9999, "九千九百九十九"), (0, "0"), (10_000, "10000"), (-1, "-1")]  # fmt: skip


@pytest.mark.parametrize(("numeral", "number"), VALUES)
def test_a_numeral_has_a_value(numeral: str, number: int) -> None:
    """Chinese and Arabic numerals of either width are read alike; digits in a row need no units."""
    assert value(numeral) == number


@pytest.mark.parametrize(("number", "written"), WRITTEN)
def test_a_number_is_written_as_laws_do(number: int, written: str) -> None:
    """A gap of places is one 零, 十 opens without 一; what laws never count to stays in digits."""
    assert in_characters(number) == written


@given(st.integers(1, 9999))
def test_what_is_written_is_read_again(number: int) -> None:
    """Each number up to 9,999 is one numeral, whichever way it is written, and its value is the number."""
    for written in (str(number), in_characters(number)):
        assert re.fullmatch(NUMBER, written)
        assert value(written) == number
