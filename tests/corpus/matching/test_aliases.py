"""Short forms and what they stand for."""

from __future__ import annotations

import pytest

from corpus.matching.aliases import expansions, introduced, listed


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("香港特别行政区（以下简称香港特区）", ("香港特区", "香港特别行政区")),
        ("根据数字工匠培育工程(以下简称“数匠工程”)。", ("数匠工程", "数字工匠培育工程")),
        ("各级国家自主创新示范区（简称：自创区）", ("自创区", "自主创新示范区")),
    ],
)
def test_a_text_introduces_its_short_forms(text: str, pair: tuple[str, str]) -> None:
    """The full form is the end of what stands before the bracket that holds the short form's characters."""
    assert introduced(text) == (pair,)


def test_a_name_that_is_no_abbreviation_is_not_learnt() -> None:
    """Characters that are not in the name give nothing."""
    assert introduced("某某公司（以下简称甲方）") == ()


def test_the_curators_list_is_folded() -> None:
    """A listed form is found whatever its case."""
    assert "国内生产总值" in listed("gdp")


def test_short_forms_are_found_among_words() -> None:
    """Words in a row may together be a short form, and the library's own forms count."""
    (found,) = expansions((("双", "创"),), lambda short: ("双倍创造",) if short == "双创" else ())
    assert found.words == ("双", "创")
    assert "双倍创造" in found.full


def test_a_whole_piece_may_be_a_short_form_of_many_words() -> None:
    """A name that no dictionary has falls into more words than are tried in a row."""
    words = ("山", "智", "停", "平", "台")
    (found,) = expansions((words,), lambda short: ("山城智慧停车平台",) if short == "山智停平台" else ())
    assert found.words == words
