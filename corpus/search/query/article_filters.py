"""Which articles the filters of a query let through: 文章: 作者: 日期:."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import UnmatchedError

if TYPE_CHECKING:
    from corpus.search.library import Library
    from corpus.search.query.language import Query

FEW = 2_000  # sections of the articles asked for that are all looked at


@dataclass(frozen=True, slots=True)
class Within:
    """The articles that pass a query's filters: their ids (None: all), and at most `FEW` ids of their sections."""

    articles: frozenset[str] | None
    some: frozenset[int] = frozenset()


def allowed(query: Query, library: Library) -> Within:
    """Return which articles pass the filters; UnmatchedError where none does."""
    if not query.limits_articles:
        return Within(None)
    passed = sorted(key for key, article in library.articles().items() if query.admits(article))
    if not passed:
        raise UnmatchedError(
            "no article passes the filter",
            which=" ".join(query.limits),
            next_step="leave a filter out; /policy articles lists titles, authors and dates",
        )
    return Within(frozenset(passed), frozenset(library.of_articles(passed, FEW)))


def only(articles: frozenset[str], within: Within, library: Library) -> Within | None:
    """Return those of some articles that a query's filters let through; None where these are none."""
    some = articles if within.articles is None else articles & within.articles
    return Within(some, frozenset(library.of_articles(sorted(some), FEW))) if some else None
