"""What is made of all articles is made once for each state of them, and never of a state that has gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.search.per_library import PerLibrary
from corpus.search.query.titles import meant_titles
from tests.corpus.search.in_memory_library import FIRST, SECOND, Shelf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.vocabulary import Article


def test_the_same_articles_are_looked_through_once() -> None:
    """As long as the library gives the same mapping; another one is looked through anew."""
    seen: list[int] = []

    def looked_through(articles: Mapping[str, Article]) -> int:
        seen.append(len(articles))
        return len(seen)

    counted = PerLibrary(looked_through)
    one, other = {FIRST.id: FIRST}, {FIRST.id: FIRST, SECOND.id: SECOND}
    assert [counted(one), counted(one), counted(other), counted(one)] == [1, 1, 2, 3]
    assert seen == [1, 2, 1]


def test_a_title_that_came_is_known_at_once() -> None:
    """Two libraries in one process do not see each other's titles."""
    without, beside = Shelf({FIRST: ["一。"]}), Shelf({FIRST: ["一。"], SECOND: ["二。"]})
    assert meant_titles(SECOND.title, without.library).articles == frozenset()
    assert meant_titles(SECOND.title, beside.library).articles == {SECOND.id}
    assert meant_titles(SECOND.title, without.library).articles == frozenset()
