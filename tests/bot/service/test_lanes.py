"""Lanes: order within one, none in the way of another, and an end that waits for nobody."""

from __future__ import annotations

import logging
from threading import Event, Lock, Timer
from typing import TYPE_CHECKING

from bot.service.lanes import MOST_IN_LANE, Lanes
from handlers.slack_api.runners import HeldBackError

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

PATIENCE = 60  # seconds after which a test is stuck, on however slow a machine


def noting(said: list[str], word: str) -> Callable[[], None]:
    """Return a job that says a word."""
    return lambda: said.append(word)


def test_jobs_of_one_lane_keep_their_order() -> None:
    """Though there are threads for all of them."""
    said: list[str] = []
    lanes = Lanes("test", 8)
    for number in range(100):
        lanes.put("one", noting(said, str(number)))
    assert lanes.close(PATIENCE) == ([], [])
    assert said == [str(number) for number in range(100)]


def test_a_lane_that_stands_still_is_in_nobodys_way() -> None:
    """The others go on with the threads that are left; what did not begin comes back, in order."""
    gate, said = Event(), list[str]()
    lanes = Lanes("test", 2)
    jobs = [noting(said, "b"), noting(said, "c")]
    lanes.put("slow", lambda: gate.wait(PATIENCE))
    for job in jobs:
        lanes.put("slow", job)
    done = Event()
    lanes.put("other", done.set)
    assert done.wait(PATIENCE)
    left, busy = lanes.close(0)
    gate.set()
    assert (left, len(busy), said) == (jobs, 1, [])


def test_two_lanes_run_at_once() -> None:
    """Each of two jobs ends when the other has begun."""
    first, second = Event(), Event()
    lanes = Lanes("test", 2)

    def meet(own: Event, other: Event) -> None:
        own.set()
        assert other.wait(PATIENCE)

    lanes.put("a", lambda: meet(first, second))
    lanes.put("b", lambda: meet(second, first))
    assert lanes.close(PATIENCE) == ([], [])


def test_what_is_held_back_waits_in_no_thread_and_stays_the_first_of_its_lane() -> None:
    """One thread serves another lane meanwhile; after the wait, by the clock, it goes on."""
    now, said, lock = [0.0], list[str](), Lock()
    lanes = Lanes("test", 1, lambda: now[0])
    held = Event()

    def job() -> None:
        with lock:
            if not held.is_set():
                held.set()
                raise HeldBackError(10)
            said.append("held")

    lanes.put("a", job)
    lanes.put("a", noting(said, "next"))
    assert held.wait(PATIENCE)
    done = Event()
    lanes.put("b", done.set)
    assert done.wait(PATIENCE)
    assert said == []
    now[0] = 11.0
    gone = Event()
    lanes.put("c", gone.set)  # somebody has to look at the clock again
    assert gone.wait(PATIENCE)
    ended = Event()
    lanes.put("a", ended.set)
    assert ended.wait(PATIENCE)
    assert said == ["held", "next"]
    lanes.close(0)


def test_the_end_does_not_wait_for_what_is_held_back_for_longer() -> None:
    """It comes back, to be kept."""
    lanes, held = Lanes("test", 1), Event()

    def job() -> None:
        held.set()
        raise HeldBackError(3_600)

    lanes.put("a", job)
    assert held.wait(PATIENCE)
    assert lanes.close(PATIENCE) == ([job], [])


def test_the_end_waits_a_while_for_what_is_under_way() -> None:
    """What was begun comes to its end, though nothing more is begun."""
    lanes, begun, gate, done = Lanes("test", 1), Event(), Event(), Event()

    def job() -> None:
        begun.set()
        gate.wait(PATIENCE)
        done.set()

    lanes.put("a", job)
    assert begun.wait(PATIENCE)
    Timer(0.05, gate.set).start()
    assert lanes.close(0, PATIENCE) == ([], [])
    assert done.is_set()


def test_an_error_is_told_and_the_pool_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    """To whom it concerns, else to the log."""
    lanes, told = Lanes("test", 1), list[Exception]()

    def fail() -> None:
        raise ValueError("cause")

    lanes.put("a", fail, told.append)
    lanes.put("a", fail)
    assert lanes.close(PATIENCE) == ([], [])
    assert [str(error) for error in told] == ["cause"]
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


def test_a_full_lane_takes_no_more() -> None:
    """And says so, while another does; after the end nothing is taken."""
    gate = Event()
    lanes = Lanes("test", 1)
    taken = [lanes.put("a", lambda: gate.wait(PATIENCE)) for _ in range(MOST_IN_LANE + 1)]
    assert taken == [True] * MOST_IN_LANE + [False]
    assert lanes.put("b", gate.set)
    lanes.close(0)
    gate.set()
    assert not lanes.put("c", gate.set)
