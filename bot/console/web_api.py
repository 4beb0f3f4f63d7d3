"""The methods of Slack's Web API that the bot uses, answered from a workspace's memory."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.console.workspace import BOT_ID, BOT_USER, Json, RefusedError, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Method = Callable[[Workspace, Json], Json]

BLOCKS_IN_A_MESSAGE = 50
CHARACTERS_OF_BLOCKS = 13_200  # observed, not documented: slackapi/bolt-js#2509
MOST_MESSAGES = 999


def methods() -> Mapping[str, Method]:
    """Return every method by its name."""
    return {
        "api.test": lambda _, __: {},
        "auth.test": auth_test,
        "chat.postMessage": post_message,
        "chat.postEphemeral": post_ephemeral,
        "chat.update": update,
        "chat.delete": delete,
        "chat.getPermalink": permalink,
        "views.open": lambda workspace, given: _view(workspace, given, on_top=False),
        "views.push": lambda workspace, given: _view(workspace, given, on_top=True),
        "views.update": views_update,
        "users.info": users_info,
        "conversations.info": conversations_info,
        "conversations.open": conversations_open,
        "conversations.join": conversations_join,
        "conversations.history": history,
        "conversations.replies": replies,
        "reactions.add": reactions_add,
        "apps.connections.open": connections_open,
    }


def auth_test(workspace: Workspace, given: Json) -> Json:
    """Say who the token belongs to."""
    del given
    told = {"url": "https://policy.slack.example/", "team": "policy", "user": "policy"}
    return {**told, "team_id": workspace.team} | {
        "user_id": BOT_USER,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


def post_message(workspace: Workspace, given: Json) -> Json:
    """Put a message into a channel where the bot is a member."""
    channel = workspace.open_to_bot(given.get("channel", ""))["id"]
    _check_content(given)
    wanted = ("text", "blocks", "attachments", "metadata", "thread_ts")
    content = {name: given[name] for name in wanted if given.get(name)}
    if truthy(given.get("reply_broadcast")):
        content["subtype"] = "thread_broadcast"
    posted = workspace.keep(channel, user=BOT_USER, bot_id=BOT_ID, **{"text": "", **content})
    return {"channel": channel, "ts": posted["ts"], "message": posted}


def post_ephemeral(workspace: Workspace, given: Json) -> Json:
    """Show a message to one member; nothing of it is kept, as at Slack."""
    workspace.open_to_bot(given.get("channel", ""))
    _check_content(given)
    if not given.get("user"):
        raise RefusedError("user_not_in_channel")
    return {"message_ts": workspace.ts()}


def update(workspace: Workspace, given: Json) -> Json:
    """Change one of the bot's own messages."""
    message = _own(workspace, given, "cant_update_message")
    _check_content(given)
    if "text" in given and "blocks" not in given:
        message.pop("blocks", None)
    message.update({name: given[name] for name in ("text", "blocks", "metadata") if name in given})
    message["edited"] = {"user": BOT_USER, "ts": workspace.ts()}
    return {"channel": given["channel"], "ts": message["ts"], "text": message["text"], "message": message}


def delete(workspace: Workspace, given: Json) -> Json:
    """Take one of the bot's own messages away."""
    message = _own(workspace, given, "cant_delete_message")
    workspace.messages[workspace.channel(given["channel"])["id"]].remove(message)
    return {"channel": given["channel"], "ts": message["ts"]}


def permalink(workspace: Workspace, given: Json) -> Json:
    """Give the web address of a message."""
    message = workspace.find(given.get("channel", ""), given.get("message_ts", ""))
    place = f"{given['channel']}/p{message['ts'].replace('.', '')}"
    return {"channel": given["channel"], "permalink": f"https://policy.slack.example/archives/{place}"}


def _view(workspace: Workspace, given: Json, *, on_top: bool) -> Json:
    """Open a view, once for a trigger."""
    if not isinstance(given.get("view"), dict):
        raise RefusedError("invalid_arguments")
    workspace.use_trigger(given.get("trigger_id", ""))
    return {"view": workspace.show_view(given["view"], on_top=on_top)}


def views_update(workspace: Workspace, given: Json) -> Json:
    """Put another content into an open view; a `hash` that is not the newest is refused."""
    key = given.get("view_id") or given.get("external_id") or ""
    known = workspace.views.get(key)
    if known and given.get("hash") and given["hash"] != known["hash"]:
        raise RefusedError("hash_conflict")
    return {"view": workspace.change_view(key, given.get("view") or {})}


