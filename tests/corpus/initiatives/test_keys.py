"""A name has one key however it is spelt."""

from __future__ import annotations

import pytest

from corpus.initiatives.keys import key_of


@pytest.mark.parametrize("spelling", ["数字工匠", "數字工匠", "“数字工匠”", "数字 工匠", "数字·工匠"])
def test_spellings_of_a_name_have_one_key(spelling: str) -> None:
    """Script, quotation marks, spaces and marks do not count."""
    assert key_of(spelling) == "数字工匠"


def test_another_name_has_another_key() -> None:
    """Width and case of Latin letters do not count; a longer name is another."""
    assert key_of("Ｇ20峰会") == key_of("g20峰会")
    assert key_of("数字工匠") != key_of("数字工匠工程")


def test_a_name_of_nothing_but_marks_is_its_own_key() -> None:
    """So that two of them are not one."""
    assert key_of("++") != key_of("……")
    assert key_of("++")
