"""Watched names by every way of writing them, and which of them a text says."""

from __future__ import annotations

from corpus.initiatives.curated import Curated, load
from corpus.initiatives.spellings import said, spellings

NAMES = {"乡村振兴": ("乡村振兴", "振兴乡村"), "工匠": ("数字工匠", "工匠")}
"""By key: name and aliases; 工匠 is the key of an alias."""


def read(key: str, *, as_name: bool) -> tuple[str, ...]:
    """Return names as a store does."""
    return () if as_name and key == "工匠" else NAMES.get(key, ())


def ways(key: str, name: str, curated: Curated | None = None) -> set[str]:
    """Return the ways of writing one watched name."""
    found = spellings({key: name}, read, curated)
    assert all(keys == {key} for keys in found.values())
    return set(found)


def test_a_watched_name_counts_in_every_way_of_writing() -> None:
    """Its own, folded, and those of the initiatives that have it as their name or an alias."""
    assert ways("工匠", "“工匠”") == {"工匠", "数字工匠"}


def test_a_name_counts_without_its_tail_where_that_is_a_name() -> None:
    """乡村振兴 is watched with 乡村振兴战略; a name whose rest is only an alias brings nothing along."""
    assert ways("乡村振兴战略", "乡村振兴战略") == {"乡村振兴战略", "乡村振兴", "振兴乡村"}
    assert ways("工匠战略", "工匠战略") == {"工匠战略"}


def test_the_curators_ways_count_too() -> None:
    """All of the entry that the key stands for, and none of another."""
    curated = load(
        '[[initiative]]\nname = "高地"\naliases = ["人才高地"]\n[[initiative]]\nname = "新城"\naliases = ["城"]\n'
    )
    assert ways("人才高地", "人才高地", curated) == {"高地", "人才高地"}


def test_an_article_says_what_stands_in_it() -> None:
    """By any way of writing; what no text holds is not said."""
    found = {"乡村振兴": {"a"}, "振兴乡村": {"a"}, "高质量发展": {"b"}}
    assert said(["实施振兴乡村行动。", "无。"], found, []) == {"a"}


def test_a_name_inside_a_longer_one_belongs_to_the_longer() -> None:
    """So an article that names the longer one only does not say the shorter."""
    found = {"梦想小镇": {"a"}}
    assert said(["修缮梦想小镇大街。"], found, []) == {"a"}
    assert said(["修缮梦想小镇大街。"], found, ["梦想小镇大街"]) == set()
