"""What every surface is given: the answers, the store, the clock, the dice and the words to say."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from handlers.initiatives.lookup import Lookup
from handlers.replies import Replies

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from random import Random

    from db.store import Store
    from handlers.answering import Answering
    from handlers.hearing.event import Event
    from handlers.hearing.request import Request

KEPT = timedelta(days=7)  # Slack delivers an event for the last time after minutes
RESTED = timedelta(days=180)  # nobody goes on in a thread that is older, where a term had its card
TIDIED = 0.01  # of requests also tidy up
PATIENCE = 0.5  # seconds an answer may take to travel in the acknowledgement; Slack waits for three


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of the app, chosen by `bot.app`."""

    answering: Answering
    store: Store
    now: Callable[[], datetime]
    rng: Random
    replies: Replies = field(default_factory=Replies)
    patience: float = PATIENCE
    lookup: Lookup = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lookup", Lookup(self.store, self.answering))

    def stamp(self) -> str:
        """Return the present instant as the store keeps it: ISO, to the second."""
        return self.now().isoformat(timespec="seconds")

    def spotting(self, event: Event) -> str:
        """Return what the channel of an event has chosen: `on`, `reaction`, `private`, or `off` as it began."""
        return self.store.settings.get(event.team, event.channel, "spot") or "off"

    def is_new(self, request: Request) -> bool:
        """Whether this request is seen for the first time, in any process.

        Slack never sends a command or a click again, so a second one with the same trigger is a replay.
        """
        if not request.trigger:
            return True
        self._tidy()
        return self.store.once.claim(f"trigger:{request.name}", self.stamp())

    def is_first(self, event: Event) -> bool:
        """Whether neither this delivery nor another event told of this message before, in any process."""
        self._tidy()
        # one after another, and no further than the first that is taken: of two deliveries at once each could
        # otherwise take one claim, and nobody would answer
        return all(self.store.once.claim(key, self.stamp()) for key in event.claims())

    def _tidy(self) -> None:
        """Now and then forget the claims that nothing can repeat any more; those on shares are kept."""
        if self.rng.random() < TIDIED:
            before = (self.now() - KEPT).isoformat(timespec="seconds")
            for prefix in ("trigger:", "event:", "said:", "cooling:"):
                self.store.once.forget(prefix, before)
            self.store.once.forget("thread:", (self.now() - RESTED).isoformat(timespec="seconds"))
