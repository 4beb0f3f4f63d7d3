"""What changed in wording: runs that cover both texts, deaf to width and quotes."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.text.normalize import normalize
from corpus.versions.difference import headings, passages, runs
from corpus.vocabulary import Section


def section(code: str, text: str, number: int = 1) -> Section:
    """Make a section with a code."""
    return Section("plan", number, ("总则",), text, 0, code)


def test_runs_name_what_changed() -> None:
    """A changed number is one run, between two that stayed."""
    found = runs("到2025年，全省数字经济增加值达到五万亿元。", "到2027年，全省数字经济增加值达到六万亿元。")
    assert [(run.same, run.old, run.new) for run in found] == [
        (True, "到202", "到202"),
        (False, "5", "7"),
        (True, "年，全省数字经济增加值达到", "年，全省数字经济增加值达到"),
        (False, "五", "六"),
        (True, "万亿元。", "万亿元。"),
    ]


def test_changes_with_a_single_character_between_them_are_one() -> None:
    """A lone character in common is chance, and would make the difference hard to read."""
    found = runs("大力推进产业数字化", "大力深化产业智能化")
    assert [(run.old, run.new) for run in found if not run.same] == [("推进", "深化"), ("数字", "智能")]
    assert [run.same for run in runs("甲乙的丙丁", "戊己的庚辛")] == [False]


def test_width_and_quotes_are_no_change() -> None:
    """Other quotes, a space, full width: nothing to report."""
    old, new = section("a", "培育“数字工匠”，办好 G20峰会"), section("a", "培育「数字工匠」，办好Ｇ20 峰会")
    assert passages([old], [new]) == ()
    assert headings(["一、“双创”"], ["一、「双创」"]) == ()


@given(
    st.text(alphabet="数字工匠“”「 Ａa1，", max_size=30), st.text(alphabet="数字工匠“”「 Ａa1，", max_size=30)
)
def test_runs_cover_both_texts(old: str, new: str) -> None:
    """Joined they give the two texts, they alternate, and only what is called the same is the same."""
    found = runs(old, new)
    assert "".join(run.old for run in found) == old
    assert "".join(run.new for run in found) == new
    assert all(one.same != other.same for one, other in pairwise(found))
    assert all(normalize(run.old) == normalize(run.new) for run in found if run.same)


def test_passages_are_compared_by_code() -> None:
    """Removed ones first, then the new order; a passage that only moved is no change of wording."""
    old = [
        section("a", "甲段说明总体要求。", 1),
        section("b", "乙段列出任务。", 2),
        section("c", "丙段。", 3),
    ]
    new = [section("c", "丙段。", 1), section("a", "甲段说明基本要求。", 2), section("d", "丁段。", 3)]
    found = passages(old, new)
    assert [(one.kind, one.code, one.old_number, one.new_number) for one in found] == [
        ("removed", "b", 2, None),
        ("edited", "a", 1, 2),
        ("added", "d", None, 3),
    ]


def test_headings_are_compared_by_likeness() -> None:
    """A heading has no code: the most alike is taken for the same."""
    found = headings(
        ["一、加快数字产业化发展步伐", "二、组织保障"], ["一、加快推进数字产业化发展步伐", "二、要素支撑体系"]
    )
    assert [(one.kind, one.old, one.new) for one in found] == [
        ("removed", "二、组织保障", None),
        ("edited", "一、加快数字产业化发展步伐", "一、加快推进数字产业化发展步伐"),
        ("added", None, "二、要素支撑体系"),
    ]
