"""Pinyin of what the library lacks finds nothing; of what it holds, however typed, finds it."""

from __future__ import annotations

import pytest

from tests.corpus.search.in_memory_library import FIRST, Shelf

TEXTS = [
    "强化长江经济带数字经济合作，建设城市客厅。",
    "加快培育数字工匠和科技人才。",
    "推进科技创新，实行一网通办。",
    "深化火车底盘改造，完善五个一工程。",
    "建设知识产权保护高地。",
]


@pytest.mark.parametrize(
    "typed",
    [
        "chengshidanao",
        "cheng shi da nao",
        "城市danao",
        "火锅底liaochukou",
        "wu ge jin yi bu dao wei",
        "shu zi zhu jiang",
        "shuzinongmin",
    ],
)
def test_half_the_syllables_never_suffice(typed: str) -> None:
    """城市大脑 is not 城市客厅, whichever way it is typed."""
    assert not Shelf({FIRST: TEXTS}).search(typed).answered


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("shuzigongjiang", "first-2"),
        ("shu zi gong jiang", "first-2"),
        ("数字gongjiang", "first-2"),
        ("keji chuangxin", "first-3"),
        ("yiwangtongban", "first-3"),
        ("zhi shi chan quan bao fu gao di", "first-5"),  # one syllable of eight mistyped
    ],
)
def test_pinyin_of_what_stands_there_finds_it(typed: str, code: str) -> None:
    """All syllables in a row, or nearly all of many, are what was meant."""
    assert Shelf({FIRST: TEXTS}).first(typed) == code


def test_characters_that_were_typed_must_stand_as_characters() -> None:
    """Who types 数字 means 数字, and not what sounds like it."""
    shelf = Shelf({FIRST: ["这个树子弓匠铺开张。", *TEXTS]})
    assert shelf.first("数字gongjiang") == "first-3"
