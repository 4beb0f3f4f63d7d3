"""What was promised and not yet sent when a process ended: kept in the store, and sent by whoever runs next."""

from __future__ import annotations

import logging
import time
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from bot.beside import in_thread
from bot.components import build_client
from bot.service.crew import Crew, Left
from bot.service.ending import KEEPING
from bot.service.hearing_again import HearingAgain
from bot.service.home import Home
from bot.wall_clock import now as wall_now
from bot.wall_clock import ticks
from corpus.errors import PolicyError, UnwritableError
from handlers.incoming.own import team_of
from handlers.incoming.received import Received
from handlers.replies import CATALOGUE
from handlers.slack_api.outgoing import Outgoing
from handlers.slack_api.posting import ENDED
from handlers.slack_api.sending import LEASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from threading import Event

    from slack_sdk import WebClient

    from bot.settings import Settings
    from db.store import Store
    from handlers.slack_api.sending import Sending

LOGGER = logging.getLogger(__name__)
TICK = 10.0  # seconds between two looks at the store
PAUSE = 0.05  # seconds between two tries to write down what is left
LEAVING = 1.0  # seconds that the look under way has at the end


class Promises:
    """Sends what other processes left, and answers what they did not; each once, whichever process runs it.

    `team` returns the workspace whose messages are sent; none are while that is not known yet (empty).
    """

    def __init__(
        self,
        store: Store,
        outgoing: Outgoing,
        client: WebClient,
        team: Callable[[], str],
        now: Callable[[], datetime] = wall_now,
        again: HearingAgain | None = None,
    ) -> None:
        self._store, self._outgoing, self._client, self._now = store, outgoing, client, now
        self._team, self._again = team, again or HearingAgain()

    def run_once(self) -> int:
        """Take in hand what waits for this workspace; return how many messages and requests that were."""
        now = self._now()
        self._take_up_files()
        if not self._store.parcels.waiting(_stamp(now)) or not (team := self._team()):
            return 0
        kept = self._store.parcels.lease(team, _stamp(now), _stamp(now + LEASE))
        requests = {one.id: received for one in kept if (received := Received.read(one.content))}
        for one in kept:
            if one.id not in requests:
                self._outgoing.resume(self._client, one)
        if requests and self._again.is_ready():
            for number, received in requests.items():
                self._answer(number, received)
        return len(kept)

    def _take_up_files(self) -> None:
        """Bring in what a process had to write beside the store; where that fails the log says so."""
        try:
            self._store.spool.take_up(_stamp(self._now()))
        except PolicyError as error:
            LOGGER.warning("what a process left beside the library is looked for again: %s", error)

    def _answer(self, number: int, received: Received) -> None:
        """Have a request answered as if it came now; it is taken out of the store first, so that it is done once."""
        late = datetime.fromisoformat(received.until) < self._now()
        with self._store.writing():
            if not self._store.parcels.begin(number):
                return
            # the process that took these claims did not answer
            for key in received.claims() if received.begun and not late else ():
                self._store.once.release(key)
        if late:
            LOGGER.warning("a request was kept for too long and is dropped")
            return
        self._again.hear(received)


def run(promises: Promises, ended: Event) -> None:
    """Send what others left until `ended` is set."""
    while not ended.is_set():
        try:
            promises.run_once()
        except PolicyError as error:
            LOGGER.warning("what an earlier process promised is looked for again: %s", error)
        ended.wait(TICK)


def keep(store: Store, left: Left, team: str = "", seconds: float = 0.0) -> None:
    """Keep messages that nobody has begun to send and somebody waits for, and the requests that have no answer.

    Where somebody else writes it is tried again for so many seconds; then it goes into a file beside the store.
    Where that fails too the log says what is lost. `team` is our own workspace.
    """
    if not left.messages and not left.requests:
        return
    until = ticks() + seconds
    while True:
        try:
            number = _keep(store, left, team)
        except UnwritableError as error:
            if ticks() >= until:
                _spool(store, left, team, error)
                return
            time.sleep(PAUSE)
        except PolicyError as error:
            _spool(store, left, team, error)
            return
        else:
            if number or left.requests:
                told = (number, len(left.requests))
                LOGGER.warning("%s messages are kept for the next process, and %s requests", *told)
            return


def _keep(store: Store, left: Left, team: str) -> int:
    """Keep everything in one transaction; return how many messages that were."""
    with store.writing():  # one transaction, and so one wait, where somebody else writes
        for job in left.messages:
            if not job.promised:
                job.then(job.parcel, ENDED)
        own = [
            job for job in left.messages if job.promised and (not job.kept or store.parcels.begin(job.kept))
        ]
        store.parcels.keep(_parcels(own, left.requests, team))
    return len(own)


def _spool(store: Store, left: Left, team: str, cause: PolicyError) -> None:
    """Write into a file what the store does not take; what was written down before stays in the store."""
    own = [job for job in left.messages if job.promised and not job.kept]
    if not own and not left.requests:
        return
    try:
        place = store.spool.write(_parcels(own, left.requests, team))
    except PolicyError as error:
        places = ", ".join(sorted({job.parcel.channel for job in own}))
        lost = (len(own), places, len(left.requests))
        LOGGER.error("%s messages are lost, to %s, and %s requests: %s; %s", *lost, cause, error)  # noqa: TRY400 - the cause is a sentence, not a place in our code
    else:
        told = (len(own), len(left.requests), place, cause)
        LOGGER.warning(
            "%s messages and %s requests are kept in %s, as the library cannot be written to: %s", *told
        )


def _parcels(messages: list[Sending], requests: list[Received], team: str) -> list[tuple[str, str, str]]:
    """Return rows to keep: the workspace, the content, and until when it is of use."""
    sent = [(job.parcel.team, job.parcel.written(), job.parcel.until) for job in messages]
    return sent + [(team or team_of(one.body), one.written(), one.until) for one in requests]


@contextmanager
def working(
    settings: Settings, store: Store, now: Callable[[], datetime] = wall_now, *, home: Home | None = None
) -> Iterator[Crew]:
    """Give the threads of a serving process; at the end keep in the store what they have not sent."""
    crew = Crew()
    client = build_client(settings, settings.slack_bot_token)
    home = home or Home(client)
    promises = Promises(
        store, Outgoing(store, now, CATALOGUE, crew.runners()), client, home.team, now, crew.again
    )
    try:
        with in_thread(lambda ended: run(promises, ended), "promises", LEAVING):
            yield crew
    finally:
        left = crew.end()
        keep(store, left, home.team(), crew.ending.left(KEEPING))


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
