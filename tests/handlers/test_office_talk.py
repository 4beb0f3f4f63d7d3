"""Two hundred messages of ordinary talk bring no reply; two hundred that name an initiative one each, the right one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from typing import TYPE_CHECKING

import pytest

from bot.app import build_app
from bot.settings import from_environment
from corpus.initiatives.passing import in_talk
from corpus.initiatives.spotting import Spotter
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


# names that papers of a large library put in quotation marks, and everyday talk that holds their characters
CHANCE = {
    "带娃难": "带娃难，请半天假",
    "小课堂": "小课堂今天几点开始",
    "有课本": "有课本的借我",
    "好社区": "好社区的物业费贵",
    "大交通": "大交通路口堵死了",
    "中国梦": "中国梦之声几点播",
    "零发生": "零发生故障的机器",
    "小切口": "手上划了个小切口",
    "未来科技": "未来科技馆怎么走",
    "双提升": "这双提升不了档次",
}


@pytest.mark.parametrize(("name", "said"), CHANCE.items())
def test_short_names_stay_silent_in_ordinary_talk(
    listening: Door, store: Store, name: str, said: str
) -> None:
    """Unless they stand in quotation marks or somebody asks what they are."""
    text = f'[[initiative]]\nname = "数字经济"\naliases = ["{name}"]\n'
    store.initiatives.curate(text, "2026-11-24T00:00:00+00:00")
    assert listening.posted_after(listening.message(said)) == []
    for meant in (f"会上提到“{name}”了", f"{name}是什么意思"):
        (card,) = listening.posted_after(listening.message(meant))
        assert card["text"].startswith("数字经济")


def test_a_name_gets_one_reply_and_its_own_card(listening: Door, store: Store) -> None:
    """In whatever sentence it is said; a short chance one (走出去, 大花园) in quotation marks."""
    known = [name for name, _ in store.initiatives.by_frequency()]
    spotter = Spotter({name: name for name in known})
    spoken = {name: name if [*in_talk(name, spotter.spot(name))] else f"“{name}”" for name in known}
    assert sum(name != said for name, said in spoken.items()) <= len(known) / 9
    for name, said in islice(zip(cycle(known), cycle([*NAMED, "接着说{}"]), strict=False), 200):
        (card,) = listening.posted_after(listening.message(said.format(spoken[name])))
        assert card["text"].startswith(name), said
