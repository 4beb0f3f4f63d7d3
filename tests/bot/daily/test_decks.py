"""Many mornings of one channel: every passage once before any repeats."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.daily.clock_loop import Clock
from corpus.preparing import prepare
from corpus.reading.files import read
from db.daily import POSTED
from handlers.daily.quote_pool import QuotePool
from tests.bot.daily.office import TEAM, Office

if TYPE_CHECKING:
    from pathlib import Path


POST = "chat.postMessage"


def test_n_passages_are_n_different_posts(office: Office) -> None:
    """Every passage comes once before any repeats, though the process starts anew each morning."""
    office.subscribe(days="every")
    count = len(QuotePool(office.store).passages())
    assert count > 30
    for _ in range(count):
        with Clock(replace(office.tools, pool=QuotePool(office.store))) as fresh:
            assert [job.result() for job in fresh.run_once(office.time)] == [POSTED]
        office.later(days=1)
    texts = [message["text"].partition("\n")[2] for message in office.posted()]
    assert len(set(texts)) == count
    office.morning()
    assert office.store.daily.history(TEAM, "C1")[-1].round == 2


def test_an_import_in_the_middle_joins_the_round(office: Office, tmp_path: Path) -> None:
    """N passages are n different posts across restarts and an import; the admin hears when the deck runs low."""
    office.subscribe(days="every")

    def mornings(count: int) -> None:
        """Serve so many mornings, each by a clock that was just started."""
        for _ in range(count):
            with Clock(replace(office.tools, pool=QuotePool(office.store))) as fresh:
                assert [job.result() for job in fresh.run_once(office.time)] == [POSTED]
            office.later(days=1)

    mornings(10)
    path = tmp_path / "new.txt"
    lines = [f"要推动第{sign}类数字服务向乡村延伸，让更多群众享受便利。" for sign in "甲乙丙丁戊"]
    path.write_text("乡村数字化行动\n\n" + "\n\n".join(lines) + "\n", encoding="utf-8")
    for document in read(path):
        office.store.articles.save(prepare(document), office.time.isoformat())
    count = len(QuotePool(office.store).passages())
    mornings(count - 10)
    posts = office.store.daily.history(TEAM, "C1")
    assert {post.passage for post in posts} == set(QuotePool(office.store).passages())
    assert {post.round for post in posts} == {1}
    assert len({message["text"].partition("\n")[2] for message in office.posted()}) == count
    assert len([text for text in office.told() if "只剩 5 段" in text]) == 1


def test_an_error_in_the_middle_of_a_round_repeats_nothing(office: Office) -> None:
    """A morning that had to be tried again uses one card, not two."""
    office.subscribe(days="every")
    for number in range(6):
        if number % 2:
            office.slack.fail_next(POST, status=500, after=number == 3, where={"channel": "C1"})
        office.morning()
        office.later(seconds=16)
        office.morning()
        office.later(days=1, seconds=-16)
    posts = office.store.daily.history(TEAM, "C1")
    assert len({post.passage for post in posts}) == len(posts) == 6
    assert len(office.posted()) == 6
