"""The sub-commands of /policy that are about initiatives and about what a channel wants to hear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.incoming.command_words import AGAIN, divided
from handlers.incoming.mrkdwn import one_line
from handlers.listeners.card_buttons import watch
from handlers.listeners.initiative_answers import about, names_of
from handlers.listeners.name_spotting import NEVER
from handlers.listeners.permissions import is_admin, is_restricted, may_set, restrict
from handlers.rendering import cards
from handlers.slack_api.message import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handlers.context import AppContext
    from handlers.incoming.command_words import TypedCommand
    from handlers.slack_api.message import Message


NAMED = 20  # silenced names that are told


def show_card(context: AppContext, typed: TypedCommand) -> Message:
    """Show the card of a name, or what is near it."""
    if not typed.rest:
        return say(context.replies.name_wanted)
    return about(context, typed.rest, typed.request.name)


def initiatives(context: AppContext, typed: TypedCommand) -> Message:
    """List initiatives by frequency, of one article or of all."""
    return names_of(context, typed.rest, typed.request.name)


def watch_name(context: AppContext, typed: TypedCommand) -> Message:
    """Watch a name for the one who asked."""
    if not typed.rest:
        return say(context.replies.name_wanted)
    return watch(context, typed.request, typed.rest)


def watches(context: AppContext, typed: TypedCommand) -> Message:
    """List what the one who asked watches."""
    names = context.store.watches.of(typed.request.team, typed.request.user)
    return cards.watches_list(names, typed.request.name, context.replies)


def spot(context: AppContext, typed: TypedCommand) -> Message:
    """Set how the channel hears of names in passing, or tell how that is set."""
    replies, store, request = context.replies, context.store, typed.request
    wanted = typed.rest.lower()
    if not wanted:
        return say(_spot_status(context, typed))
    first, name = divided(typed.rest)
    if first.lower() in AGAIN:
        return _spot_again(context, typed, name)
    if wanted not in replies.spot_modes:
        return say(replies.spot_unknown.format(word=one_line(typed.rest, 30)))
    if not may_set(context, request, typed.client):
        return say(replies.admins_only)
    store.channel_settings.put(request.team, request.channel, "spot", wanted, context.stamp())
    if wanted != "off":
        store.once.forget(f"cooling:{request.team}:{request.channel}:", "9999")
    said = replies.spot_set.format(mode=replies.spot_modes[wanted])
    return say(said if wanted == "off" else f"{said}{replies.spot_join}")


def _spot_again(context: AppContext, typed: TypedCommand, name: str) -> Message:
    """Bring back terms that were silenced: one, or all."""
    replies, settings, request = context.replies, context.store.channel_settings, typed.request
    if not may_set(context, request, typed.client):
        return say(replies.admins_only)
    card = context.lookup.exact(name)
    wanted = {name, card.name if card else name}
    silenced = settings.keys(request.team, request.channel, NEVER)
    back = [one for one in silenced if not name or one in wanted]
    for one in back:
        settings.drop(request.team, request.channel, f"{NEVER}{one}")
    said = replies.spot_again if back else replies.spot_again_none
    return say(said.format(names=_listed(back)))


def restrict_settings(context: AppContext, typed: TypedCommand) -> Message:
    """Leave the settings of channels to admins or to everybody, or tell to whom they are left."""
    replies, team, wanted = context.replies, typed.request.team, typed.rest.lower()
    if wanted in {"on", "off"}:
        if not is_admin(typed.request, typed.client):
            return say(replies.not_an_admin)
        restrict(context, team, wanted)
    return say(replies.restricted if is_restricted(context, team) else replies.unrestricted)


def _spot_status(context: AppContext, typed: TypedCommand) -> str:
    replies, settings, request = context.replies, context.store.channel_settings, typed.request
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
