"""Share to channel: a passage or a card, posted once per answer shown, with the name of who shared it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handlers.answer import Shown
from handlers.incoming.button_values import NamedInitiative, SharedPassage
from handlers.incoming.request import Request
from handlers.ranges import quote_range
from handlers.rendering import answers
from handlers.rendering.buttons import SHARE
from handlers.rendering.cards import shared_card
from handlers.rendering.shares import shared_message
from handlers.slack_api.message import say
from handlers.slack_api.parcel import Parcel

if TYPE_CHECKING:
    from slack_bolt import Ack, App
    from slack_sdk import WebClient

    from handlers.context import AppContext
    from handlers.slack_api.message import Message


def register(app: App, context: AppContext) -> None:
    """Listen to the button."""
    app.action(SHARE)(Sharing(context).handle)


class Sharing:
    """Posts what a button names. The claim on it is in the store, so any number of processes may run."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def handle(self, ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        """Acknowledge, share, and tell the one who clicked how it went."""
        request = Request.of(body)
        ack()
        if not self._context.is_new(request):
            return
        replies, outgoing = self._context.replies, self._context.outgoing
        key, message = shareable(self._context, request.value, request.user)
        if message is None:
            outgoing.reply(client, request, say(replies.stale))
            return
        parcel = Parcel(
            "post",
            message,
            request.team,
            request.channel,
            request.user,
            outgoing.until(),
            url=request.response_url,
            asked=request.thread,
            claim=f"share:{request.team}:{request.channel}:{key}",
            done=replies.shared,
            invite=replies.invite,
        )
        outgoing.share(client, parcel)


def shareable(context: AppContext, value: str, user: str) -> tuple[str, Message | None]:
    """Return what a button's value names: its key, and the message; None where it names nothing we have."""
    passage, named = SharedPassage.read(value), NamedInitiative.read(value)
    if passage is not None:
        found = context.answering.show(passage.code)
        message = shared_message(as_shown(found, passage), user, context.replies) if found else None
        return f"{passage.answer}:{passage.code}", message
    if named is not None:
        card = context.lookup.exact(named.name)
        return f"{named.answer}:{named.name}", shared_card(card, user, context.replies) if card else None
    return "", None


def as_shown(found: Shown, wanted: SharedPassage) -> Shown:
    """Cut the passage to the range that was shown; a forged range still gives whole sentences."""
    excerpt = quote_range(found.quoted.section, wanted.start, wanted.end, wanted.hits)
    return Shown(answers.requoted(found.quoted, excerpt), found.removed_at)
