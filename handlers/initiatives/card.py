"""What is known of one initiative, free of Slack: the card, its mentions, its wordings side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.vocabulary import Article
    from handlers.answer import Answer, Quoted


@dataclass(frozen=True, slots=True)
class ArticleMentions:
    """An article that names the initiative, and how often."""

    article: Article
    times: int


@dataclass(frozen=True, slots=True)
class Card:
    """An initiative: its names, the passage that says what it is, and where else it stands.

    `articles` are in the order of publication, articles without a date last. `asked` is what was asked for
    where that is only near the name.
    """

    name: str
    aliases: tuple[str, ...]
    defining: Quoted
    articles: tuple[ArticleMentions, ...]
    asked: str = ""
    note: str = ""

    @property
    def times(self) -> int:
        """How often it is named in all."""
        return sum(one.times for one in self.articles)

    @property
    def first(self) -> Article | None:
        """The article that named it first, where dates tell."""
        dated = [one.article for one in self.articles if one.article.published]
        return dated[0] if dated else None


@dataclass(frozen=True, slots=True)
class NamingPassages:
    """One page of the passages that name an initiative: all mentions, or one sentence an article (wordings)."""

    name: str
    passages: tuple[Quoted, ...]
    total: int
    offset: int
    limit: int


@dataclass(frozen=True, slots=True)
class NamesPage:
    """One page of initiatives by frequency: (name, times); `article` is the title where one was asked for."""

    names: tuple[tuple[str, int], ...]
    total: int
    offset: int
    limit: int
    article: str = ""


@dataclass(frozen=True, slots=True)
class CardFound:
    """A question is answered with a card; `others` are further names that it holds."""

    card: Card
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassagesFound:
    """A question is answered with passages, or with none; `others` are names that it holds all the same."""

    answer: Answer
    others: tuple[str, ...] = ()
