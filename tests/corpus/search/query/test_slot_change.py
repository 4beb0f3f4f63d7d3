"""A question with another year, place or clause in it."""

from __future__ import annotations

import pytest

from corpus.search.query.slot_change import with_slots


@pytest.mark.parametrize(
    ("question", "left", "expected"),
    [
        ("2024年的经济增长目标", "2023年", "2023年的经济增长目标"),
        ("杭州2024年的目标", "2023年 宁波市", "宁波市2023年的目标"),
        ("海岛保护法第三条", "第5条", "海岛保护法第5条"),
        ("海岛保护法第三条第一款", "第二款", "海岛保护法第三条第二款"),
        ("经济增长目标", "去年", "经济增长目标 去年"),
        ("二〇二四年的目标", "二〇二三年", "二〇二三年的目标"),
    ],
)
def test_a_slot_takes_the_place_of_one_of_its_kind(question: str, left: str, expected: str) -> None:
    """A year goes where a year stood, a place where a place, a clause where a clause; else it is added."""
    assert with_slots(question, left) == expected
