"""The scenarios of the load run: a table, and a small function for each kind."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from bench.load.asking import DEAR, finish, spread
from bench.load.program import NotStartedError
from bench.load.stage import HELP
from bench.load.troubles import disk, half_sent, strangers, write_lock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.load.asking import Asker
    from bench.load.counting import Row
    from bench.load.stage import Stage

BUSY = 25.0  # seconds that Slack goes on refusing posts
RETRY_AFTER = 10  # seconds, as it tells
DELIVERING = 90.0  # seconds that mentions are waited for
LOCKED = 40.0  # seconds
DRIPPING, HALF_SENT = 40.0, 1_000


def quiet(stage: Stage) -> None:
    """Ask with no trouble: every answer must come, or the run itself is wrong."""
    with stage.serve() as (_, asker):
        stage.search(asker, 30, 3)
        show_and_help(stage, asker, 5, 2)
        stage.mention(asker, 10, 2)
        stage.settle(asker.asked)


def slow_slack(stage: Stage, seconds: float) -> None:
    """40 mentions whose posts take long, then 30 searches by others."""
    with stage.serve() as (_, asker):
        stage.slack.slow(seconds)
        stage.mention(asker, 40, 1)
        stage.search(asker, 30, 5)
        stage.settle(asker.asked, DELIVERING)


def busy_slack(stage: Stage, number: int) -> None:
    """Mentions whose posts are refused with 429 for a while, then 30 searches by others."""
    with stage.serve() as (_, asker):
        stage.slack.busy(RETRY_AFTER)
        begun = time.monotonic()
        stage.mention(asker, number, 1)
        stage.search(asker, 30, 5)
        time.sleep(max(0.0, BUSY - (time.monotonic() - begun)))
        stage.slack.calm()
        stage.settle(asker.asked, DELIVERING)
    stage.notes["posts refused"] = stage.slack.refusals()


def told_to_end(stage: Stage, trouble: Callable[[Stage], None]) -> None:
    """SIGTERM while 20 mentions and 10 searches are under way; then a new process over the same library."""
    with stage.serve() as (program, asker):
        trouble(stage)
        stage.mention(asker, 20, 1)
        stage.search(asker, 10, 1)
        ended = program.end()
    _go_on(stage, ended)


def burst_at_the_end(stage: Stage) -> None:
    """100 mentions in a third of a second and SIGTERM at once; then a new process over the same library."""
    with stage.serve() as (program, asker):
        stage.mention(asker, 100, 0.3)
        ended = program.end()
    _go_on(stage, ended)


def locked_at_the_end(stage: Stage) -> None:
    """SIGTERM while Slack refuses 20 mentions' answers with 429 and another process holds the write lock."""
    with stage.serve() as (program, asker):
        stage.slack.busy(2 * RETRY_AFTER)
        stage.mention(asker, 20, 2)
        with write_lock(stage.database(), LOCKED):
            ended = program.end()
    _go_on(stage, ended)


def _go_on(stage: Stage, ended: float) -> None:
    """Note how long the end took, and let a new process over the same library go on."""
    stage.notes["seconds to end"] = round(ended, 1) if ended < float("inf") else "killed after 45"
    stage.slack.calm()
    with stage.serve():
        stage.settle(stage.asked, DELIVERING / 2)


def dear_users(stage: Stage, number: int) -> None:
    """People who look up the dearest message again and again, beside 25 who search."""
    with stage.serve() as (_, asker):
        ended = threading.Event()
        dear = [
            threading.Thread(target=_repeat, args=(stage, asker, f"U0DEAR{n}", ended)) for n in range(number)
        ]
        for one in dear:
            one.start()
        try:
            time.sleep(3)
            stage.search(asker, 25, 10)
        finally:
            ended.set()
            finish(dear)
        stage.settle(asker.asked, 60)
    tries = [one for one in stage.asked if one.who == DEAR]
    stage.notes |= {"look-ups": len(tries), "views shown": len(stage.slack.calls("views.open"))}


def _repeat(stage: Stage, asker: Asker, user: str, ended: threading.Event) -> None:
    """Look the dearest message up, and again as soon as it is acknowledged, 300 times at most."""
    for _ in range(300):
        if ended.is_set():
            return
        asker.look_up(stage.library.dear, user)


