"""What the parts of a score tell apart, seen through a search."""

from __future__ import annotations

from tests.corpus.matching.shelf import FIRST, Shelf


def test_single_characters_tell_apart_what_shares_a_question_s_pairs_alike() -> None:
    """Who asks in other words than the text shares few pairs with it: of two that share one, 赔 and 庄 decide."""
    shelf = Shelf({FIRST: ["排除淹水道路，费用由养护人承担。", "赔付淹水庄园，费用由保险人承担。"]})
    found = shelf.search("地里的庄稼淹水了谁来赔？").matches
    assert [match.section.code for match in found] == ["first-2", "first-1"]
