"""Permanent codes: made the same everywhere, read however they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.versions.codes import ALPHABET, mint, normal


def test_a_code_is_the_same_on_every_machine() -> None:
    """These codes stand in citations already, so they may never come out otherwise."""
    assert [mint("plan", "数字经济。"), mint("plan", "数字经济。", 2)] == ["k5pj-5y14", "9dbr-rps6"]


@given(article=st.text(), text=st.text(), occurrence=st.integers(1))
def test_a_code_has_eight_letters_that_nobody_misreads(article: str, text: str, occurrence: int) -> None:
    """Any section gets four letters, a hyphen and four letters of Crockford's base 32."""
    code = mint(article, text, occurrence)
    assert [len(code), code[4]] == [9, "-"]
    assert set(code) <= {*ALPHABET, "-"}


@pytest.mark.parametrize(
    "other", [("act", "甲", 1, 0), ("plan", "乙", 1, 0), ("plan", "甲", 2, 0), ("plan", "甲", 1, 1)]
)
def test_each_part_of_a_sections_identity_counts(other: tuple[str, str, int, int]) -> None:
    """Another article, wording, occurrence or salt gives another code."""
    article, text, occurrence, salt = other
    assert mint(article, text, occurrence, salt=salt) != mint("plan", "甲")


def test_width_and_spaces_do_not_count() -> None:
    """The same words in full width or with other spaces are the same section."""
    assert mint("plan", "Ｇ20 峰会") == mint("plan", "G20峰会")


@pytest.mark.parametrize(
    "typed",
    ["k7m2-90x1", "K7M2-90X1", "k7m290x1", " 〔k7m2-9ox1〕", "k7m2 90xl", "ｋ７ｍ２－90xI", "k7m2–90xi"],
)
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    """Case, width, hyphens, brackets and look-alikes do not matter."""
    assert normal(typed) == "k7m2-90x1"


@pytest.mark.parametrize("typed", ["", "k7m2-9xq", "k7m2-9xqdd", "数字经济高质量发展", "k7m2-9xqu"])
def test_what_cannot_be_a_code_is_none(typed: str) -> None:
    """Too short, too long, other letters: no code."""
    assert normal(typed) is None
