"""What a channel has chosen, and what is counted in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.db.making import MONDAY, TUESDAY

if TYPE_CHECKING:
    from db.store import Store


def test_a_value_belongs_to_one_channel(store: Store) -> None:
    """Other channels, other workspaces and other keys do not see it."""
    settings = store.channel_settings
    settings.put("T1", "C1", "spot", "on", MONDAY)
    asked = [("T1", "C1", "spot"), ("T1", "C2", "spot"), ("T2", "C1", "spot"), ("T1", "C1", "daily")]
    assert [settings.get(*one) for one in asked] == ["on", None, None, None]


def test_the_last_value_holds(store: Store) -> None:
    """With the time at which it was set; a dropped one is gone."""
    settings = store.channel_settings
    settings.put("T1", "C1", "spot", "on", MONDAY)
    settings.put("T1", "C1", "spot", "off", TUESDAY)
    assert (settings.get("T1", "C1", "spot"), settings.since("T1", "C1", "spot")) == (
        "off",
        TUESDAY,
    )
    settings.drop("T1", "C1", "spot")
    assert (settings.get("T1", "C1", "spot"), settings.since("T1", "C1", "spot")) == (None, None)


def test_counts_add_up_by_channel(store: Store) -> None:
    """Each channel counts for itself, and all can be listed."""
    settings = store.channel_settings
    assert [settings.count("T1", channel, "spotted") for channel in ("C1", "C2", "C1")] == [1, 1, 2]
    assert (settings.counted("T1", "C1", "spotted"), settings.counted("T1", "C3", "spotted")) == (
        2,
        0,
    )
    assert settings.totals("spotted") == (("T1", "C1", 2), ("T1", "C2", 1))
