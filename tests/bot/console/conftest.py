"""A conversation with a small Bolt app of the tests' own, through the console as a person uses it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from slack_bolt import App

from bot.console.run import console
from bot.console.stand_in import SlackStandIn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Json = dict[str, Any]


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    """Give a running stand-in."""
    with SlackStandIn() as running:
        yield running


@pytest.fixture
def app(slack: SlackStandIn) -> App:
    """Give an app without listeners, wired to the stand-in as the real one is."""
    return App(client=slack.client(), signing_secret=slack.signing_secret, token_verification_enabled=False)


@pytest.fixture
def talk(app: App, slack: SlackStandIn) -> Callable[..., str]:
    """Give a way to play lines and read what was drawn."""

    def play(*lines: str) -> str:
        out = io.StringIO()
        assert console(app, slack, lines, out) == 0
        return out.getvalue()

    return play


def button(label: str, action: str, value: str = "") -> Json:
    """Return a button."""
    text = {"type": "plain_text", "text": label}
    return {"type": "button", "text": text, "action_id": action, "value": value}


def quotation(*runs: tuple[str, bool]) -> Json:
    """Return a rich_text block that quotes runs of (text, bold)."""
    leaves = [{"type": "text", "text": text, "style": {"bold": bold}} for text, bold in runs]
    return {"type": "rich_text", "elements": [{"type": "rich_text_quote", "elements": leaves}]}


def said(text: str) -> Json:
    """Return a section block."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}
