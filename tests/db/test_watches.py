"""Watches: what is new about a name is told once, to those who watch it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.vocabulary import Naming
from db.store import Store
from tests.db.making import MONDAY, TUESDAY, WEDNESDAY, prepared

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "建设梦想小镇。"
TOWN = Naming("梦想小镇", ("梦想镇",), ((1, 2, 6),))
PLAN = Naming("乡村振兴战略", ("乡村振兴",), ((1, 2, 8),))
SHORT = Naming("乡村振兴", (), ((1, 2, 6),))
LONGER = Naming("乡村振兴战略研究院", (), ((1, 0, 9),))


def told(store: Store) -> list[tuple[str, str, str, int]]:
    """Return what there is to tell."""
    return [
        (to.user, one.kind, one.article, one.version) for to in store.watches.pending() for one in to.news
    ]


def test_a_watch_is_set_once_and_taken_back(store: Store) -> None:
    """Another way of writing is the same watch; another workspace's is its own."""
    assert store.watches.add("T1", "U1", "梦想小镇", MONDAY)
    assert not store.watches.add("T1", "U1", "「梦想小镇」", TUESDAY)
    assert store.watches.add("T2", "U1", "梦想小镇", TUESDAY)
    assert store.watches.of("T1", "U1") == ("梦想小镇",)
    assert store.watches.remove("T1", "U1", "梦想小镇")
    assert not store.watches.remove("T1", "U1", "梦想小镇")
    assert (store.watches.of("T1", "U1"), store.watches.of("T2", "U1")) == ((), ("梦想小镇",))


def test_a_new_article_that_names_it_is_news(store: Store) -> None:
    """For each who watches the name or an alias; not for what stood there before the watch."""
    store.articles.save(prepared([TEXT], names=[TOWN], article="before"), MONDAY)
    store.watches.add("T1", "U1", "梦想小镇", MONDAY)
    store.watches.add("T1", "U2", "梦想镇", MONDAY)
    store.watches.add("T1", "U3", "数字工匠", MONDAY)
    store.articles.save(prepared([TEXT], names=[TOWN], article="new"), TUESDAY)
    assert sorted(told(store)) == [("U1", "named", "new", 1), ("U2", "named", "new", 1)]


def test_a_version_that_names_it_no_more_is_news(store: Store) -> None:
    """So is the removal of an article; a version that still names it is none."""
    store.watches.add("T1", "U1", "梦想小镇", MONDAY)
    store.articles.save(prepared([TEXT], names=[TOWN]), MONDAY)
    store.articles.save(prepared([TEXT, "又一段说明。"], names=[TOWN]), TUESDAY)
    store.articles.save(prepared(["又一段说明。"]), WEDNESDAY)
    store.articles.save(prepared([TEXT], names=[TOWN]), WEDNESDAY)
    store.articles.remove("plan", WEDNESDAY)
    assert [(kind, version) for _, kind, _, version in told(store)] == [
        ("named", 1),
        ("dropped", 3),
        ("named", 4),
        ("dropped", 4),
    ]


def test_news_is_claimed_once(store: Store, tmp_path: Path) -> None:
    """Of several processes that would tell it only the first does; what came meanwhile is told next."""
    store.watches.add("T1", "U1", "梦想小镇", MONDAY)
    store.articles.save(prepared([TEXT], names=[TOWN]), MONDAY)
    (early,) = store.watches.pending()
    store.articles.save(prepared([TEXT], names=[TOWN], article="other"), MONDAY)
    with Store(str(tmp_path / "policy.db")) as other:
        (late,) = other.watches.pending()
        assert [other.watches.claim(late), store.watches.claim(early)] == [True, False]
    assert [one.article for one in late.news] == ["plan", "other"]
    assert store.watches.pending() == ()


def test_news_that_was_not_told_is_given_back(store: Store) -> None:
    """Then the next look finds it again."""
    store.watches.add("T1", "U1", "梦想小镇", MONDAY)
    store.articles.save(prepared([TEXT], names=[TOWN]), MONDAY)
    (bundle,) = store.watches.pending()
    assert store.watches.claim(bundle)
    assert store.watches.release(bundle)
    assert store.watches.pending() == (bundle,)


def test_an_article_that_only_says_the_name_is_news(store: Store) -> None:
    """Also where it does not show it to be one, or leaves its tail off; a longer name is another."""
    store.articles.save(prepared(["实施乡村振兴战略。"], names=[PLAN], article="before"), MONDAY)
    store.watches.add("T1", "U1", "乡村振兴战略", MONDAY)
    store.articles.save(prepared(["推进乡村振兴战略落地。"], article="said"), TUESDAY)
    store.articles.save(prepared(["推进乡村振兴。"], names=[SHORT], article="short"), TUESDAY)
    store.articles.save(prepared(["乡村振兴战略研究院。"], names=[LONGER], article="longer"), TUESDAY)
    assert [article for _, _, article, _ in told(store)] == ["said", "short"]


def test_what_nobody_watches_is_not_written_down(store: Store) -> None:
    """A big import leaves no heap of news behind."""
    store.articles.save(prepared([TEXT], names=[TOWN]), MONDAY)
    assert store._connections.get().execute("SELECT count(*) FROM news").fetchone() == (0,)
