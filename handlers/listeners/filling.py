"""A window that is shown in time: with the answer, or empty and filled a moment later.

A trigger opens one window within three seconds (docs.slack.dev/interactivity/handling-user-interaction), so
opening goes before everything else, and waits for nobody.
"""

from __future__ import annotations

import logging
from threading import Timer
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from corpus.errors import UnwritableError
from handlers.rendering.views import looking, results_view
from handlers.slack_api.message import say
from handlers.slack_api.modals import update
from handlers.slack_api.posting import cause_of
from handlers.slack_api.runners import part_of_request

if TYPE_CHECKING:
    from types import TracebackType

    from slack_sdk import WebClient

    from handlers.incoming.request import Request
    from handlers.replies import Replies
    from handlers.slack_api.message import Message
    from handlers.slack_api.outgoing import Outgoing
    from handlers.slack_api.prompt_ack import PromptAck
    from handlers.slack_api.runners import Job

LOGGER = logging.getLogger(__name__)
LOADING = 0.8  # seconds after which a window opens empty: its trigger lives three


class ToldError(Exception):
    """Something failed, and the one who asked has been told; the cause is for the log."""


def apology(error: Exception, replies: Replies) -> str:
    """Return what is said where something failed: that it passes, where nothing could be stored."""
    return replies.unwritable if isinstance(error, UnwritableError) else replies.failure


class Filling:
    """One window, as a context: an error inside is told in it where it is open, else as an answer.

    What is done to it stands in one lane, so that it is opened before it is changed.
    """

    def __init__(
        self,
        outgoing: Outgoing,
        client: WebClient,
        request: Request,
        replies: Replies,
        patience: float = LOADING,
    ) -> None:
        self._outgoing, self._client, self._request, self._replies = outgoing, client, request, replies
        self._view, self._over, self._lost = "", False, False
        self._timer = Timer(patience, self._put, [self._open_empty])
        self._timer.daemon = True

    def arm(self) -> Filling:
        """Begin to wait for the answer."""
        self._timer.start()
        return self

    def __enter__(self) -> Filling:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.cancel()
        if isinstance(error, Exception):
            self.tell(say(apology(error, self._replies)))
            raise ToldError from error

    def cancel(self) -> None:
        """Open nothing from now on by itself."""
        self._over = True
        self._timer.cancel()

    def show(self, view: dict[str, Any], instead: Message) -> None:
        """Show the window; where it could not be opened the one who asked is told `instead`."""
        self.cancel()
        self._put(lambda: self._fill(view, instead), instead)

    def tell(self, message: Message) -> None:
        """Say something in the window where it stands open, else as an answer."""
        self.cancel()
        self._put(lambda: self._fill(results_view(message, self._replies), message, opening=False), message)

    def _put(self, job: Job, instead: Message | None = None) -> None:
        """Have it done by those who open windows; where there is no room the one who asked is told `instead`."""
        if self._outgoing.runners.opens.put(self._request.trigger, part_of_request(job)):
            return
        LOGGER.error("too many windows wait to be opened")
        if instead is not None:
            self._outgoing.reply(self._client, self._request, instead)

    def _open_empty(self) -> None:
        if not self._over:
            self._open(looking(self._replies))

    def _fill(self, view: dict[str, Any], instead: Message, *, opening: bool = True) -> None:
        if self._view:
            update(self._outgoing, self._client, self._view, view)
            return
        if opening and not self._lost:
            self._open(view)
        if not self._view:
            self._outgoing.reply(self._client, self._request, instead)

    def _open(self, view: dict[str, Any]) -> None:
        """Open it; a refusal is remembered, as the trigger is used up."""
        try:
            opened = self._client.views_open(trigger_id=self._request.trigger, view=view)
            self._view = str(opened["view"]["id"])
        except (SlackApiError, OSError) as error:
            LOGGER.warning("a window was not opened: %s", cause_of(error))
            self._lost = True


class Submitted:
    """A window that was sent off: answered in the acknowledgement, or changed where that has gone."""

    def __init__(
        self, ack: PromptAck, view: dict[str, Any], client: WebClient, outgoing: Outgoing, replies: Replies
    ) -> None:
        self._ack, self._view, self._client = ack, view, client
        self._outgoing, self._replies = outgoing, replies

    def __enter__(self) -> Submitted:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if isinstance(error, Exception):
            self.show(results_view(say(apology(error, self._replies)), self._replies))
            raise ToldError from error

    def show(self, made: dict[str, Any]) -> None:
        """Put the answer in the place of the window."""
        if not self._ack.offer(response_action="update", view=made):
            key = str(self._view.get("id") or "")
            update(self._outgoing, self._client, key, made, settling=True)
