"""Two hundred messages of ordinary talk bring no reply; two hundred that name an initiative one each, the right one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from typing import TYPE_CHECKING

import pytest

from bot.app import build_app
from bot.settings import from_environment
from corpus.initiatives.passing import is_distinctive
from corpus.matching.folding import plain
from tests.handlers.door import Door
from tests.handlers.talk import NAMED, OFFICE

if TYPE_CHECKING:
    from bot.console.stand_in import SlackStandIn
    from db.store import Store

HOUR = timedelta(hours=1)  # longer than a term rests in a channel


@pytest.fixture
def listening(store: Store, slack: SlackStandIn) -> Door:
    """A channel that hears of initiatives, where an hour goes by between two looks at the clock."""
    clock = [datetime(2026, 11, 24, 1, 0, tzinfo=UTC)]

    def now() -> datetime:
        clock[0] += HOUR
        return clock[0]

    said = {
        "SLACK_BOT_TOKEN": slack.token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.url,
    }
    door = Door(build_app(from_environment(said), store, now, one_thread=True), slack)
    door.command("spot on")
    return door


def test_ordinary_talk_gets_no_reply(listening: Door) -> None:
    """Though it is full of words that policy papers use, and quotes, links and code that hold names."""
    assert len(set(OFFICE)) == 200
    answered = [text for text in OFFICE if listening.posted_after(listening.message(text))]
    assert answered == []


def test_a_name_gets_one_reply_and_its_own_card(listening: Door, store: Store) -> None:
    """In whatever sentence it is said; a plain word (走出去, 大通道) is one in quotation marks."""
    known = [name for name, _ in store.initiatives.by_frequency()]
    spoken = {name: name if is_distinctive(plain(name)) else f"“{name}”" for name in known}
    assert sum(name != said for name, said in spoken.items()) <= len(known) / 15
    for name, said in islice(zip(cycle(known), cycle([*NAMED, "接着说{}"]), strict=False), 200):
        (card,) = listening.posted_after(listening.message(said.format(spoken[name])))
        assert card["text"].startswith(name), said
