"""Where else an initiative stands, in the order of the articles' dates."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class ArticleDate:
    """An article and its date of publication: ISO, as exact as it is known, or None."""

    article: str
    published: str | None


@dataclass(frozen=True, slots=True)
class Appearance:
    """How often one article names the initiative, and when it was published."""

    article: str
    published: str | None
    mentions: int


def timeline(mentioned: Iterable[str], dates: Iterable[ArticleDate]) -> tuple[Appearance, ...]:
    """Return the articles that mention an initiative, the oldest first, those without a date last.

    `mentioned` has the article's id once for each mention. A date known only to the year or month stands
    before the exact ones within it.
    """
    published = {date.article: date.published for date in dates}
    found = (Appearance(one, published.get(one), count) for one, count in Counter(mentioned).items())
    return tuple(sorted(found, key=lambda one: (one.published is None, one.published or "", one.article)))


def first(appearances: Iterable[Appearance]) -> Appearance | None:
    """Return the first appearance on a timeline; None where no article carries a date."""
    return next((one for one in appearances if one.published is not None), None)
