"""What is allowed and what is denied: a question finds the clause that rules it, a wrong statement is told."""

from __future__ import annotations

import pytest

from corpus.text.normalize import normalize
from corpus.text.polarity import denied_before, is_cut_denial, is_open, polarity
from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import Shelf

CLUB = Article("club", "社团章程示范文本")
BOAT = Article("boat", "内河游船管理办法")


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """Two texts of rules that allow and deny."""
    return Shelf(
        {
            CLUB: [
                "第七条 社团负责人每届任期四年，连任不得超过两届。",
                "第八条 有下列情形之一的，不得担任社团负责人：",
                "第九条 现职教师可以担任社团顾问，顾问不领取报酬。",
                "第十条 社团不得向会员收取入会押金。",
                "第十一条 会员可以随时退出社团，社团应当在三十日内办结。",
            ],
            BOAT: [
                "第五条 游船应当在核定航线内行驶，不得夜间靠泊无人岛。",
                "第六条 乘客可以携带导盲犬上船。",
                "第七条 船员不可以在值班期间饮酒。",
            ],
        }
    )


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("能不能向会员收取入会押金", "club-4"),
        ("社团可不可以收取入会押金", "club-4"),
        ("现职教师能不能担任社团顾问", "club-3"),
        ("谁不得担任社团负责人", "club-2"),
        ("可以担任社团负责人吗", "club-2"),
        ("游船能否夜间靠泊无人岛", "boat-1"),
        ("值班期间船员能不能饮酒", "boat-3"),
        ("乘客能带导盲犬上船吗", "boat-2"),
    ],
)
def test_a_question_finds_the_clause_that_rules_it(shelf: Shelf, typed: str, code: str) -> None:
    """Whether the clause allows or denies, it answers 能不能."""
    assert shelf.first(typed) == code


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("可以担任社团负责人", "不得担任社团负责人"),
        ("社团可以向会员收取入会押金", "第十条 社团不得向会员收取入会押金"),
        ("现职教师不得担任社团顾问", "第九条 现职教师可以担任社团顾问"),
        ("会员不得随时退出社团", "第十一条 会员可以随时退出社团"),
        ("不可以携带导盲犬", "第六条 乘客可以携带导盲犬上船"),
        ("可以在值班期间饮酒", "第七条 船员不可以在值班期间饮酒"),  # it stands there, behind 不
        ("游船可以夜间靠泊无人岛", "不得夜间靠泊无人岛"),
    ],
)
def test_a_statement_of_the_wrong_polarity_is_near_and_told(shelf: Shelf, typed: str, told: str) -> None:
    """It is never exact, and the clause that says the contrary is told."""
    found = shelf.search(typed)
    assert found.answered
    assert found.matches[0].matched == "near"
    assert found.did_you_mean == told


@pytest.mark.parametrize(
    "typed", ["不得担任社团负责人", "会员可以随时退出社团", "不可以在值班期间饮酒", "担任社团负责人"]
)
def test_a_statement_as_it_stands_is_exact(shelf: Shelf, typed: str) -> None:
    """With its own polarity, or with none, nothing is told."""
    found = shelf.search(typed)
    assert found.matches[0].matched == "exact"
    assert found.did_you_mean is None


@pytest.mark.parametrize(
    ("text", "ruled"),
    [
        ("可以停泊", "allows"),
        ("不可以停泊", "denies"),
        ("不得停泊", "denies"),
        ("不得不停泊", None),
        ("能不能停泊", None),
        ("可以停泊吗", None),
        ("停泊的船只", None),
        ("可以停泊，不得过夜", None),
    ],
)
def test_polarity_of_a_text(text: str, ruled: str | None) -> None:
    """One that allows, one that denies, and neither for both, for none and for a question."""
    assert polarity(normalize(text)) == ruled
    assert is_open(text) == (text in {"能不能停泊", "可以停泊吗"})


def test_what_denies_is_found_before_its_verb() -> None:
    """The word that denies stands right before it; 不可以停泊 does not allow 可以停泊."""
    assert denied_before("船只不得停泊", 4) == len("船只")
    assert denied_before("船只可以停泊", 4) == len("船只可以")
    assert is_cut_denial("可以停泊", "船只不可以停泊")
    assert not is_cut_denial("可以停泊", "船只不可以停泊，检修时可以停泊")
