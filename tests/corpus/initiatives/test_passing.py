"""Names said in passing: meant for sure, or nothing but words."""

from __future__ import annotations

import pytest

from corpus.initiatives.passing import in_passing, in_talk, is_distinctive
from corpus.initiatives.spotting import Spotter


@pytest.mark.parametrize(
    "name",
    ["数字工匠", "梦想小镇", "林长制", "医共体", "大湾区", "点单制", "一带一路", "双创", "1+n", "2035愿景"],
)
def test_a_name_of_its_own_is_distinctive(name: str) -> None:
    """It is known nationwide, or nobody says it by chance."""
    assert is_distinctive(name)


@pytest.mark.parametrize(
    "name", ["高地", "一件事", "三类", "321", "15条", "1+2", "黑名单", "两新", "走出去", "一张图", "三年制"]
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


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("今天会上又提到点单制了", "点单制", True),
        ("题目用以奖代补合适吗", "以奖代补", True),
        ("他说以房养老师不行", "以房养老", False),
        ("带娃难不难", "带娃难", False),
    ],
)
def test_a_short_name_is_more_than_words_that_meet(text: str, name: str, meant: bool) -> None:  # noqa: FBT001 - a row's answer
    """What ends as coined names do is one, and a particle at its beginning need not go with the word before."""
    assert bool(list(in_talk(text, Spotter({name: name}).spot(text)))) is meant