def locked(stage: Stage) -> None:
    """Another process holds the write lock, beside 60 searches, help and show."""
    with stage.serve() as (_, asker):
        with write_lock(stage.database(), LOCKED):
            begun = time.monotonic()
            with watched(asker):
                show_and_help(stage, asker, 5, 2)
                stage.search(asker, 60, 20)
            time.sleep(max(0.0, LOCKED - (time.monotonic() - begun)))
        stage.settle(asker.asked)


def broken_disk(stage: Stage, trouble: str) -> None:
    """Serve from a disk that is read-only, full at the start, or full since: searches, help, show and mentions."""
    with disk(stage.library.path, stage.folder, writable=trouble != "read-only") as place:
        if trouble == "full at the start":
            place.fill()
        with stage.serve(place.database, place.before_start) as (_, asker):
            if trouble == "full since":
                place.fill()
            with watched(asker):
                show_and_help(stage, asker, 5, 2)
                stage.search(asker, 20, 3)
                stage.mention(asker, 5, 1)
            stage.settle(asker.asked, 10)


def dear_bodies(stage: Stage) -> None:
    """Eight strangers post megabytes that are dear to parse and wrongly signed, beside 25 searches."""
    with stage.serve() as (program, asker):
        with strangers(program.port, 8, 40) as statuses:
            time.sleep(2)
            stage.search(asker, 25, 10)
        stage.settle(asker.asked)
    stage.notes["strangers"] = {str(status): number for status, number in sorted(statuses.items())}


def half_sent_requests(stage: Stage) -> None:
    """1,000 half-sent requests that drip for 40 s: 20 searches and /healthz meanwhile, 10 searches after."""
    with stage.serve() as (program, asker):
        begun = time.monotonic()
        with half_sent(program.port, HALF_SENT, 5) as still_open:
            time.sleep(8)
            with watched(asker):
                stage.search(asker, 20, 24)
            time.sleep(max(0.0, DRIPPING - (time.monotonic() - begun)))
            stage.notes["still open after 40 s"] = still_open()
        time.sleep(2)
        with watched(asker):
            stage.search(asker, 10, 2)
        stage.settle(asker.asked)


def show_and_help(stage: Stage, asker: Asker, number: int, seconds: float) -> None:
    """Let so many users ask for help, and so many for a passage by its code."""
    one = [
        lambda: asker.command("help", HELP, "help"),
        lambda: asker.command(f"show {stage.library.code}", "", "show"),
    ]
    finish(spread(one * number, seconds))


@contextmanager
def watched(asker: Asker, every: float = 2.0) -> Iterator[None]:
    """Ask /healthz every two seconds for as long as the block lasts."""
    ended = threading.Event()

    def watch() -> None:
        for _ in count():
            asker.health()
            if ended.wait(every):
                return

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(20)


@dataclass(frozen=True)
class Scenario:
    """One row: its name, how many requests honest users make, and what is played."""

    name: str
    requests: int
    act: Callable[[Stage], None]

    def play(self, stage: Stage) -> Row:
        """Play it and count; a server that does not start answers nobody."""
        try:
            self.act(stage)
        except NotStartedError as error:
            return stage.failed(self.name, error, self.requests)
        return stage.row(self.name)


SCENARIOS = (
    Scenario("quiet", 40, quiet),
    Scenario("slow-5", 30, partial(slow_slack, seconds=5)),
    Scenario("slow-9", 30, partial(slow_slack, seconds=9)),
    Scenario("busy-20", 30, partial(busy_slack, number=20)),
    Scenario("busy-40", 30, partial(busy_slack, number=40)),
    Scenario("sigterm-slow", 10, partial(told_to_end, trouble=lambda stage: stage.slack.slow(5))),
    Scenario("sigterm-busy", 10, partial(told_to_end, trouble=lambda stage: stage.slack.busy(RETRY_AFTER))),
    Scenario("sigterm-burst", 100, burst_at_the_end),
    Scenario("sigterm-locked", 20, locked_at_the_end),
    Scenario("dear-4", 25, partial(dear_users, number=4)),
    Scenario("dear-16", 25, partial(dear_users, number=16)),
    Scenario("locked", 70, locked),
    Scenario("full-since", 30, partial(broken_disk, trouble="full since")),
    Scenario("full-at-start", 30, partial(broken_disk, trouble="full at the start")),
    Scenario("read-only", 30, partial(broken_disk, trouble="read-only")),
    Scenario("strangers", 25, dear_bodies),
    Scenario("half-sent", 30, half_sent_requests),
)
