"""Initiatives by name, article and frequency: read out of articles, joined, and curated."""

from __future__ import annotations

import pytest

from corpus.errors import ReadingError
from corpus.vocabulary import Mention, Naming
from db.store import Store
from tests.db.making import MONDAY, TUESDAY, prepared

FIRST = "培育“数字工匠”，建设梦想小镇，再育数字工匠。"
SECOND = "办好 G20杭州峰会。"
CRAFT = Naming("数字工匠", ("数字匠人",), ((1, 3, 7), (1, 18, 22)))
TOWN = Naming("梦想小镇", (), ((1, 11, 15),))
SUMMIT = Naming("G20杭州峰会", ("G20 杭州峰会",), ((2, 3, 10),))


@pytest.fixture
def named(store: Store) -> Store:
    """Give a store with an article that names three initiatives, and another that names one of them."""
    store.articles.save(prepared([FIRST, SECOND], names=[CRAFT, TOWN, SUMMIT]), MONDAY)
    other = prepared(["又一批数字工匠。"], names=[Naming("数字工匠", (), ((1, 3, 7),))], article="other")
    store.articles.save(other, MONDAY)
    return store


def texts(store: Store, name: str) -> list[str]:
    """Return the words at each mention of an initiative."""
    found = store.initiatives.get(name)
    assert found is not None
    sections = {
        code: stored for code in {m.code for m in found.mentions} if (stored := store.sections.by_code(code))
    }
    return [sections[m.code].section.text[m.start : m.end] for m in found.mentions]


def test_a_name_gives_every_mention_in_all_articles(named: Store) -> None:
    """Mentions are offsets into the sections that their codes name."""
    assert texts(named, "数字工匠") == ["数字工匠"] * 3


@pytest.mark.parametrize("way", ["数字匠人", "數字工匠", "「数字工匠」", "数字 工匠"])
def test_an_initiative_is_found_by_any_way_of_writing(named: Store, way: str) -> None:
    """Alias, script, quotes and spaces do not matter."""
    found = named.initiatives.get(way)
    assert found is not None
    assert (found.name, found.aliases) == ("数字工匠", ("数字匠人",))


def test_an_unknown_name_gives_nothing(named: Store) -> None:
    """Part of a name is not the name."""
    assert named.initiatives.get("工匠") is None


def test_initiatives_are_listed_by_frequency(named: Store) -> None:
    """Over all articles, or in one; equal ones by name."""
    assert named.initiatives.by_frequency() == (("数字工匠", 3), ("G20杭州峰会", 1), ("梦想小镇", 1))
    assert named.initiatives.by_frequency("other") == (("数字工匠", 1),)


def test_an_articles_initiatives_come_in_its_order(named: Store) -> None:
    """With the mentions in that article only."""
    found = named.initiatives.of_article("plan")
    assert [(one.name, len(one.mentions)) for one in found] == [
        ("数字工匠", 2),
        ("梦想小镇", 1),
        ("G20杭州峰会", 1),
    ]


def test_every_way_of_writing_is_known(named: Store) -> None:
    """Names and aliases, for the spotter and for the search."""
    assert named.initiatives.ways() == {
        "数字工匠": "数字工匠",
        "数字匠人": "数字工匠",
        "梦想小镇": "梦想小镇",
        "G20杭州峰会": "G20杭州峰会",
        "G20 杭州峰会": "G20杭州峰会",
    }
    texts = ["梦想小镇", "数字匠人", "g20杭州峰会"]
    assert named.library().initiatives([*texts, "梦想"]) == set(texts)


def test_a_new_version_takes_its_names_along(named: Store) -> None:
    """What it names no more is gone, what it names now is there, for a store that was open already."""
    assert named.initiatives.get("梦想小镇") is not None
    named.articles.save(prepared([SECOND], names=[Naming("G20杭州峰会", (), ((1, 3, 10),))]), TUESDAY)
    assert named.initiatives.get("梦想小镇") is None
    assert texts(named, "G20杭州峰会") == ["G20杭州峰会"]


def test_another_process_notices_at_once(named: Store) -> None:
    """A name that one store learns is known to another with its next question."""
    with Store(str(named.path)) as other:
        assert other.initiatives.get("数字长城") is None
        before = other.generation()
        named.initiatives.save("other", [Naming("数字长城", (), ((1, 0, 2),))])
        assert other.generation() > before
        assert other.initiatives.get("数字长城") is not None


