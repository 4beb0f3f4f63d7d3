"""A curator's alias in Slack: it works wherever the name itself does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.text.curated_aliases import Alias
from tests.handlers.door import quotations

if TYPE_CHECKING:
    from db.store import Store
    from tests.handlers.door import Door

NOW = "2026-11-30T00:00:00+00:00"


@pytest.fixture(autouse=True)
def called(store: Store) -> None:
    """The curator calls 梦想小镇 梦镇, and 数字名家 老三样."""
    aliases = (Alias("梦镇", ("梦想小镇",)), Alias("老三样", ("数字名家",)))
    store.aliases.put(aliases, NOW)


def test_it_is_found_by_the_command(door: Door) -> None:
    """`/policy search` quotes the passage with the full name."""
    assert "梦想小镇" in quotations(door.command("search 梦镇"))[0]


def test_it_opens_the_card(door: Door) -> None:
    """`/policy about` shows the card of the name that the alias stands for."""
    card = door.command("about 梦镇")
    assert "梦想小镇" in card["text"]
    assert "梦镇" in card["text"]


def test_a_mention_knows_it(door: Door) -> None:
    """A mention that asks for the alias is answered as one that asks for the name."""
    (answer,) = door.posted_after(door.mention("老三样是什么"))
    assert "数字名家" in answer["text"]


def test_it_goes_at_once(door: Door, store: Store) -> None:
    """An alias that was taken out finds nothing any more."""
    store.aliases.put((), NOW)
    assert not quotations(door.command("search 梦镇"))
