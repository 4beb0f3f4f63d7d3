"""The library is searched once for a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.search.pipeline import search
from handlers import answering

if TYPE_CHECKING:
    from corpus.search.library import Library
    from corpus.search.present.matches import Ranking
    from corpus.search.query.language import Query
    from tests.handlers.door import Door


@pytest.mark.parametrize(
    "asked", ["房地产调控", "数据资源不断累积", "推动数字经济成为“一带一路”主要载体和合作内容"]
)
def test_a_question_without_a_card_is_searched_for_once(
    door: Door, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mention, a direct message and the name of no initiative make one search each."""
    searched: list[str] = []

    def counted(query: Query, library: Library) -> Ranking:
        searched.append(query.text)
        return search(query, library)

    monkeypatch.setattr(answering, "search", counted)
    assert door.posted_after(door.mention(asked))
    assert len(searched) == 1
    assert door.posted_after(door.message(asked, channel_type="im", channel="D0READER"))
    assert len(searched) == 2
    door.command(f"about {asked}")
    assert len(searched) == 3
