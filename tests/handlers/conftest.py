"""A real app over a real store that holds the bundled article, and a Slack on loopback."""

from __future__ import annotations

from datetime import UTC, datetime
from shutil import copyfile
from typing import TYPE_CHECKING

import pytest

from bot.app import build_app
from bot.console.stand_in import SlackStandIn
from bot.settings import from_environment
from corpus.preparing import prepare
from corpus.reading import bundled, files
from db.store import Store
from tests.handlers.door import Door

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from slack_bolt import App

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Import the bundled article once, into a database file that tests copy."""
    path = tmp_path_factory.mktemp("library") / "policy.db"
    with Store(str(path)) as store:
        for file in files.expand([bundled.path()]):
            for document in files.read(file):
                store.articles.save(prepare(document), NOW.isoformat())
    return path


@pytest.fixture
def store(library: Path, tmp_path: Path) -> Iterator[Store]:
    """A store of one's own that holds the bundled article."""
    path = tmp_path / "policy.db"
    copyfile(library, path)
    with Store(str(path)) as opened:
        yield opened


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