def users_info(workspace: Workspace, given: Json) -> Json:
    """Tell of a person; the locale only where it is asked for."""
    person = dict(workspace.person(given.get("user", "")))
    if not truthy(given.get("include_locale")):
        person.pop("locale", None)
    return {"user": person}


def conversations_info(workspace: Workspace, given: Json) -> Json:
    """Tell of a channel."""
    known = workspace.channel(given.get("channel", ""))
    if known["is_private"] and not known["is_member"]:
        raise RefusedError("channel_not_found")
    return {"channel": known}


def conversations_open(workspace: Workspace, given: Json) -> Json:
    """Open the direct messages with a person."""
    return {"channel": {"id": workspace.channel(str(given.get("users", "")).split(",")[0])["id"]}}


def conversations_join(workspace: Workspace, given: Json) -> Json:
    """Make the bot a member of a public channel."""
    known = workspace.channel(given.get("channel", ""))
    if known["is_private"] or known["is_archived"]:
        raise RefusedError("is_archived" if known["is_archived"] else "method_not_supported_for_channel_type")
    known["is_member"] = True
    return {"channel": known}


def history(workspace: Workspace, given: Json) -> Json:
    """Give a channel's messages outside threads, newest first."""
    channel = workspace.open_to_bot(given.get("channel", ""))["id"]
    return _page([message for message in workspace.top_level(channel) if _within(message, given)], given)


def replies(workspace: Workspace, given: Json) -> Json:
    """Give a message and the replies to it, oldest first."""
    channel = workspace.open_to_bot(given.get("channel", ""))["id"]
    thread = list(workspace.thread(channel, given.get("ts", "")))
    if not thread:
        raise RefusedError("thread_not_found")
    return _page([message for message in thread if _within(message, given)], given)


def reactions_add(workspace: Workspace, given: Json) -> Json:
    """Put an emoji on a message, once."""
    workspace.open_to_bot(given.get("channel", ""))
    there = workspace.reactions[given["channel"], given.get("timestamp", "")]
    if given.get("name", "") in there:
        raise RefusedError("already_reacted")
    there.append(given["name"])
    return {}


def connections_open(workspace: Workspace, given: Json) -> Json:
    """Refuse Socket Mode: there is no web socket here."""
    del workspace, given
    raise RefusedError("not_allowed_token_type")


def truthy(value: object) -> bool:
    """Read a yes or no as Slack does, from a form or from JSON."""
    return str(value).lower() in {"1", "true"}


def _own(workspace: Workspace, given: Json, otherwise: str) -> Json:
    """Return the bot's own message that `channel` and `ts` name."""
    message = workspace.find(given.get("channel", ""), given.get("ts", ""))
    if message.get("bot_id") != BOT_ID:
        raise RefusedError(otherwise)
    return message


def _check_content(given: Json) -> None:
    """Refuse what Slack refuses: nothing to say, too many blocks, blocks too long, a block id twice."""
    blocks: Iterable[Json] = given.get("blocks") or []
    if not blocks and not given.get("text") and not given.get("attachments"):
        raise RefusedError("no_text")
    named = [block["block_id"] for block in blocks if "block_id" in block]
    if len(list(blocks)) > BLOCKS_IN_A_MESSAGE or len(named) != len(set(named)):
        raise RefusedError("invalid_blocks")
    if len(json.dumps(blocks, ensure_ascii=False)) > CHARACTERS_OF_BLOCKS:
        raise RefusedError("msg_blocks_too_long")


def _within(message: Json, given: Json) -> bool:
    """Whether a message lies between `oldest` and `latest`, the ends taken in only where asked for."""
    ts, oldest, latest = (
        Decimal(str(told or 0)) for told in (message["ts"], given.get("oldest"), given.get("latest"))
    )
    if truthy(given.get("inclusive")):
        return oldest <= ts and (not latest or ts <= latest)
    return oldest < ts and (not latest or ts < latest)


def _page(messages: list[Json], given: Json) -> Json:
    """Return at most `limit` messages, with their metadata only where asked for."""
    limit = min(int(given.get("limit") or 100), MOST_MESSAGES)
    shown = [dict(message) for message in messages[:limit]]
    if not truthy(given.get("include_all_metadata")):
        for message in shown:
            message.pop("metadata", None)
    return {"messages": shown, "has_more": len(messages) > limit}
