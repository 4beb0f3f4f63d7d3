"""What was promised and not yet sent when a process ended: kept in the store, and sent by whoever runs next."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.beside import in_thread
from bot.components import build_client
from bot.service.crew import Crew
from bot.service.home import Home
from bot.wall_clock import now as wall_now
from corpus.errors import PolicyError
from handlers.replies import CATALOGUE
from handlers.slack_api.outgoing import LEASE, Outgoing
from handlers.slack_api.posting import ENDED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from threading import Event

    from slack_sdk import WebClient

    from bot.settings import Settings
    from db.store import Store
    from handlers.slack_api.sending import Sending

LOGGER = logging.getLogger(__name__)
TICK = 10.0  # seconds between two looks at the store
LEAVING = 1.0  # seconds that the look under way has at the end


class Promises:
    """Sends what other processes left, each message once; any process may run it, and several at once.

    `team` returns the workspace whose messages are sent; none are while that is not known yet (empty).
    """

    def __init__(
        self,
        store: Store,
        outgoing: Outgoing,
        client: WebClient,
        team: Callable[[], str],
        now: Callable[[], datetime] = wall_now,
    ) -> None:
        self._store, self._outgoing, self._client, self._now = store, outgoing, client, now
        self._team = team

    def run_once(self) -> int:
        """Take in hand what waits for this workspace; return how many messages that were."""
        now = self._now()
        if not self._store.parcels.waiting(_stamp(now)) or not (team := self._team()):
            return 0
        kept = self._store.parcels.lease(team, _stamp(now), _stamp(now + LEASE))
        for one in kept:
            self._outgoing.resume(self._client, one)
        return len(kept)


def run(promises: Promises, ended: Event) -> None:
    """Send what others left until `ended` is set."""
    while not ended.is_set():
        try:
            promises.run_once()
        except PolicyError as error:
            LOGGER.warning("what an earlier process promised is looked for again: %s", error)
        ended.wait(TICK)


def keep(store: Store, left: Sequence[Sending]) -> None:
    """Keep what nobody has begun to send and somebody waits for; where that fails the log says what is lost."""
    try:
        with store.writing():  # one transaction, and so one wait, where somebody else writes
            for job in left:
                if not job.promised:
                    job.then(job.parcel, ENDED)
            own = [job for job in left if job.promised and (not job.kept or store.parcels.begin(job.kept))]
            store.parcels.keep([(job.parcel.team, job.parcel.written(), job.parcel.until) for job in own])
    except PolicyError as error:
        lost = [job for job in left if job.promised and not job.kept]  # a share is in the store already
        places = ", ".join(sorted({job.parcel.channel for job in lost}))
        LOGGER.error("%s messages are lost, to %s: %s", len(lost), places, error)  # noqa: TRY400 - the cause is a sentence, not a place in our code
    else:
        if own:
            LOGGER.warning("%s messages are kept for the next process", len(own))


@contextmanager
def working(
    settings: Settings, store: Store, now: Callable[[], datetime] = wall_now, *, home: Home | None = None
) -> Iterator[Crew]:
    """Give the threads of a serving process; at the end keep in the store what they have not sent."""
    crew = Crew()
    client = build_client(settings, settings.slack_bot_token)
    home = home or Home(client)
    promises = Promises(store, Outgoing(store, now, CATALOGUE, crew.runners()), client, home.team, now)
    try:
        with in_thread(lambda ended: run(promises, ended), "promises", LEAVING):
            yield crew
    finally:
        keep(store, crew.end())


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
