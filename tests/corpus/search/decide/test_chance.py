"""A name of three characters that the library lacks is not answered by pieces of other words."""

from __future__ import annotations

import pytest

from tests.corpus.search.in_memory_library import FIRST, Shelf

TEXTS = [
    "生活垃圾分类投放管理责任人应当履行义务。",
    "禁止在航道内设置设施或者张网捕捞。",
    "支持建设公共租赁住房和廉租房。",
    "加快构建新型能源体系，培育数字工匠。",
    "建立地方政府债务风险评估机制。",
]


@pytest.mark.parametrize("typed", ["放管服", "六张网", "能源岛"])
def test_two_characters_of_three_are_no_answer(typed: str) -> None:
    """投放管理, 或者张网 and 能源体系 have two characters in a row with it, and mean something else."""
    assert not Shelf({FIRST: TEXTS}).search(typed).answered


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("廉组房", "first-3"),  # one character wrong
        ("廉房租", "first-3"),  # two swapped
        ("数工匠", "first-4"),  # one left out
        ("连租房", "first-3"),  # the same sound
        ("投管理", "first-1"),  # one left out of a longer name
        ("地方债", "first-5"),  # all of it in order: it may be an abbreviation
        ("放管理", "first-1"),  # as it stands, even inside other words
    ],
)
def test_a_slip_in_a_short_name_is_still_forgiven(typed: str, code: str) -> None:
    """What was meant is all there, in another order or another spelling."""
    assert Shelf({FIRST: TEXTS}).first(typed) == code
