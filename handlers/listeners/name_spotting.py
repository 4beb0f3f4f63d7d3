"""An initiative named in passing, where the channel wants to hear of it: once a thread, with a cooldown."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from corpus.errors import UnwritableError
from handlers.incoming.button_values import name_of
from handlers.incoming.message_text import names_user, own_words
from handlers.rendering.cards import small_card
from handlers.slack_api.posting import DONE, UNCLEAR
from handlers.slack_api.reactions import react

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from handlers.context import AppContext
    from handlers.incoming.event import Event

LOGGER = logging.getLogger(__name__)
NEVER = "never:"  # and a name: a setting of the channel
COOLDOWN = timedelta(minutes=30)
LONGEST = 40_000  # characters of a message that are looked at: all that Slack takes (chat.postMessage, text)
EMOJI = "bookmark_tabs"


class NameSpotting:
    """Looks at every message of a channel that has switched it on, and at no other; keeps none of them."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    def heard(self, event: Event, client: WebClient, bot: str) -> None:
        """Show the card of the first name that may be shown; a mention of the bot is answered elsewhere."""
        mode = self._context.spotting(event)
        if mode == "off" or names_user(event.text, bot):
            return
        names = self._context.lookup.spot_in_talk(own_words(event.text)[:LONGEST])
        if not names or not self._context.is_first(event):
            return
        # one after another: what is not shown now may be the next time
        free = next((name for name in names if self._may_show(event, name)), "")
        if free:
            self._show(event, free, mode, client)

    def _may_show(self, event: Event, name: str) -> bool:
        """Claim a name for this thread and, for a while, for this channel."""
        once = self._context.store.once
        if self._context.store.channel_settings.get(event.team, event.channel, f"{NEVER}{name}"):
            return False
        cooling, thread = _claims(event, name)
        before = (self._context.now() - COOLDOWN).isoformat(timespec="seconds")
        with self._context.store.claiming():  # both or, where the store fails, neither
            once.forget(cooling, before)
            if not once.claim(cooling, self._context.stamp()):
                return False
            if once.claim(thread, self._context.stamp()):
                return True
            once.release(cooling)  # this thread has had its card; another may have one
        return False

    def _show(self, event: Event, name: str, mode: str, client: WebClient) -> None:
        """Show a name that was claimed; where it clearly was not shown, it may be the next time."""

        def then(_: object, outcome: str) -> None:
            try:
                if outcome == DONE:
                    self._context.store.channel_settings.count(event.team, event.channel, "spotted")
                elif outcome != UNCLEAR:
                    self._release(event, name)
            except UnwritableError as error:
                LOGGER.warning("what came of a card in %s is not kept: %s", event.channel, error)

        card = self._context.lookup.exact(name)
        if card is None:
            self._release(event, name)
        elif mode == "reaction":
            react(self._context.outgoing, client, event, EMOJI, lambda outcome: then(None, outcome))
        else:
            message = small_card(card, name_of(event.team, event.channel, event.ts), self._context.replies)
            outgoing = self._context.outgoing
            if mode == "private":
                outgoing.whisper(client, event, message, then)
            else:
                outgoing.respond(client, event, message, thread=event.thread, then=then)

    def _release(self, event: Event, name: str) -> None:
        for claim in _claims(event, name):
            self._context.store.once.release(claim)


def _claims(event: Event, name: str) -> tuple[str, str]:
    """Name the claims on a term: on a while in the channel, and on the thread."""
    place = f"{event.team}:{event.channel}"
    return f"cooling:{place}:{name}|", f"thread:{place}:{event.thread}:{name}"
