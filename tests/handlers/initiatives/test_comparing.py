"""The work of one look-up is bounded, and the answer says what was looked at."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from handlers.answering import Answering
from handlers.incoming.message_text import LONGEST, whole_text
from handlers.initiatives.comparing import WORK, Comparison
from handlers.listeners.shortcuts import CARDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.store import Store
    from tests.handlers.door import Door

SENTENCE = "浙江省大数据资源不断积累，在人工智能、量子信息、集成电路等领域具备技术引领优势。"


def ticking(step: float) -> Callable[[], float]:
    """Return a clock of which each look takes so many seconds of work."""
    spent = [0.0]

    def look() -> float:
        spent[0] += step
        return spent[0]

    return look


def test_only_the_sentences_that_the_work_allows_are_compared(filled_store: Store) -> None:
    """The count and the rest are known, to be told."""
    comparison = Comparison(Answering(filled_store), ticking(WORK / 4))
    assert comparison.passages(SENTENCE * 10, 60)
    assert (comparison.compared, comparison.whole) == (3, False)


def test_the_work_is_that_of_all_texts_together(filled_store: Store) -> None:
    """The messages of a thread are one request."""
    comparison = Comparison(Answering(filled_store), ticking(WORK / 4))
    for _ in range(10):
        comparison.passages(SENTENCE, 20)
    assert (comparison.compared, comparison.whole) == (3, False)


def test_a_short_text_is_compared_whole(filled_store: Store) -> None:
    """And nothing is said of a rest."""
    comparison = Comparison(Answering(filled_store), ticking(0))
    assert comparison.passages(SENTENCE * 10, 60)
    assert (comparison.compared, comparison.whole) == (10, True)


def test_of_very_many_initiatives_only_the_first_are_looked_up(door: Door, store: Store) -> None:
    """And that is said."""
    names = [f"第{number}号工程" for number in range(100, 120 + CARDS)]
    store.initiatives.curate(
        "".join(f'[[initiative]]\nname = "{name}"\n' for name in names), "2026-11-24T00:00:00+00:00"
    )
    text = "、".join(f"“{name}”" for name in names)
    view = door.view_after(door.shortcut({"ts": "1763900001.000200", "text": text}))
    assert f"只看了前 {CARDS} 个" in json.dumps(view["blocks"], ensure_ascii=False)


def test_no_more_of_a_message_is_read_than_slack_takes() -> None:
    """Whatever its blocks and attachments hold, and however many they are."""
    attachments = [{"text": f"{number}" * 50} for number in range(100_000)]
    assert len(whole_text({"text": "好" * 100_000, "attachments": attachments})) <= LONGEST
    assert len(whole_text({"attachments": attachments}).replace("\n", "")) <= LONGEST
