"""The threads of a serving process: those that read and look up, and those that may wait for Slack."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.service.ending import CALLS as CALLS_END
from bot.service.ending import Ending
from bot.service.hearing_again import HearingAgain
from bot.service.lanes import Lanes
from bot.service.listening import Listening
from handlers.slack_api.runners import RequestJob, Runners
from handlers.slack_api.sending import Sending

if TYPE_CHECKING:
    from handlers.incoming.received import Received
    from handlers.slack_api.runners import Job

LOGGER = logging.getLogger(__name__)
LISTENERS = 8  # busy with the processor, which they share: more of them would only take turns
POSTS, ANSWERS, OPENS, CALLS, READS = 16, 24, 16, 12, 12  # these wait for Slack and cost nothing


@dataclass(frozen=True, slots=True)
class Left:
    """What a process leaves to the next: messages that nobody has begun to send, requests without an answer."""

    messages: list[Sending] = field(default_factory=list)
    requests: list[Received] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Crew:
    """All of them; none of these threads keeps the process from ending."""

    listeners: Lanes = field(default_factory=lambda: Lanes("listener", LISTENERS))
    posts: Lanes = field(default_factory=lambda: Lanes("post", POSTS))
    answers: Lanes = field(default_factory=lambda: Lanes("answer", ANSWERS))
    opens: Lanes = field(default_factory=lambda: Lanes("open", OPENS))
    calls: Lanes = field(default_factory=lambda: Lanes("call", CALLS))
    reads: Lanes = field(default_factory=lambda: Lanes("read", READS))
    ending: Ending = field(default_factory=Ending)
    again: HearingAgain = field(default_factory=HearingAgain)

    def executor(self) -> Listening:
        """Return what Bolt runs listeners with."""
        return Listening(self.listeners, self.ending)

    def runners(self) -> Runners:
        """Return what listeners hand their work to."""
        return Runners(self.posts, self.answers, self.opens, self.calls, self.reads)

    def end(self, seconds: float | None = None) -> Left:
        """Work on for so long at most, in all, until the deadline where none are given; return what is left.

        A message that is under way may arrive or not, and is not sent again; the log names it.
        """
        until = Ending()  # of its own where `seconds` are given
        limit = seconds
        if seconds is None:
            until, limit = self.ending, CALLS_END
        # calls say something at their end, and posts tell how they went
        pools = (self.listeners, self.calls, self.reads, self.opens, self.posts, self.answers)
        self.listeners.stop(0)
        for lanes in pools[1:]:
            lanes.stop(until.left(limit or 0.0))
        waiting: list[Job] = []
        busy: list[Job] = []
        for lanes in pools:  # what another pool put in meanwhile is among it
            left, under_way = lanes.collect()
            waiting += left
            busy += under_way
        return _sorted(waiting, busy)


def _sorted(waiting: list[Job], busy: list[Job]) -> Left:
    """Tell what can be kept of jobs; the log has the rest."""
    for job in busy:
        if not isinstance(job, RequestJob):
            place = job.parcel.channel if isinstance(job, Sending) else "Slack"
            LOGGER.warning("ended while a call was under way; it is unclear what came of it: %s", place)
    messages = [job for job in waiting if isinstance(job, Sending)]
    parts = [job.received for job in (*waiting, *busy) if isinstance(job, RequestJob)]
    requests = [one for one in dict.fromkeys(parts) if not one.answered]
    undone = sum(not isinstance(job, Sending | RequestJob) for job in waiting)
    if undone:
        LOGGER.warning("ended with %s windows, emojis and messages in passing undone", undone)
    return Left(messages, requests)
