"""The door that Slack comes through: full payloads, signed, into the real app; and what came out again."""

from __future__ import annotations

import json
import time
from itertools import count
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from slack_bolt import BoltRequest
from slack_sdk.signature import SignatureVerifier

from handlers.slack_api.block_limits import problems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from slack_bolt import App, BoltResponse

    from bot.console.stand_in import SlackStandIn

Json = dict[str, Any]
TEAM, CHANNEL, USER, BOT = "T0POLICY", "C0OFFICE", "U0READER", "U0POLICYBOT"


class Door:
    """Sends what Slack sends and returns what the user sees; every message is checked on its way."""

    def __init__(self, app: App, slack: SlackStandIn) -> None:
        self.app, self.slack = app, slack
        self._actions = count(1)

    def command(self, text: str, **changes: str) -> Json:
        """Type /policy and return the answer, wherever it came from."""
        return self._answer({**self.typed(text), **changes})

    def typed(self, text: str) -> Json:
        """Return the payload of a slash command, as docs.slack.dev shows it."""
        return {
            "token": "gone",
            "team_id": TEAM,
            "team_domain": "policy",
            "channel_id": CHANNEL,
            "channel_name": "office",
            "user_id": USER,
            "user_name": "reader",
            "command": "/policy",
            "text": text,
            "api_app_id": "A0POLICY",
            "is_enterprise_install": "false",
            "response_url": self.slack.response_url(),
            "trigger_id": self.slack.trigger(),
        }

    def click(self, button: Json, **changes: Any) -> Json:  # noqa: ANN401 - any field of a payload
        """Press a button of an ephemeral message and return what the user is told."""
        return self._answer(self.pressed(button) | changes)

    def pressed(self, button: Json) -> Json:
        """Return the payload of a click in an ephemeral message: it tells no message."""
        action = {"type": "button", "block_id": "b1", "action_ts": f"1763900000.{next(self._actions):06d}"}
        return {
            "type": "block_actions",
            "team": {"id": TEAM, "domain": "policy"},
            "user": {"id": USER, "username": "reader", "name": "reader", "team_id": TEAM},
            "api_app_id": "A0POLICY",
            "token": "gone",
            "container": {
                "type": "message",
                "message_ts": "1763900000.000100",
                "channel_id": CHANNEL,
                "is_ephemeral": True,
            },
            "trigger_id": self.slack.trigger(),
            "channel": {"id": CHANNEL, "name": "office"},
            "state": {"values": {}},
            "response_url": self.slack.response_url(),
            "actions": [{**button, **action}],
        }

    def event(self, kind: str, text: str = "", **told: Any) -> Json:  # noqa: ANN401 - any field of an event
        """Return the envelope of an event, as docs.slack.dev shows it; `envelope` changes the outer fields."""
        ts = f"1763900001.{next(self._actions):06d}"
        envelope = told.pop("envelope", {})
        plain = {"type": kind, "user": USER, "text": text, "ts": ts, "event_ts": ts, "channel": CHANNEL}
        return {
            "token": "gone",
            "team_id": TEAM,
            "api_app_id": "A0POLICY",
            "type": "event_callback",
            "event_id": f"Ev{next(self._actions):08d}",
            "event_time": 1763900001,
            "is_ext_shared_channel": False,
            "authorizations": [{"team_id": TEAM, "user_id": BOT, "is_bot": True}],
            "event": {**plain, **told},
            **envelope,
        }

    def mention(self, text: str, **told: Any) -> Json:  # noqa: ANN401 - any field of an event
        """Return the event of a mention of the bot."""
        return self.event("app_mention", f"<@{BOT}> {text}", **told)

    def message(self, text: str, **told: Any) -> Json:  # noqa: ANN401 - any field of an event
        """Return the event of a message in a channel."""
        return self.event("message", text, **{"channel_type": "channel", **told})

    def posted_after(self, payload: Json) -> list[Json]:
        """Send an event and return what the bot posted because of it, checked."""
        before = len(self.slack.calls("chat.postMessage"))
        assert self.send(payload).status == 200
        posts = [call.arguments for call in self.slack.calls("chat.postMessage")[before:]]
        assert [problems(post) for post in posts] == [[]] * len(posts)
        return posts

    def shortcut(self, message: Json, **changes: Any) -> Json:  # noqa: ANN401 - any field of a payload
        """Return the payload of the message shortcut."""
        return {
            "type": "message_action",
            "callback_id": "policy_lookup",
            "token": "gone",
            "action_ts": "1763900002.000100",
            "team": {"id": TEAM, "domain": "policy"},
            "user": {"id": USER, "username": "reader", "team_id": TEAM},
            "channel": {"id": CHANNEL, "name": "office"},
            "message_ts": message["ts"],
            "message": {"type": "message", **message},
            "trigger_id": self.slack.trigger(),
            "response_url": self.slack.response_url(),
            **changes,
        }

    def view_after(self, payload: Json) -> Json:
        """Send an interaction and return the modal as it stands then, checked."""
        assert self.send(payload).status == 200
        shown = [c for c in self.slack.calls() if c.method in {"views.open", "views.update", "views.push"}]
        view = shown[-1].arguments["view"]
        assert problems(view) == []
        opened = shown[-1].arguments.get("view_id") or next(iter(self.slack.workspace.views))
        return {**view, "id": opened}

    def pressed_in(self, view: Json, button: Json) -> Json:
        """Return the payload of a click in a modal: it tells the view and no channel."""
        payload = self.pressed(button)
        for gone in ("channel", "response_url"):
            del payload[gone]
        return payload | {"view": view, "container": {"type": "view", "view_id": view["id"]}}

    def _answer(self, payload: Json) -> Json:
        """Send a payload and return the one answer to it."""
        (answer,) = self.answers(payload)
        return answer

    def answers(self, payload: Json) -> list[Json]:
        """Send a payload and return all messages that answer it, in order, checked."""
        response = self.send(payload)
        assert response.status == 200
        told: list[Json] = [json.loads(response.body)] if response.body else []
        told += self.slack.posts(payload["response_url"])
        assert [problems(one) for one in told] == [[]] * len(told)
        return told

    def whispered_after(self, payload: Json) -> list[Json]:
        """Send a payload and return what one member was shown because of it, checked."""
        before = len(self.slack.calls("chat.postEphemeral"))
        assert self.send(payload).status == 200
        shown = [call.arguments for call in self.slack.calls("chat.postEphemeral")[before:]]
        assert [problems(one) for one in shown] == [[]] * len(shown)
        return shown

    def send(self, payload: Json) -> BoltResponse:
        """Dispatch a payload as Slack would post it over HTTP."""
        if "event" in payload:
            return self._post(json.dumps(payload), "application/json")
        body = urlencode(payload if "command" in payload else {"payload": json.dumps(payload)})
        return self._post(body, "application/x-www-form-urlencoded")

    def _post(self, body: str, content_type: str) -> BoltResponse:
        stamp = str(int(time.time()))
        signature = SignatureVerifier(self.slack.signing_secret).generate_signature(
            timestamp=stamp, body=body
        )
        headers: dict[str, str | Sequence[str]] = {
            "content-type": content_type,
            "x-slack-request-timestamp": stamp,
            "x-slack-signature": signature or "",
        }
        return self.app.dispatch(BoltRequest(body=body, headers=headers))


