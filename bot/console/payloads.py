"""The payloads that Slack sends, in full, as docs.slack.dev documents them; built from where somebody is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from bot.console.workspace import APP, BOT_USER, TEAM

Json = dict[str, Any]

DOMAIN = "policy"
TOKEN = "legacy-verification-token"  # noqa: S105 - Slack still sends it, nobody reads it


@dataclass(frozen=True, slots=True)
class Where:
    """Who is doing something and where: a person, a channel as the workspace knows it, perhaps a thread."""

    user: Json
    channel: Json
    thread: str = ""

    @property
    def channel_type(self) -> str:
        """Slack's word for the kind of the channel, in events."""
        if self.channel["is_im"]:
            return "im"
        return "group" if self.channel["is_private"] else "channel"

    @property
    def channel_name(self) -> str:
        """The name that commands and interactions carry: the real one for public channels only."""
        kinds = {"im": "directmessage", "group": "privategroup"}
        return kinds.get(self.channel_type) or str(self.channel["name"])


def escape(text: str) -> str:
    """Write typed text as Slack sends it: `&`, `<` and `>` escaped, `@policy` a mention of the bot."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("@policy", f"<@{BOT_USER}>")


def slash_command(where: Where, command: str, text: str, trigger: str, response_url: str) -> dict[str, str]:
    """Return the form fields of a slash command (docs: implementing-slash-commands)."""
    return {
        "token": TOKEN,
        "team_id": TEAM,
        "team_domain": DOMAIN,
        "channel_id": where.channel["id"],
        "channel_name": where.channel_name,
        "user_id": where.user["id"],
        "user_name": where.user["name"],
        "command": command,
        "text": text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"),
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": trigger,
    }


def block_actions(where: Where, action: Json, place: Json, trigger: str) -> Json:
    """Return a click; `place` is what `in_message` or `in_view` gave for where the control stands."""
    return {**_interaction(where, "block_actions", trigger), "actions": [action], **place}


def in_message(where: Where, message: Json, *, ephemeral: bool, response_url: str) -> Json:
    """Say that a control stands in a message; an ephemeral one is not told along."""
    container = {"type": "message", "message_ts": message["ts"], "channel_id": where.channel["id"]}
    place: Json = {"container": container | {"is_ephemeral": ephemeral}, "response_url": response_url}
    place |= {"channel": _channel(where), "state": {"values": {}}}
    if message.get("thread_ts"):
        place["container"] |= {"thread_ts": message["thread_ts"]}
    return place if ephemeral else place | {"message": message}


def in_view(view: Json, state: Json) -> Json:
    """Say that a control stands in a view."""
    shown = {**view, "state": {"values": state}}
    return {"container": {"type": "view", "view_id": view["id"]}, "view": shown}


def acted(element: Json, block_id: str, ts: str, **changes: object) -> Json:
    """Return the `actions` entry for one control."""
    wanted = ("type", "action_id", "text", "value", "style")
    kept: Json = {str(name): element[name] for name in wanted if name in element}
    return {**kept, "block_id": block_id, "action_ts": ts, **changes}


def message_action(
    where: Where, callback: str, message: Json, trigger: str, response_url: str, ts: str
) -> Json:
    """Return a message shortcut: the whole message comes along, whoever wrote it."""
    told = {"callback_id": callback, "message_ts": message["ts"], "message": message, "action_ts": ts}
    told |= {"channel": _channel(where), "response_url": response_url}
    return _interaction(where, "message_action", trigger) | told


def global_shortcut(where: Where, callback: str, trigger: str, ts: str) -> Json:
    """Return a global shortcut: it knows no channel and has no response_url."""
    return _interaction(where, "shortcut", trigger) | {"callback_id": callback, "action_ts": ts}


def view_submission(where: Where, view: Json, state: Json, trigger: str) -> Json:
    """Return a submitted modal with the values of its fields."""
    shown = {**view, "state": {"values": state}}
    return _interaction(where, "view_submission", trigger) | {"view": shown, "response_urls": []}


def view_closed(where: Where, view: Json) -> Json:
    """Return a dismissed modal; sent only for views with `notify_on_close`."""
    told = _interaction(where, "view_closed", "") | {"view": view, "is_cleared": False}
    del told["trigger_id"]
    return told


def event(inner: Json, event_id: str, time: float, *, shared: bool = False) -> Json:
    """Wrap an event as the Events API does."""
    authorization = {"enterprise_id": None, "team_id": TEAM, "user_id": BOT_USER, "is_bot": True}
    return {
        "token": TOKEN,
        "team_id": TEAM,
        "context_team_id": TEAM,
        "context_enterprise_id": None,
        "api_app_id": APP,
        "event": inner,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": int(time),
        "authorizations": [authorization | {"is_enterprise_install": False}],
        "is_ext_shared_channel": shared,
        "event_context": "4-" + event_id,
    }


def message_event(where: Where, message: Json) -> Json:
    """Return the `message` event of a posting."""
    told = {**message, "channel": where.channel["id"], "event_ts": message["ts"]}
    return {**told, "type": "message", "channel_type": where.channel_type}


def mention_event(where: Where, message: Json) -> Json:
    """Return the `app_mention` event of a posting; Slack sends it beside the `message` event."""
    told = {**message, "channel": where.channel["id"], "event_ts": message["ts"]}
    return {**told, "type": "app_mention"}


def changed_event(where: Where, message: Json, before: Json, ts: str) -> Json:
    """Return the `message` event of an edit."""
    told: Json = {
        "type": "message",
        "subtype": "message_changed",
        "message": message,
        "previous_message": before,
    }
    told |= {"channel": where.channel["id"], "hidden": True, "ts": ts, "event_ts": ts}
    return {**told, "channel_type": where.channel_type}


def joined_event(where: Where, ts: str) -> Json:
    """Return the event of the bot's being invited to a channel."""
    told = {"type": "member_joined_channel", "user": BOT_USER, "channel": where.channel["id"], "team": TEAM}
    return {
        **told,
        "channel_type": where.channel_type[0].upper(),
        "inviter": where.user["id"],
        "event_ts": ts,
    }


