"""The sub-commands of /policy that are about initiatives and about what a channel wants to hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.incoming.mrkdwn import one_line
from handlers.incoming.words import AGAIN, divided
from handlers.listeners.card_buttons import watch
from handlers.listeners.initiative_answers import about, names_of
from handlers.listeners.name_spotting import NEVER
from handlers.listeners.permissions import is_admin, is_restricted, may_set, restrict
from handlers.rendering import cards
from handlers.slack_api.message import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from handlers.context import AppContext
    from handlers.incoming.typed_command import TypedCommand
    from handlers.incoming.words import ParsedCommand
    from handlers.slack_api.message import Message


CHANGING = ("watch", "spot", "restrict")  # with words behind them; bare they tell how it stands
NAMED = 20  # silenced names that are told


def changes(asked: ParsedCommand) -> bool:
    """Whether a command changes what somebody or a channel has chosen."""
    return asked.name in CHANGING and bool(asked.rest)


class InitiativeCommands:
    """about, initiatives, watch, watches, spot, restrict."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.answers: dict[str, Callable[[TypedCommand], Message]] = {
            "about": self._about,
            "initiatives": self._initiatives,
            "watch": self._watch,
            "watches": self._watches,
            "spot": self._spot,
            "restrict": self._restrict,
        }

    def _about(self, typed: TypedCommand) -> Message:
        if not typed.rest:
            return say(self._context.replies.name_wanted)
        return about(self._context, typed.rest, typed.request.name)

    def _initiatives(self, typed: TypedCommand) -> Message:
        return names_of(self._context, typed.rest, typed.request.name)

    def _watch(self, typed: TypedCommand) -> Message:
        if not typed.rest:
            return say(self._context.replies.name_wanted)
        return watch(self._context, typed.request, typed.rest)

    def _watches(self, typed: TypedCommand) -> Message:
        names = self._context.store.watches.of(typed.request.team, typed.request.user)
        return cards.watches_list(names, typed.request.name, self._context.replies)

    def _spot(self, typed: TypedCommand) -> Message:
        replies, store, request = self._context.replies, self._context.store, typed.request
        wanted = typed.rest.lower()
        if not wanted:
            return say(self._spot_status(typed))
        first, name = divided(typed.rest)
        if first.lower() in AGAIN:
            return self._spot_again(typed, name)
        if wanted not in replies.spot_modes:
            return say(replies.spot_unknown.format(word=one_line(typed.rest, 30)))
        if not may_set(self._context, request, typed.client):
            return say(replies.admins_only)
        store.settings.put(request.team, request.channel, "spot", wanted, self._context.stamp())
        if wanted != "off":
            store.once.forget(f"cooling:{request.team}:{request.channel}:", "9999")
        said = replies.spot_set.format(mode=replies.spot_modes[wanted])
        return say(said if wanted == "off" else f"{said}{replies.spot_join}")

    def _spot_again(self, typed: TypedCommand, name: str) -> Message:
        """Bring back terms that were silenced: one, or all."""
        replies, settings, request = self._context.replies, self._context.store.settings, typed.request
        if not may_set(self._context, request, typed.client):
            return say(replies.admins_only)
        card = self._context.lookup.exact(name)
        wanted = {name, card.name if card else name}
        silenced = settings.keys(request.team, request.channel, NEVER)
        back = [one for one in silenced if not name or one in wanted]
        for one in back:
            settings.drop(request.team, request.channel, f"{NEVER}{one}")
        said = replies.spot_again if back else replies.spot_again_none
        return say(said.format(names=_listed(back)))

    def _restrict(self, typed: TypedCommand) -> Message:
        replies, team, wanted = self._context.replies, typed.request.team, typed.rest.lower()
        if wanted in {"on", "off"}:
            if not is_admin(typed.request, typed.client):
                return say(replies.not_an_admin)
            restrict(self._context, team, wanted)
        return say(replies.restricted if is_restricted(self._context, team) else replies.unrestricted)

    def _spot_status(self, typed: TypedCommand) -> str:
        replies, settings, request = self._context.replies, self._context.store.settings, typed.request
        mode = settings.get(request.team, request.channel, "spot") or "off"
        silenced = settings.keys(request.team, request.channel, NEVER)
        said = replies.spot_is.format(
            mode=replies.spot_modes[mode],
            cards=settings.counted(request.team, request.channel, "spotted"),
            nevers=len(silenced),
        )
        return said + (replies.spot_silenced.format(names=_listed(silenced)) if silenced else "")


def _listed(names: Sequence[str]) -> str:
    return "、".join(one_line(name, 40) for name in names[:NAMED])
