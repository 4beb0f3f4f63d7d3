"""Radicals are read and searched as the characters that they print."""

from __future__ import annotations

import unicodedata
from unicodedata import name

import pytest

from corpus.radicals import NONE, listed, table, unified
from corpus.text.normalize import normalize, normalize_with_offsets

BLOCKS = [chr(code) for code in (*range(0x2E80, 0x2F00), *range(0x2F00, 0x2FE0)) if name(chr(code), "")]


def test_every_radical_is_listed() -> None:
    """Each assigned code point of both blocks has a unified ideograph, or is listed as having none."""
    assert list(listed()) == BLOCKS
    assert [radical for radical, ideograph in listed().items() if ideograph == NONE] == ["⺀"]
    assert all("\u3400" <= one <= "\u9fff" or one >= "\U00020000" for one in table().values())


@pytest.mark.parametrize("radical", BLOCKS)
def test_the_table_says_what_unicode_itself_says(radical: str) -> None:
    """Where normalization knows a radical, the table has the same ideograph."""
    known = unicodedata.normalize("NFKC", radical)
    assert known in {radical, unified(radical)}


def test_a_text_in_radicals_is_as_long_as_before() -> None:
    """One character stands for one, so that every offset holds."""
    text = "省⼈⺠政府向⼤会作⼯作报告，增⻓，汽⻋，⺀"
    assert unified(text) == "省人民政府向大会作工作报告，增长，汽车，⺀"
    assert len(unified(text)) == len(text)


def test_a_radical_folds_to_its_character() -> None:
    """Query and text of any origin meet, also where Unicode's normalization knows nothing: ⺠, ⻓, ⻋."""
    assert normalize("⼈⺠ 省⻓ 汽⻋ ⾞") == "人民省长汽车车"
    assert list(normalize_with_offsets("⼈⺠ 省⻓").offsets) == [0, 1, 3, 4]
