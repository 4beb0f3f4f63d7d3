"""The door that Slack comes through: full payloads, signed, into the real app; and what came out again."""

from __future__ import annotations

import json
import time
from itertools import count
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from slack_bolt import BoltRequest
from slack_sdk.signature import SignatureVerifier

from handlers.limits import problems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from slack_bolt import App, BoltResponse

    from bot.console.stand_in import SlackStandIn

Json = dict[str, Any]
TEAM, CHANNEL, USER = "T0POLICY", "C0OFFICE", "U0READER"


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

    def _answer(self, payload: Json) -> Json:
        """Send a payload and return the one answer to it."""
        response = self.send(payload)
        assert response.status == 200
        told = self.slack.posts(payload["response_url"])
        answers = [json.loads(response.body)] if response.body else []
        answers += told
        assert len(answers) == 1, answers
        assert problems(answers[0]) == []
        answer: Json = answers[0]
        return answer

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


def bold(message: Json) -> list[str]:
    """Return what is bold inside the quotations."""
    leaves = (leaf for part in parts_of(message, "rich_text_quote") for leaf in part["elements"])
    return [leaf["text"] for leaf in leaves if leaf.get("style", {}).get("bold")]
