"""Share to channel: one passage, posted once per answer shown, with the name of who shared it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from slack_sdk.errors import SlackApiError

from handlers.answer import Shown
from handlers.drawing import answers
from handlers.drawing.buttons import SHARE
from handlers.drawing.passages import quote_range
from handlers.drawing.shares import shared_message
from handlers.posting import NOT_THERE, post
from handlers.replying import Replying
from handlers.request import Request
from handlers.state import Shared

if TYPE_CHECKING:
    from slack_bolt import Ack, App
    from slack_sdk import WebClient

    from handlers.parts import Parts

LOGGER = logging.getLogger(__name__)


def register(app: App, parts: Parts) -> None:
    """Listen to the button."""
    app.action(SHARE)(Sharing(parts).handle)


class Sharing:
    """Posts what a button names. The claim on it is in the store, so any number of processes may run."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def handle(self, ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        """Acknowledge, share, and tell the one who clicked how it went."""
        request = Request.of(body)
        with Replying(ack, request, client, patience=0) as reply:
            if self._parts.is_new(request):
                reply.send(answers.say(self._share(request, client)))

    def _share(self, request: Request, client: WebClient) -> str:
        """Post the passage once and return what to say about it."""
        replies = self._parts.replies
        wanted = Shared.read(request.value)
        found = self._parts.answering.show(wanted.code) if wanted else None
        if wanted is None or found is None:
            return replies.stale
        key = f"share:{request.team}:{request.channel}:{wanted.answer}:{wanted.code}"
        if not self._parts.store.once.claim(key, self._parts.stamp()):
            return replies.shared_before
        return self._post(request, client, _as_shown(found, wanted), key)

    def _post(self, request: Request, client: WebClient, passage: Shown, key: str) -> str:
        """Post under a claim: given back where Slack plainly refused, kept where the outcome is unclear."""
        replies = self._parts.replies
        try:
            post(client, request.channel, shared_message(passage, request.user, replies))
        except SlackApiError as error:
            self._parts.store.once.release(key)
            cause = str(error.response.get("error", ""))
            LOGGER.warning("share refused in %s: %s", request.channel, cause)
            return replies.invite if cause in NOT_THERE else replies.share_refused.format(error=cause)
        except OSError as error:
            LOGGER.warning("share unclear in %s: %s", request.channel, error)
            return replies.share_unclear
        return replies.shared


def _as_shown(found: Shown, wanted: Shared) -> Shown:
    """Cut the passage to the range that was shown; a forged range still gives whole sentences."""
    quoted = found.quoted
    excerpt = quote_range(quoted.section, wanted.start, wanted.end)
    return Shown(answers.requoted(quoted, excerpt), found.removed_at)
