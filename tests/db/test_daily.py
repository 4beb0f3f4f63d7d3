"""Daily posts: claimed once, taken over once, settled for good."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from db.daily import CLAIMED, DROPPED, MISSED, POSTED, SKIPPED, UNSURE, WAITING, Post
from db.store import Store
from tests.db.test_subscriptions import MORNING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DUE = "2026-11-23T01:00:00+00:00"
LEASE = "2026-11-23T01:00:15+00:00"
LATER = "2026-11-23T01:00:30+00:00"
POST = Post("T1", "C1", "2026-11-23", CLAIMED, DUE, "claim", DUE, LEASE, attempts=1, passage="key", round=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store with one subscription."""
    with Store(str(tmp_path / "policy.db")) as opened:
        opened.subscriptions.save(MORNING)
        yield opened


def test_a_date_is_claimed_by_one_of_many(store: Store) -> None:
    """Of claims at the same moment, through stores of their own, exactly one succeeds."""

    def claim(number: int) -> bool:
        with Store(str(store.path)) as own:
            return own.daily.claim(replace(POST, claim=f"claim {number}"))

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(claim, range(12))) == 1


def test_a_lease_is_taken_over_once(store: Store) -> None:
    """Two that saw the same expired lease cannot both have it; the claim and its first time stay."""
    store.daily.claim(POST)
    mine = store.daily.take_over(POST, LATER)
    assert mine == replace(POST, lease_until=LATER, attempts=2)
    assert store.daily.take_over(POST, LATER) is None
    assert store.daily.open(MORNING.team) == [mine]


def test_who_lost_the_lease_cannot_put_the_post_off(store: Store) -> None:
    """A process that was held up changes nothing about an attempt that is another's by now."""
    store.daily.claim(POST)
    store.daily.take_over(POST, LATER)
    store.daily.put_off(POST, WAITING, LATER, "ratelimited")
    assert store.daily.open(MORNING.team)[0].state == CLAIMED


def test_what_was_put_off_waits_open(store: Store) -> None:
    """A post that Slack did not take stays open, with the time and the reason."""
    store.daily.claim(POST)
    store.daily.put_off(POST, WAITING, LATER, "ratelimited")
    (found,) = store.daily.open(MORNING.team)
    assert (found.state, found.retry_at, found.error) == (WAITING, LATER, "ratelimited")


def test_settling_closes_the_post_and_the_date(store: Store) -> None:
    """A posted date is handled, and nothing that comes later makes it anything else."""
    store.daily.claim(POST)
    store.daily.settle(POST, POSTED, ts="1.2")
    store.daily.settle(POST, DROPPED, error="late")
    assert store.daily.open(MORNING.team) == []
    found = store.daily.get(*POST.name)
    assert found is not None
    assert (found.state, found.ts) == (POSTED, "1.2")
    assert store.subscriptions.active(MORNING.team)[0].handled == "2026-11-23"


def test_a_post_that_turns_up_after_all_is_posted(store: Store) -> None:
    """Whoever knows that the message stands there is believed over whoever did not know."""
    store.daily.claim(POST)
    store.daily.settle(POST, UNSURE, error="missing_scope")
    store.daily.settle(POST, POSTED, ts="1.2")
    found = store.daily.get(*POST.name)
    assert found is not None
    assert found.state == POSTED


def test_a_date_without_a_post_is_recorded_and_handled(store: Store) -> None:
    """A missed date is in the history, and the channel goes on to the next."""
    assert store.daily.record(replace(POST, state=MISSED))
    assert not store.daily.record(replace(POST, state=MISSED))
    assert [post.state for post in store.daily.history("T1", "C1")] == [MISSED]
    assert store.subscriptions.active(MORNING.team)[0].handled == "2026-11-23"


def test_a_skip_can_be_taken_back_and_a_post_cannot(store: Store) -> None:
    """Only what was skipped can be unskipped."""
    store.daily.claim(replace(POST, state=SKIPPED))
    assert store.daily.unskip(*POST.name)
    store.daily.claim(POST)
    assert not store.daily.unskip(*POST.name)


def test_another_card_is_put_on_an_open_post(store: Store) -> None:
    """A passage that left the library between two attempts makes room for another."""
    store.daily.claim(POST)
    store.daily.redeal(replace(POST, passage="other", code="k7m2-9xqd", start=3, end=40))
    (found,) = store.daily.open(MORNING.team)
    assert (found.passage, found.code, found.start, found.end) == ("other", "k7m2-9xqd", 3, 40)


def test_an_imported_day_takes_the_place_of_an_older_import(store: Store) -> None:
    """Importing a day again changes it, and no other day."""
    store.calendar.keep({date(2027, 1, 1): False, date(2028, 1, 1): False})
    store.calendar.keep({date(2027, 2, 14): True, date(2028, 1, 1): True})
    assert store.calendar.days() == {"2027-01-01": False, "2027-02-14": True, "2028-01-01": True}
