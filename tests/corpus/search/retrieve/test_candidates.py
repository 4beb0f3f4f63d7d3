"""Which sections are looked at: the right one must be among them however badly its words were typed."""

from __future__ import annotations

import pytest

from corpus.search.retrieve.candidates import slips
from tests.corpus.search.in_memory_library import FIRST, Shelf

CROWD = [f"第{at}项：状况良好、利用大额资金的各类企业应当公开年度报告。" for at in range(60)]


def test_slips_are_the_pairs_of_the_text_behind_a_slip() -> None:
    """A character too many is skipped, and two neighbours are turned round, never across pieces."""
    assert slips(["甲乙丙", "丁戊"]) == ["甲丙", "乙甲", "丙乙", "戊丁"]


@pytest.mark.parametrize("query", ["企业用大状况", "执行大构机行使", "有关大司法文书"])
def test_two_slips_are_found_among_many_sections_that_share_more_pairs(query: str) -> None:
    """The section that is most like a short query is aligned though a crowd shares more of its rare pairs."""
    shelf = Shelf(
        {
            FIRST: [
                *CROWD,
                "综合考虑企业信用状况等因素。",
                "由执行机构行使前款职权。",
                "有关司法文书应当送达。",
                *(f"执行第{at}条的机构和司法机关保存大量文书。" for at in range(40)),
            ]
        }
    )
    best = shelf.search(query).matches[0].section
    assert best.number in {61, 62, 63}


def test_a_short_form_in_a_long_text_crowds_nothing_out() -> None:
    """Sections with the full form of one word are candidates like others, and the one that is meant comes first."""
    others = [f"长江三角洲区域第{number}次会议。" for number in range(40)]
    shelf = Shelf({FIRST: [*others, "各地应当支持长三角企业参与标准的制定和修改。"]})
    assert shelf.first("支持长三角企业参与标准的制订和修改") == "first-41"
