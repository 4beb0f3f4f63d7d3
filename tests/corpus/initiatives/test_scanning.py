"""Known names are found in sections: rows in, rows of mentions out."""

from __future__ import annotations

from corpus.initiatives.curated import load
from corpus.initiatives.scanning import curated_mentions

TEXT = "培育数字工匠，再育数字匠人。"


def test_the_curators_names_are_found_in_every_way_of_writing() -> None:
    """Each under the name that the list gives, in the order of the sections and of their text."""
    curated = load('[[initiative]]\nname = "数字工匠"\naliases = ["数字匠人"]\n')
    found = list(curated_mentions([(7, TEXT), (8, "无。"), (9, "数字工匠。")], curated))
    assert found == [("数字工匠", 7, 2, 6), ("数字工匠", 7, 9, 13), ("数字工匠", 9, 0, 4)]
