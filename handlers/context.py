"""What every listener is given: the answers, the store, the clock, the dice and the words to say."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.errors import UnwritableError
from handlers.daily.quote_pool import QuotePool
from handlers.daily.subscription_service import SubscriptionService
from handlers.initiatives.comparing import Comparison
from handlers.initiatives.lookup import Lookup
from handlers.replies import CATALOGUE, Replies
from handlers.seen_keys import Memory
from handlers.slack_api.outgoing import Outgoing
from handlers.slack_api.replying import Replying
from handlers.slack_api.runners import Runners

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from random import Random

    from slack_sdk import WebClient

    from db.store import Store
    from handlers.answering import Answering
    from handlers.incoming.event import Event
    from handlers.incoming.request import Request
    from handlers.slack_api.prompt_ack import PromptAck

    Act = Callable[[Replying], object]

LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class AppContext:
    """The parts of the app, chosen by `bot.app`.

    `spent` tells the seconds that a thread has used of the processor; without it work is bounded by numbers alone.
    `zone` is the time zone of the office, for whoever has none.
    """

    answering: Answering
    store: Store
    now: Callable[[], datetime]
    rng: Random
    replies: Replies = CATALOGUE
    seen: Memory = field(default_factory=Memory)
    runners: Runners = field(default_factory=Runners)
    spent: Callable[[], float] | None = None
    zone: str = "UTC"
    lookup: Lookup = field(init=False)
    outgoing: Outgoing = field(init=False)
    pool: QuotePool = field(init=False)
    subscriptions: SubscriptionService = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lookup", Lookup(self.store, self.answering))
        object.__setattr__(self, "outgoing", Outgoing(self.store, self.now, self.replies, self.runners))
        pool = QuotePool(self.store)
        object.__setattr__(self, "pool", pool)
        object.__setattr__(self, "subscriptions", SubscriptionService(self.store, pool, self.now, self.rng))

    def comparison(self) -> Comparison:
        """Return what compares the sentences of one request with the library, within its share of work."""
        return Comparison(self.answering, self.spent)

    def stamp(self) -> str:
        """Return the present instant as the store keeps it: ISO, to the second."""
        return self.now().isoformat(timespec="seconds")

    def spotting(self, event: Event) -> str:
        """Return what the channel of an event has chosen: `on`, `reaction`, `private`, or `off` as it began."""
        return self.store.channel_settings.get(event.team, event.channel, "spot") or "off"

    def is_new(self, request: Request) -> bool:
        """Whether this process sees a request for the first time.

        Slack never sends a command or a click again, so a second one with the same trigger is a replay. What
        answers privately and changes nothing needs no more: a replay to another process does no harm.
        """
        return not request.trigger or self.seen.take(f"trigger:{request.name}")

    def may_change(self, request: Request) -> bool:
        """Whether a request that changes something is seen for the first time, in any process.

        UnwritableError where that cannot be written down, as then the change could not be either.
        """
        if not request.trigger:
            return True
        return self.store.once.claim(f"trigger:{request.name}", self.stamp())

    def answer(
        self, ack: PromptAck, request: Request, client: WebClient, act: Act, *, changing: bool = False
    ) -> None:
        """Let `act` answer a request that is no replay; it has been acknowledged when this returns."""
        with Replying(ack, request, client, self.outgoing) as reply:
            first = self.may_change if changing else self.is_new
            if first(request):
                act(reply)

    def is_first(self, event: Event) -> bool:
        """Whether neither this delivery nor another event told of this message before, in any process."""
        return self.takes(*event.claims())

    def takes(self, *keys: str) -> bool:
        """Claim keys for a public answer; True for one caller in all processes, who is the one to answer.

        Keys are claimed in order up to the first that is taken: else each of two deliveries could take one, and nobody
        would answer. Where the store cannot be written to, this process's memory alone decides.
        """
        if not all(map(self.seen.take, keys)):
            return False
        try:
            return self.store.once.claim_each(keys, self.stamp())
        except UnwritableError as error:
            LOGGER.warning("an answer goes out without a claim: %s", error)
            return True
