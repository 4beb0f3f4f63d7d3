"""The sub-commands of /policy that are about initiatives and about what a channel wants to hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.drawing import answers, cards
from handlers.mrkdwn import one_line
from handlers.naming import about, names_of
from handlers.restricting import is_admin, is_restricted, may_set, restrict
from handlers.surfaces.card_buttons import watch

if TYPE_CHECKING:
    from collections.abc import Callable

    from handlers.message import Message
    from handlers.parts import Parts
    from handlers.typed import Typed


class InitiativeCommands:
    """about, initiatives, watch, watches, spot, restrict."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.answers: dict[str, Callable[[Typed], Message]] = {
            "about": self._about,
            "initiatives": self._initiatives,
            "watch": self._watch,
            "watches": self._watches,
            "spot": self._spot,
            "restrict": self._restrict,
        }

    def _about(self, typed: Typed) -> Message:
        if not typed.rest:
            return answers.say(self._parts.replies.name_wanted)
        return about(self._parts, typed.rest, typed.request.name)

    def _initiatives(self, typed: Typed) -> Message:
        return names_of(self._parts, typed.rest, typed.request.name)

    def _watch(self, typed: Typed) -> Message:
        if not typed.rest:
            return answers.say(self._parts.replies.name_wanted)
        return watch(self._parts, typed.request, typed.rest)

    def _watches(self, typed: Typed) -> Message:
        names = self._parts.store.watches.of(typed.request.team, typed.request.user)
        return cards.watches_list(names, typed.request.name, self._parts.replies)

    def _spot(self, typed: Typed) -> Message:
        replies, store, request = self._parts.replies, self._parts.store, typed.request
        wanted = typed.rest.lower()
        if not wanted:
            return answers.say(self._spot_status(typed))
        if wanted not in replies.spot_modes:
            return answers.say(replies.spot_unknown.format(word=one_line(typed.rest, 30)))
        if not may_set(self._parts, request, typed.client):
            return answers.say(replies.admins_only)
        store.settings.put(request.team, request.channel, "spot", wanted, self._parts.stamp())
        if wanted != "off":
            store.once.forget(f"cooling:{request.team}:{request.channel}:", "9999")
        said = replies.spot_set.format(mode=replies.spot_modes[wanted])
        return answers.say(said if wanted == "off" else f"{said}{replies.spot_join}")

    def _restrict(self, typed: Typed) -> Message:
        replies, team, wanted = self._parts.replies, typed.request.team, typed.rest.lower()
        if wanted in {"on", "off"}:
            if not is_admin(typed.request, typed.client):
                return answers.say(replies.not_an_admin)
            restrict(self._parts, team, wanted)
        return answers.say(replies.restricted if is_restricted(self._parts, team) else replies.unrestricted)

    def _spot_status(self, typed: Typed) -> str:
        replies, settings, request = self._parts.replies, self._parts.store.settings, typed.request
        mode = settings.get(request.team, request.channel, "spot") or "off"
        return replies.spot_is.format(
            mode=replies.spot_modes[mode],
            cards=settings.counted(request.team, request.channel, "spotted"),
            nevers=settings.counted(request.team, request.channel, "nevered"),
        )
