"""Subscriptions: one a channel, with a seed that stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from db.store import Store
from db.subscriptions import OFF, Subscription

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MORNING = Subscription(
    *("T1", "C1", "09:00", "Asia/Shanghai", "weekdays", "", "seed", "U1"),
    *("2026-11-22T00:00:00+00:00", "2026-11-22"),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store(str(tmp_path / "policy.db")) as opened:
        yield opened


def test_a_channel_is_kept_by_workspace_and_channel(store: Store) -> None:
    """The same channel id in two workspaces is two subscriptions."""
    other = replace(MORNING, team="T2", at="10:00")
    store.subscriptions.save(MORNING)
    store.subscriptions.save(other)
    assert store.subscriptions.get("T1", "C1") == MORNING
    assert store.subscriptions.all() == [MORNING, other]
    assert store.subscriptions.get("T3", "C1") is None


def test_a_changed_subscription_keeps_its_first_seed(store: Store) -> None:
    """The order of the deck can be audited over the whole life of a channel."""
    store.subscriptions.save(MORNING)
    kept = store.subscriptions.save(replace(MORNING, at="17:30", seed="another"))
    assert (kept.at, kept.seed) == ("17:30", "seed")


def test_a_paused_channel_is_not_served_but_known(store: Store) -> None:
    """Pausing keeps everything; setting the channel up again serves it again."""
    store.subscriptions.save(MORNING)
    store.subscriptions.pause("T1", "C1", OFF)
    assert store.subscriptions.active(MORNING.team) == []
    assert store.subscriptions.all() == [replace(MORNING, paused=OFF)]
    store.subscriptions.save(MORNING)
    assert store.subscriptions.active(MORNING.team) == [MORNING]


def test_handled_dates_only_rise(store: Store) -> None:
    """A clock that was set back cannot make a handled date due again."""
    store.subscriptions.save(MORNING)
    store.subscriptions.handle("T1", "C1", "2026-11-24")
    store.subscriptions.handle("T1", "C1", "2026-11-23")
    assert store.subscriptions.active(MORNING.team)[0].handled == "2026-11-24"
