"""How much one person, and one workspace, may ask in a while: two token buckets, in memory. It knows no Slack.

A bucket holds so many tokens and fills again at a steady rate; a request takes some, and waits where there are
too few (https://en.wikipedia.org/wiki/Token_bucket).
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from math import ceil
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Key = TypeVar("Key")
KNOWN = 10_000  # buckets of each kind that are kept; who asked longest ago is forgotten, with a full bucket


@dataclass(frozen=True, slots=True)
class Rate:
    """A bucket of `most` tokens that fills with `refill` tokens a second."""

    most: float
    refill: float


# what it costs stands in listeners/rate_limits.py: 30 searches at once, then 30 a minute
PERSON = Rate(60, 1)
WORKSPACE = Rate(3_000, 50)


@dataclass(frozen=True, slots=True)
class RateVerdict:
    """Whether a request may go on; else whole seconds until it may, whose bucket is empty, and whether to say so.

    Who has been told is not told again before that time is over.
    """

    allowed: bool
    seconds: int = 0
    everybody: bool = False
    new: bool = True


@dataclass(slots=True)
class Bucket:
    """What is left at an instant, in seconds of the clock, and until when its owner has been told to wait."""

    left: float
    at: float
    told: float = 0.0


class Buckets:
    """The buckets of a process. `clock` counts seconds; without it nothing is limited."""

    def __init__(
        self, clock: Callable[[], float] | None, person: Rate = PERSON, workspace: Rate = WORKSPACE
    ) -> None:
        self._clock, self._person, self._workspace = clock, person, workspace
        self._lock = Lock()
        self._people: OrderedDict[tuple[str, str], Bucket] = OrderedDict()
        self._teams: OrderedDict[str, Bucket] = OrderedDict()

    def take(self, team: str, user: str, cost: float) -> RateVerdict:
        """Take tokens for a request of a person in a workspace; a refused one takes none."""
        if self._clock is None or not cost:
            return RateVerdict(allowed=True)
        with self._lock:
            now = self._clock()
            own = _filled(self._people, (team, user), self._person, now)
            shared = _filled(self._teams, team, self._workspace, now)
            waits = (
                (cost - own.left) / self._person.refill,
                (cost - shared.left) / self._workspace.refill,
            )
            if max(waits) <= 0:
                own.left -= cost
                shared.left -= cost
                return RateVerdict(allowed=True)
            seconds, new = max(1, ceil(max(waits))), own.told <= now
            own.told = max(own.told, now + seconds) if new else own.told
            return RateVerdict(allowed=False, seconds=seconds, everybody=waits[1] > waits[0], new=new)


def _filled(buckets: OrderedDict[Key, Bucket], key: Key, rate: Rate, now: float) -> Bucket:
    """Return a bucket as it is now, and make it the last one to be forgotten."""
    bucket = buckets.setdefault(key, Bucket(rate.most, now))
    bucket.left = min(rate.most, bucket.left + max(0.0, now - bucket.at) * rate.refill)
    bucket.at = now
    buckets.move_to_end(key)
    if len(buckets) > KNOWN:
        buckets.popitem(last=False)
    return bucket
