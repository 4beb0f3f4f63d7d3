"""Commands as they are typed where daily quotes are due, and what they print."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.cli import main
from bot.command_context import CommandContext
from bot.settings import from_environment
from db.store import Store
from tests.bot.daily.office import MORNING
from tests.conftest import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from bot.console.stand_in import SlackStandIn


def at_nine(library: Path, slack: SlackStandIn) -> CommandContext:
    """Return where commands run, with a token; two channels are due at nine on Monday."""
    with Store(str(library)) as store:
        for channel in ("C1", "C2"):
            store.subscriptions.save(replace(MORNING, channel=channel))
    said = {"SLACK_BOT_TOKEN": slack.token, "SLACK_API_URL": slack.url}
    return CommandContext(from_environment(said), str(library), io.StringIO(), io.StringIO(), lambda: NOW)


def said(place: CommandContext, *words: str, code: int = 0) -> str:
    """Run a command that ends with this code, and return what it printed."""
    assert main(words, place) == code
    assert isinstance(place.out, io.StringIO)
    text = place.out.getvalue()
    place.out.seek(0)
    place.out.truncate()
    return text


def complained(place: CommandContext, *words: str) -> str:
    """Run a command that fails with one line, and return it."""
    assert main(words, place) == 1
    assert isinstance(place.err, io.StringIO)
    (line,) = place.err.getvalue().splitlines()
    return line
