"""What the commands of the daily quotes are tried with: a stand-in for Slack, and two channels that are due."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.console.stand_in import SlackStandIn
from tests.bot.commands.typed import at_nine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bot.command_context import CommandContext


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    """Give a running stand-in."""
    with SlackStandIn() as running:
        yield running


@pytest.fixture
def place(library: Path, slack: SlackStandIn) -> CommandContext:
    """Two channels are due at nine on Monday."""
    return at_nine(library, slack)
