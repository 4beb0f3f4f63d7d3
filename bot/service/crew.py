"""The threads of a serving process: those that read and look up, and those that may wait for Slack."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.service.lanes import Lanes
from bot.service.listening import Listening
from bot.wall_clock import ticks
from handlers.slack_api.runners import Runners
from handlers.slack_api.sending import Sending

if TYPE_CHECKING:
    from handlers.slack_api.runners import Job

LOGGER = logging.getLogger(__name__)
LISTENERS = 8  # busy with the processor, which they share: more of them would only take turns
POSTS, ANSWERS, OPENS, CALLS = 16, 24, 16, 12  # these wait for Slack and cost nothing
ENDING = 5.0  # seconds that calls to Slack have at the end


@dataclass(frozen=True, slots=True)
class Crew:
    """All of them; none of these threads keeps the process from ending."""

    listeners: Lanes = field(default_factory=lambda: Lanes("listener", LISTENERS))
    posts: Lanes = field(default_factory=lambda: Lanes("post", POSTS))
    answers: Lanes = field(default_factory=lambda: Lanes("answer", ANSWERS))
    opens: Lanes = field(default_factory=lambda: Lanes("open", OPENS))
    calls: Lanes = field(default_factory=lambda: Lanes("call", CALLS))

    def executor(self) -> Listening:
        """Return what Bolt runs listeners with."""
        return Listening(self.listeners)

    def runners(self) -> Runners:
        """Return what listeners hand their work to."""
        return Runners(posts=self.posts, answers=self.answers, opens=self.opens, calls=self.calls)

    def end(self, seconds: float = ENDING) -> list[Sending]:
        """Work on for so long at most, in all; return the messages that nobody has begun to send.

        What is under way may arrive or not, and is not sent again; the log names it.
        """
        until = ticks() + seconds
        left: list[Job] = []
        # calls say something at their end, and posts tell how they went
        for lanes in (self.calls, self.opens, self.posts, self.answers):
            waiting, busy = lanes.close(max(0.0, until - ticks()))
            left += waiting
            for job in busy:
                place = job.parcel.channel if isinstance(job, Sending) else "Slack"
                LOGGER.warning("ended while a call was under way; it is unclear what came of it: %s", place)
        kept = [job for job in left if isinstance(job, Sending)]
        if len(left) > len(kept):
            LOGGER.warning("ended with %s windows, emojis and questions undone", len(left) - len(kept))
        return kept
