"""What the parts of a score tell apart, seen through a search."""

from __future__ import annotations

from tests.corpus.search.in_memory_library import FIRST, Shelf


def test_single_characters_tell_apart_what_shares_a_question_s_pairs_alike() -> None:
    """Who asks in other words than the text shares few pairs with it: of two that share one, 赔 and 庄 decide."""
    shelf = Shelf({FIRST: ["排除淹水道路，费用由养护人承担。", "赔付淹水庄园，费用由保险人承担。"]})
    found = shelf.search("地里的庄稼淹水了谁来赔？").matches
    assert found[0].section.code == "first-2"


def test_a_short_query_does_not_stand_where_two_clauses_meet() -> None:
    """为人。社会 and 为人，社会 hold 人社 by chance; the passage with the full form answers, and that alone."""
    shelf = Shelf(
        {
            FIRST: [
                "诚信为人。社会各界共同参与。",
                "由人力资源和社会保障部门负责。",
                "其他事项由省人民政府规定。",
            ]
        }
    )
    found = shelf.search("人社")
    assert found.answered
    assert [(match.section.code, match.matched) for match in found.matches] == [("first-2", "alias")]


def test_a_short_query_stands_where_marks_or_spaces_part_it() -> None:
    """A line break or a mark within a sentence parts no list of names: they stay exact, before the full form."""
    shelf = Shelf({FIRST: ["由人力资源和社会保障部门负责。", "省人\n社厅负责组织实施。"]})
    assert [match.matched for match in shelf.search("人社").matches] == ["exact", "alias"]
    shelf = Shelf({FIRST: ["推进京、津、冀协同发展。", "其他事项由省人民政府规定。"]})
    assert [match.matched for match in shelf.search("京津冀").matches] == ["exact"]


def test_an_initiative_counts_where_it_stands_whole() -> None:
    """A name of the library is one thing: its words apart from one another are no half of it."""
    texts = [
        "建设小镇的梦想由企业和人才实现，小镇建设。",
        "建设梦想小镇，企业和人才集聚于此地的各个角落和街区。",
    ]
    analyzed = "小镇建设与梦想小镇的企业"
    with_names = Shelf({FIRST: texts}, names=["梦想小镇"]).search(analyzed).matches
    parts = {match.section.code: {one[0]: one[1] for one in match.parts} for match in with_names}
    assert parts["first-2"]["initiative"] == 1
    assert parts["first-1"]["initiative"] == 0
    assert with_names[0].section.code == "first-2"
