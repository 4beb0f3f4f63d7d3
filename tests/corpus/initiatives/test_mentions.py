"""Mentions in a library: each belongs to one entry, none overlaps another."""

from __future__ import annotations

from corpus.initiatives.catalogue import CatalogueEntry
from corpus.initiatives.mentions import (
    by_frequency,
    in_order_of_appearance,
    initiative,
    owners,
    without_overlaps,
)
from corpus.vocabulary import Mention

CRAFT = CatalogueEntry("数字工匠", ("数字匠人", "梦想小镇"), "注", (1, 3))
TOWN = CatalogueEntry("梦想小镇", (), "", (2,))


def test_a_mention_belongs_to_the_entry_of_its_row_name_or_key() -> None:
    """A key that is one entry's name and another's alias is that of the name; of two aliases the first entry's."""
    whose = owners([CRAFT, TOWN, CatalogueEntry("高地", ("数字匠人",), "", ())])
    assert whose.of_row == {1: 0, 3: 0, 2: 1}
    assert whose.of_name == {"数字工匠": 0, "梦想小镇": 1, "高地": 2}
    assert whose.of_key == {"数字工匠": 0, "数字匠人": 0, "梦想小镇": 1, "高地": 2}


def test_of_mentions_that_overlap_the_longest_that_starts_first_stays() -> None:
    """What only touches another stays, and the same places in another section are another's."""
    found = [(1, 1, "a", 4, 6), (1, 1, "a", 0, 2), (1, 1, "a", 0, 4), (1, 1, "a", 3, 7), (1, 2, "b", 3, 7)]
    assert without_overlaps(found) == [(1, 1, "a", 0, 4), (1, 1, "a", 4, 6), (1, 2, "b", 3, 7)]


def test_mentions_come_in_order_of_article_section_and_place() -> None:
    """However they were read; one that was read twice counts once."""
    found = [(2, 1, "c", 0, 2), (1, 10, "b", 0, 2), (1, 9, "a", 5, 7), (1, 9, "a", 5, 7)]
    assert [one[2] for one in without_overlaps(found)] == ["a", "b", "c"]


def test_an_entry_takes_its_mentions_along() -> None:
    """With name, aliases and note as the catalogue has them."""
    made = initiative(CRAFT, [(1, 1, "a", 0, 4)])
    assert (made.name, made.note, made.mentions) == ("数字工匠", "注", (Mention("a", 0, 4),))


def test_what_is_not_mentioned_is_not_listed() -> None:
    """By frequency the most frequent comes first; in an article the one that is named first."""
    found = [[(1, 2, "b", 0, 4)], [(1, 1, "a", 5, 9), (1, 2, "b", 5, 9)], []]
    entries = [CRAFT, TOWN, CatalogueEntry("高地", (), "", ())]
    assert [one.name for one in by_frequency(entries, found)] == ["梦想小镇", "数字工匠"]
    assert [one.name for one in in_order_of_appearance(entries, found)] == ["梦想小镇", "数字工匠"]
    assert [one.name for one in by_frequency(entries, found[:1] + found[:1] + [[]])] == [
        "数字工匠",
        "梦想小镇",
    ]
