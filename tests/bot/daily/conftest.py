"""A Slack, a store that holds the bundled article, and an office that runs a clock over both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.console.stand_in import SlackStandIn
from tests.bot.daily.office import Office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.store import Store


@pytest.fixture
def slack() -> Iterator[SlackStandIn]:
    """A Slack of one's own."""
    with SlackStandIn() as stand_in:
        yield stand_in


@pytest.fixture
def office(slack: SlackStandIn, filled_store: Store) -> Iterator[Office]:
    """A clock over the bundled article; it is 09:00 on a Monday in Shanghai."""
    office = Office(slack, filled_store)
    slack.workspace.clock = lambda: office.time
    with office.clock:
        yield office
