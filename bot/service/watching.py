"""Watchers are told by every process that serves: a stupid loop round `WatchDelivery.run_once`, in a thread."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.beside import in_thread, repeat
from bot.components import build_client, build_context
from bot.service.home import Home
from bot.wall_clock import now as wall_now
from handlers.watch_delivery import WatchDelivery

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from threading import Event

    from bot.settings import Settings
    from db.store import Store

TICK = 5.0  # seconds between two looks at the store
LEAVING = 1.0  # seconds that the message under way has at the end
QUIET = timedelta(seconds=20)  # an import goes on while its news is younger


def tell_once(
    settings: Settings, store: Store, now: Callable[[], datetime] = wall_now, *, home: Home | None = None
) -> int:
    """Tell what there is to tell now (`clock --once`); return how many messages went out."""
    client = build_client(settings, settings.slack_bot_token)
    home = home or Home(client, waits=True)
    return WatchDelivery(build_context(store, now), home.team, QUIET).run_once(client)


@contextmanager
def telling(
    settings: Settings, store: Store, now: Callable[[], datetime] = wall_now, *, home: Home | None = None
) -> Iterator[None]:
    """Tell watchers of our workspace in a thread of this process for as long as the block lasts."""
    client = build_client(settings, settings.slack_bot_token)
    home = home or Home(client, waits=True)
    watching = WatchDelivery(build_context(store, now), home.team, QUIET)

    def run(ended: Event) -> None:
        repeat(lambda: watching.run_once(client), ended, TICK, "telling watchers failed and is tried again")

    with in_thread(run, "watching", LEAVING):
        yield
