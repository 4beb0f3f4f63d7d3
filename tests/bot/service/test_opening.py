"""What a process that serves says at its start, and how its health is told while the file changes under it."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from bot.app import build_app
from bot.cli import main
from bot.console.stand_in import SlackStandIn
from bot.daily.wiring import make_home
from bot.service.served_library import served
from bot.settings import from_environment
from db.store import Store
from tests.bot.signed import Client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.command_context import CommandContext


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    """A Slack on loopback."""
    with SlackStandIn() as stand_in:
        yield stand_in


def printed(place: CommandContext) -> str:
    """Return what was printed."""
    assert isinstance(place.out, io.StringIO)
    return place.out.getvalue()


def test_the_library_is_named_with_what_it_holds(
    place: CommandContext, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By its whole path, however it was given."""
    monkeypatch.chdir(library.parent)
    with served(replace(place, db=f"sqlite:///{library.name}")) as store:
        assert f"library {library}: 1 articles, {store.sections.count()} sections\n" in printed(place)


def test_an_empty_library_is_called_empty(place: CommandContext, tmp_path: Path) -> None:
    """Whoever started the bot on the wrong file reads it at once."""
    path = tmp_path / "new.db"
    Store(str(path)).close()
    with served(replace(place, db=str(path))):
        assert f"library {path} is empty" in printed(place)


def test_a_library_that_cannot_be_written_to_is_served_and_that_is_told(
    place: CommandContext, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the answer stands what is refused meanwhile."""
    monkeypatch.setattr("bot.service.served_library.PATIENCE", 0.01)
    assert isinstance(place.err, io.StringIO)
    with Store(str(library)) as other, other.writing(), served(place) as store:
        assert store.articles.count() == 1
    assert "shares, settings and watches are refused" in place.err.getvalue()


def test_a_token_that_slack_refuses_is_told_at_the_start(place: CommandContext, slack: SlackStandIn) -> None:
    """`http` does not listen with a token of another app."""
    slack.fail_next("auth.test", error="invalid_auth")
    said = {"SLACK_BOT_TOKEN": "xoxb-other", "SLACK_SIGNING_SECRET": "s", "SLACK_API_URL": slack.url}
    assert main(["http", "--port", "0"], replace(place, settings=from_environment(said))) == 1
    assert isinstance(place.err, io.StringIO)
    assert place.err.getvalue() == (
        "policy-bot: SLACK_BOT_TOKEN: Slack refuses it (invalid_auth); "
        "copy it from OAuth & Permissions, or install the app again\n"
    )


@pytest.mark.parametrize(
    ("word", "logged"),
    [("", []), ("ratelimited", ["WARNING"]), ("org_login_required", ["ERROR"]), ("accesslimited", ["ERROR"])],
)
def test_slack_is_asked_once_at_the_start(
    slack: SlackStandIn, filled_store: Store, caplog: pytest.LogCaptureFixture, word: str, logged: list[str]
) -> None:
    """One question tells whether the token is dead and whose it is; what may get better stops nothing and is logged."""
    if word:
        slack.fail_next("auth.test", error=word)
    said = {"SLACK_BOT_TOKEN": slack.token, "SLACK_SIGNING_SECRET": "s", "SLACK_API_URL": slack.url}
    settings = from_environment(said)
    home = make_home(settings)
    home.admit()
    build_app(settings, filled_store, lambda: datetime(2026, 11, 30, tzinfo=UTC), home=home)
    assert len(slack.calls("auth.test")) == 1
    assert bool(home.team()) == (not word)
    assert [record.levelname for record in caplog.records] == logged


def test_health_is_bad_where_answers_would_be(library: Path, tmp_path: Path, slack: SlackStandIn) -> None:
    """Deleted, empty, and then well again when the file is back: 503, 503, 200, and nothing in the log."""
    said = {
        "SLACK_BOT_TOKEN": slack.token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.url,
        "DATABASE_URL": str(library),
    }
    command = [sys.executable, "-m", "bot", "http", "--port", "0"]
    made = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **said}
    )
    try:
        assert made.stdout is not None
        assert made.stdout.readline().startswith(f"library {library}: 1 articles, ")
        client = Client(int(made.stdout.readline().rsplit(":", 1)[1].split("/")[0]))

        def health() -> int:
            return client.send(b"", path="/healthz", method="GET")

        seen = [health()]
        away = tmp_path / "away.db"
        library.rename(away)
        seen += [health(), int(library.exists())]
        library.touch()
        seen += [health(), library.stat().st_size]
        away.rename(library)
        seen.append(health())
    finally:
        made.send_signal(signal.SIGTERM)
        _, complaints = made.communicate(timeout=20)
    assert seen == [200, 503, 0, 503, 0, 200]
    assert "Traceback" not in complaints
