"""Names said in passing: what one article shows to be a name is counted in all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.initiatives.spotting import Spotter
from corpus.vocabulary import Naming
from db.names import passing_mentions
from db.store import Store
from tests.db.making import MONDAY, TUESDAY, prepared

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SHOWN = "建设“梦想小镇”。"
SAID = "梦想小镇要加快建设，学习梦想小镇的经验。"
TOWN = Naming("梦想小镇", (), ((1, 3, 7),))
STREET = Naming("梦想小镇大街", (), ((1, 0, 6),))


def counts(store: Store) -> dict[str, int]:
    """Scan the library and return how often each name is mentioned."""
    store.initiatives.scan_new_articles()
    return dict(store.initiatives.by_frequency())


@pytest.mark.parametrize("order", [("shown", "said"), ("said", "shown")])
def test_an_article_that_says_a_name_counts_whichever_came_first(
    store: Store, order: tuple[str, str]
) -> None:
    """Old articles are scanned for new names, new ones for old names."""
    ready = {
        "shown": prepared([SHOWN], names=[TOWN], article="shown"),
        "said": prepared([SAID], article="said"),
    }
    for article in order:
        store.articles.save(ready[article], MONDAY)
        counts(store)
    assert counts(store) == {"梦想小镇": 3}
    found = store.initiatives.get("梦想小镇")
    assert found is not None
    texts = {
        one.section.code: one.section.text
        for one in store.sections.by_codes([m.code for m in found.mentions])
    }
    assert {texts[m.code][m.start : m.end] for m in found.mentions} == {"梦想小镇"}


def test_a_name_inside_a_longer_one_belongs_to_the_longer(store: Store) -> None:
    """Also where another article gave the longer one, before or afterwards; and it goes when that goes."""
    store.articles.save(prepared([SHOWN], names=[TOWN], article="shown"), MONDAY)
    store.articles.save(prepared(["修缮梦想小镇大街。"], article="said"), MONDAY)
    assert counts(store) == {"梦想小镇": 2}
    store.articles.save(prepared(["梦想小镇大街长一里。"], names=[STREET], article="street"), MONDAY)
    assert counts(store) == {"梦想小镇大街": 2, "梦想小镇": 1}
    store.articles.remove("street", TUESDAY)
    assert counts(store) == {"梦想小镇": 2}


def test_a_new_version_forgets_what_stood_in_the_old_one(store: Store) -> None:
    """At once, before anybody has scanned again: its offsets would be another text's."""
    store.articles.save(prepared([SHOWN], names=[TOWN], article="shown"), MONDAY)
    store.articles.save(prepared([SAID], article="said"), MONDAY)
    assert counts(store) == {"梦想小镇": 3}
    store.articles.save(prepared(["加快建设。" + SAID], article="said"), TUESDAY)
    assert dict(store.initiatives.by_frequency()) == {"梦想小镇": 1}
    assert counts(store) == {"梦想小镇": 3}


def test_a_plain_word_is_counted_only_where_it_is_shown_to_be_a_name(store: Store) -> None:
    """“高地” is a name in one paper; the other papers say the word."""
    hill = Naming("高地", (), ((1, 3, 5),))
    store.articles.save(prepared(["打造“高地”。"], names=[hill], article="shown"), MONDAY)
    store.articles.save(prepared(["建设创新高地。"], article="said"), MONDAY)
    assert counts(store) == {"高地": 1}


def test_nothing_is_done_twice(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library that was scanned is left alone."""
    store.articles.save(prepared([SHOWN], names=[TOWN]), MONDAY)
    counts(store)
    monkeypatch.setattr(passing_mentions, "_write", None)
    before = store.generation()
    counts(store)
    assert store.generation() == before


def test_an_import_elsewhere_begins_it_anew(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found with the names of a moment ago is not written down as all there is."""
    store.articles.save(prepared([SHOWN], names=[TOWN], article="shown"), MONDAY)
    late = [prepared([SAID], article="said")]

    def meanwhile(ways: Mapping[str, str]) -> Spotter:
        if late:
            with Store(str(tmp_path / "policy.db")) as other:
                other.articles.save(late.pop(), MONDAY)
        return Spotter(ways)

    monkeypatch.setattr("corpus.initiatives.spotting.Spotter", meanwhile)
    assert counts(store) == {"梦想小镇": 3}
