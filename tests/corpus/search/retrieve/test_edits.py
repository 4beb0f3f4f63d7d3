"""A query with a slip finds the section that holds it otherwise, however frequent its pairs are."""

from __future__ import annotations

import pytest

from corpus.search.retrieve import candidates
from corpus.search.retrieve import edits as repairing
from corpus.search.retrieve.edits import split_match
from tests.corpus.search.in_memory_library import FIRST, Shelf

TEXT = "各级人民政府加强监督管理工作"
# every pair of the text, and both its halves, stand in many sections; only one holds the halves together
HALVES = ["本省各级人民政府加强组织领导。", "有关部门开展监督管理工作。", "应当加强监督。"]


def test_a_lone_character_beside_a_run_is_looked_for_in_a_large_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The index would read all that hold it, so the sections with the run are read instead: no others."""
    shelf = Shelf({FIRST: ["培育数子工匠。", "数字经济。", "工匠精神。"]})
    small = repairing.one_edit_variants(shelf.library, "数工匠")
    monkeypatch.setattr(repairing, "SMALL", 0)
    assert repairing.one_edit_variants(shelf.library, "数工匠") == small == {1}


@pytest.mark.parametrize(
    "query",
    [
        "各级人民政府加监督管理工作",  # left out
        "各级人民政府加强强监督管理工作",  # put in twice
        "各级人民政加府强监督管理工作",  # swapped
        "各级人民政府加的监督管理工作",  # replaced
        "各级人民政府加强监督理管工作",  # near the end
        "各人级民政府加强监督管理工作",  # near the beginning
    ],
)
def test_one_slip_is_found_though_every_pair_is_frequent(query: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no pair may be read whole, the two ends beside the slip still say which section is meant."""
    monkeypatch.setattr(candidates, "CAP_ALIKE", 20)
    monkeypatch.setattr(repairing, "FEW", 50)
    shelf = Shelf({FIRST: [*HALVES * 100, f"其中{TEXT}，列入当年重点。", *HALVES * 100]})
    assert shelf.search(query).matches[0].section.number == 301


def test_ends_that_many_sections_hold_are_no_finding() -> None:
    """Where more sections fit than are read, the right one may be among the others, so other ways go on looking."""
    shelf = Shelf({FIRST: [f"{TEXT}之{number}。" for number in range(2 * repairing.FEW)]})
    assert split_match(shelf.library, "各级人民政府加的监督管理工作") == set()


def test_a_text_with_two_slips_far_apart_is_not_torn() -> None:
    """The ends must meet at one slip: else what stands between them is not known."""
    shelf = Shelf({FIRST: [f"{TEXT}。"]})
    assert split_match(shelf.library, "各级人民政府加的监督管理工作") == {1}
    assert split_match(shelf.library, "各级的民政府加强监督管理的作") == set()
