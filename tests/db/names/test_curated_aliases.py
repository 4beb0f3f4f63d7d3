"""The curator's aliases in the store, and what they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.text.curated_aliases import Alias

if TYPE_CHECKING:
    from db.store import Store

NOW = "2026-11-30T00:00:00+00:00"
TOWN = Alias("梦镇", ("梦想小镇",))


def test_a_new_list_takes_the_place_of_the_old_one(filled_store: Store) -> None:
    """`put` leaves nothing of what was kept; the order is the curator's."""
    filled_store.aliases.put((TOWN, Alias("甲", ("乙", "丙"))), NOW)
    filled_store.aliases.put((Alias("丁", ("戊",)), TOWN), NOW)
    assert filled_store.aliases.all() == (Alias("丁", ("戊",)), TOWN)


def test_one_is_added_and_one_removed(filled_store: Store) -> None:
    """`add` puts a new meaning in the place of the old one; `remove` says whether there was any, in any script."""
    filled_store.aliases.put((TOWN, Alias("数匠", ("数字工匠",))), NOW)
    filled_store.aliases.add((Alias("夢鎮", ("云栖小镇",)),), NOW)
    assert filled_store.aliases.all() == (Alias("数匠", ("数字工匠",)), Alias("夢鎮", ("云栖小镇",)))
    assert filled_store.aliases.remove("梦镇")
    assert not filled_store.aliases.remove("梦镇")


def test_a_change_holds_in_the_next_search_and_card(filled_store: Store) -> None:
    """Full forms and names are read anew as soon as the list has changed, and are gone with it."""
    assert filled_store.library().full_forms("梦镇") == ()
    assert filled_store.initiatives.get("梦镇") is None
    filled_store.aliases.put((TOWN,), NOW)
    assert filled_store.library().full_forms("梦镇") == ("梦想小镇",)
    named = filled_store.initiatives.get("梦鎮")
    assert named is not None
    assert named.name == "梦想小镇"
    filled_store.aliases.put((), NOW)
    assert filled_store.library().full_forms("梦镇") == ()
    assert filled_store.initiatives.get("梦镇") is None


def test_an_alias_never_takes_a_name_that_stands_in_a_text(filled_store: Store) -> None:
    """云栖小镇 stays the initiative that it is, whatever a curator calls so."""
    filled_store.aliases.put((Alias("云栖小镇", ("梦想小镇",)),), NOW)
    named = filled_store.initiatives.get("云栖小镇")
    assert named is not None
    assert named.name == "云栖小镇"
