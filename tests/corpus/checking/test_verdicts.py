"""Each verdict of the contract, with its flags, on a small library; and words of it changed by a machine."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.checking.folding import fold
from tests.corpus.checking.library import EARLIER, TEXT, checked

CASES = [
    ("管理单位应当配备三名救生员", "exact", set()),
    ("公布開放時間", "exact", set()),
    ("湖区实行实名预约。预约可以在网上办理。", "exact", set()),
    ("湖区实行实名预约。……游客应当爱护花草树木和公共设施。", "exact", {"elided"}),
    ("管理单位应当配备三名［即三位］救生员，并公布开放时间", "exact", {"inserted"}),
    ("救生员", "exact", {"common"}),
    ("市民可以在东湖游泳。", "truncated", {"limit"}),
    ("任何单位和个人不得在湖边设置摊位。", "truncated", {"limit"}),
    ("在湖边设置摊位。", "truncated", {"negation"}),
    ("应当配备三名救生员，并公布开放时间。", "truncated", {"subject"}),
    ("每日巡查两次，每次不少于30分钟", "truncated", {"strength"}),
    ("管理单位应当配备两名救生员，并公布开放时间。", "superseded", set()),
    ("任何单位和个人可以在湖边设置摊位", "near", {"modality", "negation"}),
    ("门票收入用于湖区的保洁、救护、绿化和设施维修。", "near", {"order"}),
    ("每日巡查两次，每次不少于三十分钟。", "near", {"number_style"}),
    ("每日巡查两次，每次不少于50分钟。", "near", {"number"}),
    ("本市鼓励企业参与公园的建设和养护市民可以在东湖游泳。", "spliced", set()),
    ("量子计算机的补贴标准由省里的财政部门另行公布。", "absent", set()),
]


@pytest.mark.parametrize(("quote", "verdict", "flags"), CASES)
def test_a_quotation_gets_its_verdict(quote: str, verdict: str, flags: set[str]) -> None:
    """The first verdict of the contract whose rule the words meet, and the flags that say what is wrong."""
    found = checked(quote)
    assert (found.verdict, set(found.flags)) == (verdict, flags)


def test_a_claim_that_nothing_meets_is_told() -> None:
    """Words that stand elsewhere are misattributed, those that are near something there have the flag source."""
    words = "公园管理机构应当制定应急预案，并每年演练一次。"
    assert checked(words, "《城市公园条例》").verdict == "exact"
    assert checked(words, "《公园条例》").verdict == "exact"
    assert checked(words, "东湖游泳管理办法").verdict == "misattributed"
    assert "source" in checked(words.replace("一次", "一回"), "东湖游泳管理办法").flags


def test_differences_point_into_both_texts() -> None:
    """The offsets of a difference are those of the quotation as given and of the section's text."""
    found = checked("管理单位应当 配备五名救生员")
    (one,) = found.differences
    assert found.quote[slice(*one.quote)] == "五"
    assert found.section is not None
    assert found.section.text[slice(*one.source)] == "三"


@given(
    st.integers(0, len(TEXT) - 1),
    st.integers(6, 60),
    st.integers(0, 59),
    st.sampled_from(["不", "未", "可以", "五", "省", "全面", ""]),
    st.integers(0, 2),
)
def test_altered_words_are_never_exact(start: int, length: int, at: int, put: str, taken: int) -> None:
    """Whatever is dropped, put in or changed, words that stand nowhere in the text are not called exact."""
    said = TEXT[start : start + length]
    said = said[: at % len(said)] + put + said[at % len(said) + taken :]
    words = fold(said).text.strip("。,;、:…—.")
    if words and words not in fold(TEXT).text and words not in fold(EARLIER).text:
        assert checked(said).verdict not in {"exact", "truncated"}
