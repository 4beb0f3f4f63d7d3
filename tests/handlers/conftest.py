"""A real app over a real store that holds the bundled article, and a Slack on loopback."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.app import build_app
from bot.console.stand_in import SlackStandIn
from bot.settings import from_environment
from tests.handlers.door import Door

if TYPE_CHECKING:
    from collections.abc import Iterator

    from slack_bolt import App

    from db.store import Store

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


@pytest.fixture
def store(filled_store: Store) -> Store:
    """A store of one's own that holds the bundled article."""
    return filled_store


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    """A Slack of one's own."""
    with SlackStandIn() as stand_in:
        yield stand_in


@pytest.fixture
def app(store: Store, slack: SlackStandIn) -> App:
    """The app as it is served, but one-threaded, so that a dispatch returns when all is done."""
    said = {
        "SLACK_BOT_TOKEN": slack.token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.url,
    }
    return build_app(from_environment(said), store, lambda: NOW, one_thread=True)


@pytest.fixture
def door(app: App, slack: SlackStandIn) -> Door:
    """The way in."""
    return Door(app, slack)