def test_saving_the_same_names_again_changes_nothing(named: Store) -> None:
    """Nobody is made to learn anew what has not changed."""
    before = named.generation()
    assert not named.initiatives.save("plan", [SUMMIT, CRAFT, TOWN])
    assert named.generation() == before


def test_names_read_otherwise_reach_an_unchanged_article(named: Store) -> None:
    """The same file imported after the extraction has learnt something brings the new names."""
    saved = named.articles.save(prepared([FIRST, SECOND], names=[CRAFT]), TUESDAY)
    assert saved.outcome == "unchanged"
    assert named.initiatives.get("梦想小镇") is None


def test_a_removed_article_takes_its_mentions_along(named: Store) -> None:
    """What only it named is no initiative any more."""
    named.articles.remove("plan", TUESDAY)
    assert named.initiatives.by_frequency() == (("数字工匠", 1),)


LIST = """
hide = ["G20杭州峰会"]
[[initiative]]
name = "梦想小镇"
aliases = ["梦想镇"]
note = "杭州未来科技城"
[[initiative]]
name = "培育工程"
aliases = ["培育"]
"""


def test_the_curators_list_wins(named: Store) -> None:
    """It adds what no article was read to name, joins, annotates and hides."""
    named.initiatives.curate(LIST, MONDAY)
    town = named.initiatives.get("梦想镇")
    assert town is not None
    assert (town.name, town.note, len(town.mentions)) == ("梦想小镇", "杭州未来科技城", 1)
    assert texts(named, "培育工程") == ["培育"]
    assert named.initiatives.get("G20杭州峰会") is None
    assert named.initiatives.curated() == LIST


def test_the_curators_names_are_looked_for_in_what_comes_later(named: Store) -> None:
    """An article imported after the list is looked through as well; mentions found twice count once."""
    named.initiatives.curate(LIST, MONDAY)
    later = prepared(["培育梦想小镇。"], names=[Naming("梦想小镇", (), ((1, 2, 6),))], article="later")
    named.articles.save(later, TUESDAY)
    (section,) = named.sections.of_article("later")
    assert named.initiatives.of_article("later")[1].mentions == (Mention(section.code, 2, 6),)
    assert texts(named, "培育工程") == ["培育", "培育"]


def test_a_faulty_list_leaves_the_old_one(named: Store) -> None:
    """An error says what is wrong with the new list, and nothing changes."""
    named.initiatives.curate(LIST, MONDAY)
    with pytest.raises(ReadingError):
        named.initiatives.curate("initiative = 3", TUESDAY)
    assert named.initiatives.curated() == LIST


def test_an_empty_list_takes_the_curators_names_back(named: Store) -> None:
    """What was hidden is back, what was added is gone."""
    named.initiatives.curate(LIST, MONDAY)
    named.initiatives.curate("", TUESDAY)
    assert named.initiatives.get("培育工程") is None
    assert named.initiatives.get("G20杭州峰会") is not None


def test_all_gives_every_initiative_whole(named: Store) -> None:
    """As `get` gives each of them, the most frequent first."""
    found = named.initiatives.all()
    assert [one.name for one in found] == ["数字工匠", "G20杭州峰会", "梦想小镇"]
    assert list(found) == [named.initiatives.get(one.name) for one in found]


def test_ways_of_one_nationwide_name_are_one_initiative(store: Store) -> None:
    """Whichever of them an article writes; so is a name with and without its tail."""
    for number, name in enumerate(("打赢脱贫攻坚战", "脱贫攻坚", "飞地经济", "飞地经济模式")):
        naming = Naming(name, (), ((1, 0, len(name)),))
        store.articles.save(prepared([f"{name}。"], names=[naming], article=f"a{number}"), MONDAY)
    assert store.initiatives.by_frequency() == (("打赢脱贫攻坚战", 2), ("飞地经济", 2))
    assert set(store.initiatives.ways().values()) == {"打赢脱贫攻坚战", "飞地经济"}


def test_a_nationwide_name_is_found_in_all_its_ways(store: Store) -> None:
    """Also by one that no article of the library writes."""
    naming = Naming("乡村振兴战略", (), ((1, 2, 8),))
    store.articles.save(prepared(["实施乡村振兴战略。"], names=[naming]), MONDAY)
    found = store.initiatives.get("乡村振兴")
    assert found is not None
    assert (found.name, store.initiatives.ways()["乡村振兴"]) == ("乡村振兴战略", "乡村振兴战略")
