"""Names that share a head or a making with their neighbours, and those without any head."""

from __future__ import annotations

import pytest

from corpus.initiatives.branded import branded
from corpus.initiatives.coordinated import completed, listed, summed_up
from corpus.initiatives.shortened import with_short_forms
from corpus.initiatives.sightings import Sighting


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("支撑大湾区、大花园、大通道。", ["大湾区", "大花园", "大通道"]),
        ("支撑大湾区、大花园。", []),
        ("支撑大湾区、花园、通道。", []),
    ],
)
def test_three_of_one_making_in_a_row_are_names(text: str, names: list[str]) -> None:
    """Two are as often plain words."""
    found = list(listed(text))
    assert [one.name for one in found] == names
    assert [text[one.start : one.end] for one in found] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("推进钱江、曹娥江等百里走廊。", ["钱江百里走廊", "曹娥江百里走廊"]),
        ("推进钱江和曹娥江等百里走廊。", ["钱江百里走廊", "曹娥江百里走廊"]),
        ("建设甬江等创新走廊。", []),
        ("建设钱江小镇、曹娥江等百里走廊。", []),
        ("推进钱江、曹娥江等治理工程。", []),
    ],
)
def test_places_before_a_shared_head_are_names_with_it(text: str, names: list[str]) -> None:
    """One place alone is no list, an item with a head of its own none of it, and other heads are not shared."""
    assert [one.name for one in completed(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("创建绿色商场、平安医院，培育主体。", ["绿色商场", "平安医院"]),
        ("争创重点企业。", []),
        ("按照绿色矿山建设要求开采。", ["绿色矿山"]),
        ("促进绿色产业建设。", []),
        ("推行1+X证书制度。", ["1+X"]),
        ("采用政府与社会资本联合开发（PPP）等方式。", ["政府与社会资本联合开发"]),
        ("采用方式（PPP）。", []),
    ],
)
def test_founding_a_brand_a_sum_and_an_acronym_give_a_name_away(text: str, names: list[str]) -> None:
    """Plain words that are founded or branded stay plain words."""
    found = list(branded(text))
    assert [one.name for one in found] == names
    assert [text[one.start : one.end] for one in found] == names


@pytest.mark.parametrize("words", ["以下简称“匠计划”", "下称匠计划", "简称为“匠计划”", "以下统称匠计划"])
def test_a_short_form_names_what_stands_before_it(words: str) -> None:
    """However it is introduced, with marks or without; elsewhere in the text it names nothing."""
    before, elsewhere = Sighting("数字工匠计划", 2, 8), Sighting("启动", 0, 2)
    found = list(with_short_forms(f"启动数字工匠计划（{words}）。", [before, elsewhere]))
    assert [one.aliases for one in found] == [("匠计划",), ()]


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (
            (
                "依托山海结对协作和春风送岗、邻里食堂等机制。",
                "纳入山海结对协作和其他工作。",
                "深化山海结对协作。",
            ),
            ["山海结对协作"],
        ),
        (("依托山海结对协作和春风送岗等机制。", "深化山海结对协作。"), []),
        (("山海结对协作很好。", "纳入山海结对协作和其他工作。", "深化山海结对协作。"), []),
        (("健全奖励机制、监督检查等机制。", "健全监督检查。", "加强监督检查。"), []),
    ],
)
def test_what_a_list_sums_up_is_a_name_where_it_is_repeated(texts: tuple[str, ...], names: list[str]) -> None:
    """The list alone, or counting alone, shows none; plain words are none either."""
    assert [one.name for one in summed_up(texts)] == names
