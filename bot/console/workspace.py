"""What a Slack workspace remembers: people, channels, messages, views and the triggers it gave out."""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from bot.wall_clock import now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

Json = dict[str, Any]

TEAM = "T0POLICY"
APP = "A0POLICY"
BOT_USER = "U0POLICYBOT"
BOT_ID = "B0POLICYBOT"
PERSON = "U0READER"
CHANNEL = "C0OFFICE"


class RefusedError(Exception):
    """Slack says no; the message is Slack's own word for it (`not_in_channel`)."""


class Workspace:
    """The memory of one made-up workspace; the caller keeps threads apart.

    Whoever and wherever is not told beforehand is made on first use: a person in Asia/Shanghai, a public
    channel that the bot is a member of, a direct message where the id starts with D.
    """

    def __init__(self, clock: Callable[[], datetime] = now) -> None:
        self.clock = clock
        self.team = TEAM
        self.people: dict[str, Json] = {}
        self.channels: dict[str, Json] = {}
        self.messages: dict[str, list[Json]] = defaultdict(list)
        self.reactions: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.views: dict[str, Json] = {}
        self.stack: list[str] = []
        self.used_triggers: set[str] = set()
        self._last = 0
        # the bot remembers triggers and events in its store, so those of another day must be others
        self._run, self._numbers = token_hex(5).upper(), count(1)
        self.add_channel(CHANNEL, name="office")
        self.add_person(PERSON, name="reader")
        self.add_person(BOT_USER, name="policy")

    def add_person(self, user: str, *, name: str = "", **changes: object) -> Json:
        """Add somebody; `tz`, `locale` and whatever else users.info tells may be given."""
        person = {"id": user, "team_id": TEAM, "name": name or user.lower(), "is_bot": user == BOT_USER}
        zone = {
            "tz": "Asia/Shanghai",
            "tz_label": "China Standard Time",
            "tz_offset": 28800,
            "locale": "zh-CN",
        }
        self.people[user] = {**person, **zone, "deleted": False, "is_admin": False, **changes}
        return self.people[user]

    def add_channel(self, channel: str, *, name: str = "", **changes: object) -> Json:
        """Add a channel; `is_member`, `is_private`, `is_archived`, `is_ext_shared` … may be given."""
        direct, private = channel.startswith("D"), channel.startswith("G")
        told = {"id": channel, "name": name or channel.lower(), "is_channel": not direct, "is_im": direct}
        standing = {
            "is_private": private or direct,
            "is_member": True,
            "is_archived": False,
            "is_ext_shared": False,
        }
        self.channels[channel] = {**told, **standing, **changes}
        return self.channels[channel]

    def person(self, user: str) -> Json:
        """Return what is known of a person."""
        return self.people.get(user) or self.add_person(user)

    def channel(self, channel: object) -> Json:
        """Return a channel; a user's id stands for the direct messages with that user."""
        if not isinstance(channel, str) or not channel:
            raise RefusedError("channel_not_found")
        if channel.startswith(("U", "W")):
            channel = f"D{channel[1:]}"
        return self.channels.get(channel) or self.add_channel(channel)

    def name_of(self, key: str) -> str:
        """Return how a channel or a person is called."""
        if key in self.channels:
            known = self.channels[key]
            return "the direct messages" if known["is_im"] else f"#{known['name']}"
        return str(self.person(key)["name"])

    def open_to_bot(self, channel: object) -> Json:
        """Return a channel where the bot may post; raise RefusedError where it may not."""
        known = self.channel(channel)
        if known["is_archived"]:
            raise RefusedError("is_archived")
        if not known["is_member"]:
            raise RefusedError("channel_not_found" if known["is_private"] else "not_in_channel")
        return known

    def ts(self) -> str:
        """Give the time stamp of a new message: later than every one before it."""
        self._last = max(self._last + 1, int(self.clock().timestamp() * 1_000_000))
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"

    def number(self, prefix: str) -> str:
        """Give an id that nothing else has."""
        return f"{prefix}{self._run}{next(self._numbers):05d}"

    def keep(self, channel: str, **message: object) -> Json:
        """Remember a message and return it, with its time stamp."""
        kept = {"type": "message", "team": TEAM, **message, "ts": self.ts()}
        self.messages[channel].append(kept)
        return kept

    def find(self, channel: str, ts: str) -> Json:
        """Return one message; raise RefusedError where there is none."""
        for message in self.messages[self.channel(channel)["id"]]:
            if message["ts"] == ts:
                return message
        raise RefusedError("message_not_found")

    def top_level(self, channel: str) -> Iterator[Json]:
        """Give the messages of a channel that stand in no thread, newest first."""
        for message in reversed(self.messages[channel]):
            parent = message.get("thread_ts")
            if not parent or parent == message["ts"] or message.get("subtype") == "thread_broadcast":
                yield message

    def thread(self, channel: str, ts: str) -> Iterator[Json]:
        """Give a message and the replies to it, oldest first."""
        for message in self.messages[channel]:
            if ts in {message["ts"], message.get("thread_ts")}:
                yield message

    def use_trigger(self, trigger: str) -> None:
        """Use up a trigger id; raise RefusedError when it is missing or was used before."""
        if not trigger:
            raise RefusedError("invalid_arguments")
        if trigger in self.used_triggers:
            raise RefusedError("exchanged_trigger_id")
        self.used_triggers.add(trigger)

    def show_view(self, view: Json, *, on_top: bool) -> Json:
        """Open a view, alone or on top of the one that is open (three at most), as Slack does."""
        if on_top and len(self.stack) >= 3:
            raise RefusedError("push_limit_reached")
        opened = {**view, "id": self.number("V"), "hash": self.number("h"), "team_id": TEAM, "app_id": APP}
        opened["app_installed_team_id"] = TEAM
        opened |= {"bot_id": BOT_ID, "state": {"values": {}}}
        self.stack = [*self.stack, opened["id"]] if on_top else [opened["id"]]
        opened["root_view_id"] = self.stack[0]
        opened["previous_view_id"] = self.stack[-2] if on_top and len(self.stack) > 1 else None
        self.views[opened["id"]] = opened
        return opened

    def change_view(self, key: str, view: Json) -> Json:
        """Put another content into an open view, named by its id or its external id."""
        for known in self.views.values():
            if key in {known["id"], known.get("external_id")}:
                known.update(view, hash=self.number("h"))
                return known
        raise RefusedError("not_found")
