"""The numbers of a law's parts, in every form in which a pattern meets them."""

from __future__ import annotations

import re

import pytest

from corpus.text.clause_references import (
    ARTICLE,
    INSERTED,
    TYPED_ARTICLE,
    TYPED_ITEM,
    is_clause_number,
    is_division_number,
    opening_article,
)

OPENINGS = [
    ("第一条 为了", "第一条 "),
    ("第三条之一　经营者", "第三条之一　"),
    ("第三条之十一经营者", "第三条之十一"),
    ("第12条之2 经营者", "第12条之2 "),
    ("第１２条", "第１２条"),
    ("第一百三十三条\n违反", "第一百三十三条\n"),
    ("第十条之后，", "第十条"),
    ("第十条之2025年", "第十条"),
    ("依照第三条", ""),
    ("第三款", ""),
    ("第 三 条", ""),
    ("第条", ""),
    ("第12345678条", ""),
]
DIVISIONS = [
    ("第一编", True, False),
    ("第二章", True, False),
    ("第３节", True, False),
    ("第十条", True, True),
    ("第十条之一", True, False),
    ("第两款", True, True),
    ("第3项", True, True),
    ("第一部", True, False),
    ("第一部分", False, False),
    ("第十条 ", False, False),
    ("本条", False, False),
    ("第一季度", False, False),
]


@pytest.mark.parametrize(("text", "opening"), OPENINGS)
def test_a_text_opens_with_an_articles_number(text: str, opening: str) -> None:
    """The number is given as printed, with 之一 and the blanks behind it; a reference, a blank inside is none."""
    assert opening_article(text) == opening


@pytest.mark.parametrize(("text", "division", "clause"), DIVISIONS)
def test_a_number_alone_is_known(text: str, division: bool, clause: bool) -> None:  # noqa: FBT001 - a row's answers
    """Every part of a law has a number; that of an article, paragraph or item is a clause's."""
    assert (is_division_number(text), is_clause_number(text)) == (division, clause)


@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("第十条", ("十", None)),
        ("第 10 条", ("10", None)),
        ("第133条之一", ("133", "之一")),
        ("第133条之1", ("133", "之1")),
        ("第三条之2025年", ("三", None)),
    ],
)
def test_a_typed_article_is_taken_apart(typed: str, groups: tuple[str, str | None]) -> None:
    """Blanks round the number are left out; a year behind 之 is no part of it."""
    found = re.match(TYPED_ARTICLE, typed)
    assert found is not None
    assert found.groups() == groups


def test_a_typed_paragraph_may_hold_blanks() -> None:
    """第 2 款 is typed for 第2款, and 第2条 is no paragraph."""
    assert re.fullmatch(TYPED_ITEM, "第 2 款")
    assert re.fullmatch(TYPED_ITEM, "第二项")
    assert not re.fullmatch(TYPED_ITEM, "第2条")


def test_a_piece_can_be_made_optional() -> None:
    """Each piece is a group of its own: behind it ? speaks of all of it."""
    assert re.fullmatch(f"{ARTICLE}?规定", "规定")
    assert re.fullmatch(f"第三条{INSERTED}?", "第三条")
