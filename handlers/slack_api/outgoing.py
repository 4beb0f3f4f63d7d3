"""Everything that goes out to Slack: handed over here, sent by others, so that no listener waits for it."""

from __future__ import annotations

import logging
from dataclasses import replace as changed
from datetime import timedelta
from typing import TYPE_CHECKING

from corpus.errors import StoreError
from handlers.incoming.received import answered
from handlers.slack_api.message import say
from handlers.slack_api.parcel import Parcel
from handlers.slack_api.posting import BEFORE, BUSY, DONE, EXPIRED, UNCLEAR, told
from handlers.slack_api.sending import LEASE, Sending

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from slack_sdk import WebClient

    from db.parcels import Kept
    from db.store import Store
    from handlers.incoming.event import Event
    from handlers.incoming.request import Request
    from handlers.replies import Replies
    from handlers.slack_api.message import Message
    from handlers.slack_api.runners import Runners

    Then = Callable[[Parcel, str], object]

LOGGER = logging.getLogger(__name__)
# a response_url lives so long (docs.slack.dev/interactivity/handling-user-interaction), and nobody waits
# longer for any other answer either
USE = timedelta(minutes=30)
WAYS = {"whisper": "a thread", "reply": "a response_url"}


class Outgoing:
    """Sends what listeners say: in order within a channel, once, and never in the thread of who says it."""

    def __init__(self, store: Store, now: Callable[[], datetime], replies: Replies, runners: Runners) -> None:
        self._store, self._now, self.replies = store, now, replies
        self.runners = runners

    def reply(self, client: WebClient, request: Request, message: Message, *, replace: bool = False) -> None:
        """Answer one person, by the first way that is open.

        In the thread where it was asked, as a response_url cannot do that: it takes `thread_ts` only for what the
        whole channel sees (docs.slack.dev/interactivity/handling-user-interaction); by the response_url; by direct
        message. What replaces a message goes by the response_url, which alone can do that.
        """
        parcel = Parcel("reply", message, request.team, request.channel, request.user, self.until())
        thread = "" if replace else request.thread
        self._back(client, changed(parcel, url=request.response_url, replace=replace), thread)

    def respond(
        self, client: WebClient, event: Event, message: Message, *, thread: str, then: Then | None = None
    ) -> None:
        """Post a public answer where somebody asked; where Slack refuses it that person is told, and nobody else.

        With `then` that is called with the outcome instead, and the message is not kept for another process.
        """
        parcel = Parcel("post", message, event.team, event.channel, event.user, self.until(), thread=thread)
        self._put(client, parcel, then or self._responded(client), promised=then is None)

    def whisper(self, client: WebClient, event: Event, message: Message, then: Then | None = None) -> None:
        """Show a message to who said something, in the thread where it was said in one."""
        thread = event.thread if event.in_thread else ""
        parcel = Parcel(
            "whisper", message, event.team, event.channel, event.user, self.until(), thread=thread
        )
        self._put(client, parcel, then or noted, promised=then is None)

    def share(self, client: WebClient, parcel: Parcel, then: Then | None = None) -> None:
        """Claim and post a parcel, so that one process posts it once; tell who shared it how that went.

        Claim and parcel are written down together: where this process is killed, another one sends it. A plain
        refusal gives the claim back; it stays where Slack did not answer, as the message may stand there.
        UnwritableError where the store takes neither.
        """
        then = then or self._shared(client)
        now = self._now()
        with self._store.writing():
            mine = self._store.once.claim(parcel.claim, _stamp(now))
            kept = self._hold(parcel, now) if mine else 0
        if mine:
            self._put(client, parcel, self._released(then), kept=kept)
        else:
            then(parcel, BEFORE)

    def _hold(self, parcel: Parcel, now: datetime) -> int:
        """Write a parcel down that this process has in hand; return its number."""
        return self._store.parcels.hold(parcel.team, parcel.written(), parcel.until, _stamp(now + LEASE))

    def resume(self, client: WebClient, kept: Kept) -> None:
        """Send what an earlier process had promised; it is dropped, and the log told, where that is too late."""
        try:
            parcel = Parcel.read(kept.content)
        except (ValueError, KeyError, TypeError):
            LOGGER.exception("a kept message cannot be read and is dropped")
            self._store.parcels.begin(kept.id)
            return
        then = self._ending(client, parcel)
        job = Sending(parcel, client, self._now, then, self._store.parcels, kept.id)
        runner = self.runners.posts if parcel.way == "post" else self.runners.answers
        runner.put(parcel.lane, job)

    def until(self) -> str:
        """Return until when what is said now is of use, as ISO."""
        return _stamp(self._now() + USE)

    def _put(
        self, client: WebClient, parcel: Parcel, then: Then, *, promised: bool = True, kept: int = 0
    ) -> None:
        runner = self.runners.posts if parcel.way == "post" else self.runners.answers
        job = Sending(parcel, client, self._now, then, self._store.parcels, kept, promised=promised)
        if not runner.put(parcel.lane, job):
            LOGGER.error("too many messages wait for %s", parcel.channel)
            if kept:
                self._dropped(kept)
            then(parcel, BUSY)
        if promised:
            answered()

    def _dropped(self, kept: int) -> None:
        """Take back a parcel that was written down and is not sent."""
        try:
            self._store.parcels.begin(kept)
        except StoreError as error:
            LOGGER.warning("a message that was refused may be sent later: %s", error)

    def _back(self, client: WebClient, parcel: Parcel, thread: str) -> None:
        """Answer by the first way that is open: into the thread where it was asked, by response_url, by message."""
        if thread and parcel.channel:
            self._answer(client, changed(parcel, way="whisper", thread=thread))
        elif parcel.url:
            self._answer(client, parcel)
        else:
            self._answer(client, changed(parcel, way="post", channel=parcel.user, replace=False))

    def _answer(self, client: WebClient, parcel: Parcel) -> None:
        """Send a private answer; those that go by direct message wait behind no channel either."""
        job = Sending(parcel, client, self._now, self._answered(client))
        if not self.runners.answers.put(parcel.lane, job):
            LOGGER.error("too many answers wait; %s gets none", parcel.user)
        answered()

    def _ending(self, client: WebClient, parcel: Parcel) -> Then:
        """Return the callback for the outcome of a parcel that an earlier process left."""
        if parcel.claim:
            return self._released(self._shared(client))
        if parcel.way == "post" and parcel.channel != parcel.user:
            return self._responded(client)
        return self._answered(client)

    def _answered(self, client: WebClient) -> Then:
        """Return the callback of a private answer: it tries the next way where one failed.

        Also where it is unclear whether Slack has shown it: a second private copy does no harm.
        """

        def then(parcel: Parcel, outcome: str) -> None:
            if outcome == DONE or (outcome == UNCLEAR and parcel.way != "whisper"):
                return
            if outcome == EXPIRED:
                LOGGER.warning("an answer to %s came too late and is dropped", parcel.user)
                return
            if parcel.way == "post":
                LOGGER.error("no way to answer %s: %s", parcel.user, outcome)
            elif parcel.way == "whisper" and parcel.url:
                LOGGER.warning("a thread took nothing for %s: %s", parcel.user, outcome)
                self._answer(client, changed(parcel, way="reply", thread=""))
            else:
                LOGGER.warning("%s took nothing for %s: %s", WAYS[parcel.way], parcel.user, outcome)
                last = changed(parcel, way="post", channel=parcel.user, thread="", url="", replace=False)
                self._answer(client, changed(last, begun=False))

        return then

    def _responded(self, client: WebClient) -> Then:
        """Return the callback of a public answer: it tells who asked, alone, that it could not be posted."""

        def then(parcel: Parcel, outcome: str) -> None:
            if outcome in {DONE, UNCLEAR}:
                return
            LOGGER.error("an answer was not posted in %s: %s", parcel.channel, outcome)
            known = {BUSY: self.replies.too_busy, EXPIRED: self.replies.too_late}
            message = say(known.get(outcome) or self.replies.not_posted.format(error=outcome))
            self._put(client, changed(parcel, way="whisper", message=message, until=self.until()), noted)

        return then

    def _shared(self, client: WebClient) -> Then:
        """Tell who shared how it went."""

        def then(parcel: Parcel, outcome: str) -> None:
            said = say(told(outcome, parcel.done, parcel.invite, self.replies))
            answer = Parcel("reply", said, parcel.team, parcel.channel, parcel.user, self.until())
            self._back(client, changed(answer, url=parcel.url), parcel.asked)

        return then

    def _released(self, then: Then) -> Then:
        """Give a claim back where Slack plainly refused."""

        def first(parcel: Parcel, outcome: str) -> None:
            if outcome not in {DONE, UNCLEAR}:
                self._release(parcel.claim)
            then(parcel, outcome)

        return first

    def _release(self, claim: str) -> None:
        """Give a claim back; where the store cannot be written to the log says what that means."""
        try:
            self._store.once.release(claim)
        except StoreError as error:
            LOGGER.warning("what was refused cannot be posted by another click: %s", error)


def _stamp(at: datetime) -> str:
    return at.isoformat(timespec="seconds")


def noted(parcel: Parcel, outcome: str) -> None:
    """Leave it at the log: there is no other way to somebody in a channel."""
    if outcome not in {DONE, UNCLEAR}:
        LOGGER.error("and %s could not be told in %s: %s", parcel.user, parcel.channel, outcome)
