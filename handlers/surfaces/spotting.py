"""An initiative named in passing, where the channel wants to hear of it: once a thread, with a cooldown."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from handlers.drawing.cards import small_card
from handlers.posting import post, whisper
from handlers.spoken import names_user, own_words
from handlers.state import name_of

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from handlers.card import Card
    from handlers.event import Event
    from handlers.parts import Parts

COOLDOWN = timedelta(minutes=30)
LONGEST = 3_000  # characters of a message that are looked at
EMOJI = "bookmark_tabs"


class Spotting:
    """Looks at every message of a channel that has switched it on, and at no other; keeps none of them."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def heard(self, event: Event, client: WebClient, bot: str) -> None:
        """Show the card of the first name that may be shown; a mention of the bot is answered elsewhere."""
        mode = self._parts.spotting(event)
        if mode == "off" or names_user(event.text, bot):
            return
        names = self._parts.lookup.spot_in_passing(own_words(event.text)[:LONGEST])
        if not names or not self._parts.is_first(event):
            return
        # one after another: what is not shown now may be the next time
        free = next((name for name in names if self._may_show(event, name)), "")
        if free:
            self._show(event, free, mode, client)

    def _may_show(self, event: Event, name: str) -> bool:
        """Claim a name for this thread and, for a while, for this channel."""
        once, place = self._parts.store.once, f"{event.team}:{event.channel}"
        if self._parts.store.settings.get(event.team, event.channel, f"never:{name}"):
            return False
        cooling = f"cooling:{place}:{name}|"
        before = (self._parts.now() - COOLDOWN).isoformat(timespec="seconds")
        once.forget(cooling, before)
        if not once.claim(cooling, self._parts.stamp()):
            return False
        if once.claim(f"thread:{place}:{event.thread}:{name}", self._parts.stamp()):
            return True
        once.release(cooling)  # this thread has had its card; another may have one
        return False

    def _show(self, event: Event, name: str, mode: str, client: WebClient) -> None:
        card = self._parts.lookup.exact(name)
        if card is None:
            return
        self._put(event, card, mode, client)
        self._parts.store.settings.count(event.team, event.channel, "spotted")

    def _put(self, event: Event, card: Card, mode: str, client: WebClient) -> None:
        if mode == "reaction":
            client.reactions_add(channel=event.channel, timestamp=event.ts, name=EMOJI)
            return
        message = small_card(card, name_of(event.team, event.channel, event.ts), self._parts.replies)
        if mode == "private":
            thread = event.thread if event.in_thread else None
            whisper(client, event.channel, event.user, message, thread)
        else:
            post(client, event.channel, message, thread_ts=event.thread)
