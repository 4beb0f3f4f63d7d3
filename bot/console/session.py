"""One person's session in Slack: where they are, and what they can do there."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bot.console import fields, payloads
from bot.console.modal_driver import MistakenError, ModalDriver, pick
from bot.console.payloads import Where
from bot.console.workspace import BOT_USER, CHANNEL, PERSON

if TYPE_CHECKING:
    from bot.console.dispatch import Delivery
    from bot.console.hearing import Hearing
    from bot.console.screen import Screen, ShownMessage
    from bot.console.stand_in import SlackStandIn

Json = dict[str, Any]

LOOKUP, SEARCH = "policy_lookup", "policy_search"
KINDS = MappingProxyType(
    {"private": {"is_private": True}, "shared": {"is_ext_shared": True}, "outside": {"is_member": False}}
)


class Session:
    """Does in the made-up workspace what a person does in Slack, and shows what comes of it."""

    def __init__(self, slack: SlackStandIn, delivery: Delivery, screen: Screen, hearing: Hearing) -> None:
        self.slack, self.delivery, self.screen, self.hearing = slack, delivery, screen, hearing
        self.user, self.channel, self.thread = PERSON, CHANNEL, ""
        self.modals = ModalDriver(self)
        self._last_events: list[Json] = []

    def where(self, channel: str = "", thread: str = "") -> Where:
        """Return where the person is, or would be in another channel."""
        workspace = self.slack.workspace
        return Where(workspace.person(self.user), workspace.channel(channel or self.channel), thread)

    def go(self, name: str, kind: str = "") -> None:
        """Go to a channel by its name, or to the direct messages with the bot (`dm`).

        `kind` makes it a private one, one shared with another organisation, or one the bot is not in.
        """
        if kind and kind not in KINDS:
            raise MistakenError(f"a channel is {', '.join(KINDS)} or nothing special")
        workspace = self.slack.workspace
        known = {channel["name"]: key for key, channel in workspace.channels.items()}
        made = f"D{self.user[1:]}" if name == "dm" else f"C{name.upper()}"
        self.channel, self.thread = known.get(name, made), ""
        if self.channel not in workspace.channels:
            workspace.add_channel(self.channel, name=name)
        workspace.channels[self.channel].update(KINDS.get(kind, {}))

    def become(self, name: str) -> None:
        """Act as somebody else from now on."""
        workspace = self.slack.workspace
        known = {person["name"]: key for key, person in workspace.people.items()}
        self.user = known.get(name, f"U{name.upper()}")
        if self.user not in workspace.people:
            workspace.add_person(self.user, name=name)

    def thread_of(self, number: int) -> str:
        """Return the thread that a message stands in, or would open."""
        shown = self._message(number)
        if shown.seen_by:
            raise MistakenError("a message that only you see has no thread")
        return shown.thread or shown.ts

    def command(self, command: str, text: str) -> None:
        """Type a slash command; Slack itself refuses those in threads."""
        if self.thread:
            raise MistakenError(
                "Slack takes no slash commands in threads; mention @policy, or `leave` the thread"
            )
        url = self.hearing.response_url(self.channel, self.user)
        form = payloads.slash_command(self.where(), command, text, self.slack.trigger(), url)
        self.hearing.acknowledged(self.delivery.form(form), self.channel, self.user)

    def say(self, text: str, *, thread: str = "", bot: bool = False) -> None:
        """Post a message; the bot hears of it where it is a member."""
        author: Json = (
            payloads.by_other_bot(text) if bot else {"text": payloads.escape(text), "user": self.user}
        )
        content = author | {
            "blocks": payloads.typed_blocks(text),
            "client_msg_id": self.slack.workspace.number("c"),
        }
        thread = thread or self.thread
        content |= {"thread_ts": thread, "parent_user_id": self.user} if thread else {}
        with_ts = self.slack.say(self.channel, content.pop("text"), **content)
        name = "other-bot" if bot else self.where().user["name"]
        self.screen.show(name, self.channel, with_ts, thread=thread)
        self._tell_of(with_ts, mentioned=f"<@{BOT_USER}>" in with_ts["text"])

    def edit(self, number: int, text: str) -> None:
        """Edit a message; Slack tells the change, and a mention once more under a new event id."""
        shown = self._message(number)
        message = self.slack.workspace.find(shown.channel, shown.ts)
        before = dict(message)
        stamp = self.slack.workspace.ts()
        changed = {"text": payloads.escape(text), "blocks": payloads.typed_blocks(text)}
        message |= {**changed, "edited": {"user": self.user, "ts": stamp}}
        self.screen.change(shown, message)
        where = self.where(shown.channel)
        events = [payloads.changed_event(where, message, before, stamp)]
        if f"<@{BOT_USER}>" in message["text"]:
            events.append(payloads.mention_event(where, message))
        self._send_events(events)

    def again(self) -> None:
        """Deliver the last events once more, as Slack does when it saw no answer."""
        if not self._last_events:
            raise MistakenError("there was no event yet; say something first")
        for told in self._last_events:
            self.delivery.event(told, retry=1)
        self.hearing.catch_up()

    def click(self, number: int, message: int = 0) -> None:
        """Click a button of the open modal, of a message by its number, or of the newest one with buttons."""
        modal = self.screen.modal()
        if modal and not message:
            self.modals.click(modal, pick(modal.controls, number))
            return
        shown = self._message(message) if message else self.screen.latest()
        if shown is None:
            raise MistakenError("there is nothing to click")
        control = pick(shown.controls, number)
        if fields.is_field(control.element):
            raise MistakenError(f"{number} is filled in, not clicked: `fill {number} TEXT`")
        self._deliver(payloads.acted(control.element, control.block_id, self.ts()), shown)

    def labelled(self, label: str) -> int:
        """Return the number of the first button with this label where `click` would look."""
        place = self.screen.modal() or self.screen.latest()
        for number, control in enumerate(place.controls if place else (), 1):
            if control.element.get("text", {}).get("text") == label:
                return number
        raise MistakenError(f"there is no button called {label}")

    def fill(self, number: int, typed: str) -> None:
        """Fill in a field of the open modal, or choose from a menu of the newest message."""
        modal, shown = self.screen.modal(), self.screen.latest()
        control = pick(modal.controls if modal else shown.controls if shown else [], number)
        if not fields.is_field(control.element):
            raise MistakenError(f"{number} is clicked, not filled in: `click {number}`")
        try:
            value = fields.filled(control.element, typed)
        except ValueError as error:
            raise MistakenError(str(error)) from error
        if modal:
            self.modals.fill(modal, control, value)
        elif shown:
            self._deliver(payloads.acted(control.element, control.block_id, self.ts(), **value), shown)

    def lookup(self, number: int) -> None:
        """Use the message shortcut on a message, whoever wrote it."""
        shown = self._message(number)
        if shown.seen_by:
            raise MistakenError("Slack offers no shortcuts on messages that only you see")
        message = self.slack.workspace.find(shown.channel, shown.ts)
        url = self.hearing.response_url(shown.channel, self.user)
        where = self.where(shown.channel)
        told = payloads.message_action(where, LOOKUP, message, self.slack.trigger(), url, self.ts())
        self.interact(told)

    def shortcut(self) -> None:
        """Use the global shortcut."""
        told = payloads.global_shortcut(self.where(), SEARCH, self.slack.trigger(), self.ts())
        self.interact(told)

    def invite(self) -> None:
        """Invite the bot to the channel."""
        self.where().channel["is_member"] = True
        self._send_events([payloads.joined_event(self.where(), self.ts())])

    def _deliver(self, action: Json, shown: ShownMessage) -> None:
        """Tell the app of a click in a message."""
        url = self.hearing.response_url(shown.channel, self.user, shown)
        message = {**shown.content, "ts": shown.ts}
        where = self.where(shown.channel)
        place = payloads.in_message(where, message, ephemeral=bool(shown.seen_by), response_url=url)
        self.interact(payloads.block_actions(where, action, place, self.slack.trigger()))

    def interact(self, payload: Json) -> None:
        """Send an interaction and show what comes of it."""
        self.hearing.noticed(self.delivery.interaction(payload))

    def _tell_of(self, message: Json, *, mentioned: bool) -> None:
        """Send the events of a posting: a mention is told twice, under two event ids."""
        where = self.where()
        if not where.channel["is_member"]:
            self.screen.note("the bot is not in this channel and does not hear it; `invite` it")
            return
        direct = where.channel["is_im"]
        events = [payloads.mention_event(where, message)] if mentioned and not direct else []
        self._send_events([*events, payloads.message_event(where, message)])

    def _send_events(self, events: list[Json]) -> None:
        workspace = self.slack.workspace
        shared = bool(self.where().channel.get("is_ext_shared"))
        now = workspace.clock().timestamp()
        self._last_events = [
            payloads.event(told, workspace.number("Ev"), now, shared=shared) for told in events
        ]
        for told in self._last_events:
            self.delivery.event(told)
        self.hearing.catch_up()

    def _message(self, number: int) -> ShownMessage:
        shown = self.screen.number(number)
        if shown is None:
            raise MistakenError(f"there is no message #{number}")
        return shown

    def ts(self) -> str:
        """Give a fresh time stamp."""
        return self.slack.workspace.ts()
