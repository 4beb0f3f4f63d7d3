"""Names said in passing: meant for sure, or nothing but words."""

from __future__ import annotations

import pytest

from corpus.initiatives.passing import in_passing, is_distinctive
from corpus.initiatives.spotting import Spotter


@pytest.mark.parametrize(
    "name", ["数字工匠", "梦想小镇", "林长制", "医共体", "大湾区", "一带一路", "双创", "1+n", "2035愿景"]
)
def test_a_name_of_its_own_is_distinctive(name: str) -> None:
    """It is known nationwide, or nobody says it by chance."""
    assert is_distinctive(name)


@pytest.mark.parametrize(
    "name", ["高地", "一件事", "三类", "321", "15条", "1+2", "黑名单", "两新", "走出去", "一张图"]
)
def test_everyday_talk_is_not(name: str) -> None:
    """Words, counts and numbers, though some paper puts them in quotation marks."""
    assert not is_distinctive(name)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("还有一件事要说", []),
        ("推进“一件事”改革", ["一件事"]),
        ("那个一件事到底是什么", ["一件事"]),
        ("一件事是哪里的提法", ["一件事"]),
        ("数字工匠和一件事", ["数字工匠"]),
    ],
)
def test_a_plain_word_counts_in_quotation_marks_or_when_asked_about(text: str, meant: list[str]) -> None:
    """A mark or a question shows that a term is meant."""
    spotter = Spotter({"一件事": "一件事", "数字工匠": "数字工匠"})
    assert [one.name for one in in_passing(text, spotter.spot(text))] == meant
