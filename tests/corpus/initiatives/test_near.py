"""Two rules of nearness, each with its threshold: a slip in a name, and a part of a name."""

import pytest

from corpus.initiatives.near import near

NAMES = {
    name: name
    for name in ("数字工匠", "一带一路", "乡村振兴战略", "河长制", "数字丝绸之路", "开放型经济新体制")
} | {"乡村振兴": "乡村振兴战略"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("一代一路", "一带一路"),
        ("数字工将", "数字工匠"),
        ("那个数字工将到底是什么提法", "数字工匠"),
        ("數字絲綢之道", "数字丝绸之路"),
        ("乡村振新战路", "乡村振兴战略"),
        ("数字匠", "数字工匠"),
    ],
)
def test_a_slip_finds_the_name(text: str, name: str) -> None:
    """One character in four may be wrong or missing, two in eight, also inside a question."""
    best = near(text, NAMES)[0]
    assert (best.name, best.rule) == (name, "slip")


@pytest.mark.parametrize("text", ["林长制", "今天下午开会", "数学老师", "字", ""])
def test_what_is_too_far_finds_nothing(text: str) -> None:
    """Names of three characters differ by one; two wrong in four are no slip."""
    assert near(text, NAMES) == ()


def test_a_part_finds_the_name() -> None:
    """Half a name is enough, by any way of writing it; a quarter is not."""
    assert [(one.name, one.rule, one.score) for one in near("乡村", NAMES)] == [("乡村振兴战略", "part", 0.5)]
    assert near("开放", NAMES) == ()


def test_what_stands_there_is_found_and_not_near() -> None:
    """A name written rightly is left to the exact look-up."""
    assert near("数字工匠", NAMES) == ()
