"""Claims are forgotten when nothing can repeat any more what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.service.tidying import Tidying
from db.store import Store
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_old_claims_are_forgotten_each_kind_at_its_age(filled_store: Store) -> None:
    """Deliveries after a week; threads, shares and greetings after half a year; what is unknown never."""
    kept = {
        "said:T:C:1": "2026-11-20",
        "thread:T:C:1:数字工匠": "2026-08-01",
        "share:T:C:1": "2026-08-01",
        "digest:T:2026-W40": "2026-09-28",
        "unknown:T": "2025-01-01",
    }
    gone = {
        "said:T:C:2": "2026-11-01",
        "trigger:T:C:2": "2026-11-01",
        "thread:T:C:2:数字工匠": "2026-05-01",
        "share:T:C:2": "2026-05-01",
        "post:T:C:2": "2026-05-01",
        "greeted:T:C": "2026-05-01",
        "digest:T:2025-W01": "2025-01-01",
        "low:T:C::3": "2025-01-01",
    }
    for key, day in {**kept, **gone}.items():
        filled_store.once.claim(key, f"{day}T00:00:00+00:00")
    assert Tidying(filled_store, lambda: NOW).run_once() == len(gone)
    free = [key for key in (*kept, *gone) if filled_store.once.claim(key, NOW.isoformat())]
    assert free == list(gone)


def test_answers_that_nobody_sent_are_dropped_a_day_after_their_use(filled_store: Store) -> None:
    """Those of a workspace whose process never returns hold people's words; what is still of use stays."""
    for team, until in (("T0GONE", "2020-01-01"), ("T0GONE", "2026-11-30"), ("T0LATE", "2026-11-01")):
        filled_store.parcels.keep([(team, "{}", f"{until}T00:00:00+00:00")])
    assert Tidying(filled_store, lambda: NOW).run_once() == 2
    left = [one.until for one in filled_store.parcels.lease("T0GONE", NOW.isoformat(), "9999")]
    assert left == ["2026-11-30T00:00:00+00:00"]


def test_a_round_that_cannot_write_is_told_and_left_to_the_next(
    library: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """While another process writes, tidying says so in the log and raises nothing."""
    with Store(str(library), patience=0.05) as store, Store(str(library)) as other:
        store.once.claim("said:T:C:1", "2026-01-01T00:00:00+00:00")
        with other.writing():
            assert Tidying(store, lambda: NOW).run_once() == 0
        assert "forgotten later" in caplog.text
        assert Tidying(store, lambda: NOW).run_once() == 1