def typed_blocks(text: str) -> list[Json]:
    """Return the rich_text block that Slack's own client makes of what a person types."""
    leaves: list[Json] = []
    for number, piece in enumerate(text.split("@policy")):
        leaves += [{"type": "user", "user_id": BOT_USER}] if number else []
        leaves += [{"type": "text", "text": piece}] if piece else []
    section = {"type": "rich_text_section", "elements": leaves}
    return [{"type": "rich_text", "block_id": "typed", "elements": [section]}]


def by_other_bot(text: str) -> Json:
    """Return what marks a message of another bot."""
    return {"bot_id": "B0OTHER", "app_id": "A0OTHER", "username": "other-bot", "text": text} | {
        "bot_profile": {"id": "B0OTHER", "name": "other-bot", "app_id": "A0OTHER", "team_id": TEAM},
    }


def encoded(payload: Json) -> str:
    """Return a payload as the JSON text that travels."""
    return json.dumps(payload, ensure_ascii=False)


def _interaction(where: Where, kind: str, trigger: str) -> Json:
    """Return what all interactions carry."""
    user = {
        "id": where.user["id"],
        "username": where.user["name"],
        "name": where.user["name"],
        "team_id": TEAM,
    }
    team = {"id": TEAM, "domain": DOMAIN}
    told = {"type": kind, "token": TOKEN, "team": team, "user": user, "api_app_id": APP, "enterprise": None}
    return {**told, "is_enterprise_install": False, "trigger_id": trigger}


def _channel(where: Where) -> Json:
    return {"id": where.channel["id"], "name": where.channel_name}
