"""Known names are found in sections: rows in, rows of mentions out."""

from __future__ import annotations

from corpus.initiatives.curated import load
from corpus.initiatives.scanning import containing, curated_mentions, passing_mentions
from corpus.initiatives.spotting import Spotter

TEXT = "培育数字工匠，再育数字匠人。"


def test_the_curators_names_are_found_in_every_way_of_writing() -> None:
    """Each under the name that the list gives, in the order of the sections and of their text."""
    curated = load('[[initiative]]\nname = "数字工匠"\naliases = ["数字匠人"]\n')
    found = list(curated_mentions([(7, TEXT), (8, "无。"), (9, "数字工匠。")], curated))
    assert found == [("数字工匠", 7, 2, 6), ("数字工匠", 7, 9, 13), ("数字工匠", 9, 0, 4)]


def test_a_name_said_in_passing_is_written_down_by_its_key() -> None:
    """A plain word counts only in quotation marks, as in_passing tells."""
    spotter = Spotter({"梦想小镇": "“梦想小镇”", "高地": "高地"})
    sections = [(3, "梦想小镇建在高地。"), (5, "打造“高地”。")]
    assert list(passing_mentions(sections, spotter)) == [(3, 0, 4, "梦想小镇"), (5, 3, 5, "高地")]


def test_sections_that_hold_a_name_are_told_by_their_folded_text() -> None:
    """Marks in the name do not count, and a name of marks alone stands nowhere."""
    sections = [(1, "建设梦想小镇"), (2, "培育工匠"), (3, "数字工匠")]
    assert list(containing(["“数字”工匠", "梦想小镇", "++"], sections)) == [1, 3]