def buttons(message: Json, action: str = "") -> list[Json]:
    """Return the buttons of a message or view, those of one action id where it is given."""
    rows = (block["elements"] for block in message.get("blocks", ()) if block["type"] == "actions")
    return [button for row in rows for button in row if action in {"", button["action_id"]}]


def parts_of(message: Json, kind: str) -> list[Json]:
    """Return the rich_text parts of one kind (`rich_text_quote`, `rich_text_section`)."""
    blocks = (block for block in message.get("blocks", ()) if block["type"] == "rich_text")
    return [part for block in blocks for part in block["elements"] if part["type"] == kind]


def quotations(message: Json) -> list[str]:
    """Return the text of each quotation."""
    quotes = parts_of(message, "rich_text_quote")
    return ["".join(leaf["text"] for leaf in part["elements"]) for part in quotes]


def literal(message: Json) -> str:
    """Return the words of a message that went out plainly; everything in it is literal."""
    blocks = message["blocks"]
    assert all(
        block["type"] == "rich_text"
        or (block["text"]["type"], block["text"]["emoji"]) == ("plain_text", False)
        for block in blocks
    )
    parts = parts_of(message, "rich_text_section")
    named = ["".join(leaf.get("text", "") for leaf in part["elements"]) for part in parts]
    return "\n".join([*named, *(block["text"]["text"] for block in blocks if block["type"] == "section")])


def bold(message: Json) -> list[str]:
    """Return what is bold inside the quotations."""
    leaves = (leaf for part in parts_of(message, "rich_text_quote") for leaf in part["elements"])
    return [leaf["text"] for leaf in leaves if leaf.get("style", {}).get("bold")]
