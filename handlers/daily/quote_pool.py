"""What a deck is made of: every passage of the library that is fit for quoting, by theme."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from corpus.quoting.deck import Dealt, deal, key, left
from corpus.quoting.fitness import quotable
from corpus.vocabulary import Excerpt
from db.daily import POSTED, UNSURE
from handlers.answering import quote
from handlers.clause_places import place_of
from handlers.daily.themes import QuotablePassage, belonging, meant

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.vocabulary import Section
    from db.daily import Post
    from db.store import Store
    from db.subscriptions import Subscription
    from handlers.answer import Quoted

DEALT = (POSTED, UNSURE)


@dataclass(frozen=True, slots=True)
class DealtCard:
    """The next card of a channel: which passage, and in which round."""

    passage: QuotablePassage
    round: int


class QuotePool:
    """The passages of one store, read again when the library has changed; threads may share it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._generation: int | None = None
        self._passages: Mapping[str, QuotablePassage] = {}
        self._themes: dict[str, Mapping[str, QuotablePassage]] = {}
        self._cards: dict[str, tuple[int, list[QuotablePassage]]] = {}

    def passages(self, theme: str = "") -> Mapping[str, QuotablePassage]:
        """Return the passages of a theme by key; all of them where the theme is empty."""
        with self._lock:
            generation = self._store.generation()
            if generation != self._generation:
                with self._store.reading():
                    self._passages = {one.key: one for one in reversed(list(self._read()))}
                self._generation, self._themes = generation, {}
            if theme not in self._themes:
                belongs = belonging(theme, self._store)
                chosen = {one.key: one for one in self._passages.values() if belongs(one)}
                self._themes[theme] = chosen if theme else self._passages
            return self._themes[theme]

    def is_read(self) -> bool:
        """Whether the passages at hand are those of the library as it stands."""
        return self._generation == self._store.generation()

    def next(self, seed: str, theme: str, posts: Sequence[Post]) -> DealtCard | None:
        """Return the card that follows a channel's posts; None where nothing is fit for quoting."""
        passages = self.passages(theme)
        card = deal(seed, dealt(posts), passages.keys())
        if card is None:
            return None
        return DealtCard(passages[card.key], card.round)

    def left(self, wanted: Subscription, posts: Sequence[Post]) -> int:
        """Count the passages that come before one repeats."""
        return left(dealt(posts), self.passages(wanted.theme).keys())

    def theme(self, words: str) -> str:
        """Return the theme that is meant by what somebody typed; empty where none has a passage."""
        return next((theme for theme in meant(words, self._store) if self.passages(theme)), "")

    def quoted(self, code: str, start: int, end: int) -> Quoted | None:
        """Return a passage ready to be shown; None where it does not stand any more."""
        found = self._store.sections.by_code(code)
        if found is None or found.removed_at or not start < end <= len(found.section.text):
            return None
        excerpt = Excerpt(found.section.text[start:end], start, end)
        place = place_of(found.section, self._store.sections)
        return quote(found.article, found.section, excerpt, place=place)

    def _read(self) -> list[QuotablePassage]:
        """Read the library; of a section that is as it was the passages are known."""
        known, self._cards = self._cards, {}
        for article, _ in self._store.articles.all():
            for section in self._store.sections.of_article(article.id):
                wording = hash(section)
                before = known.get(section.code)
                cards = before[1] if before and before[0] == wording else _cards(section)
                self._cards[section.code] = wording, cards
        return [passage for _, cards in self._cards.values() for passage in cards]


def dealt(posts: Sequence[Post]) -> list[Dealt]:
    """Return the cards that a channel has seen, in the order in which they were dealt."""
    return [Dealt(post.passage, post.round) for post in in_order(posts)]


def in_order(posts: Sequence[Post]) -> list[Post]:
    """Return the posts that took a card, as they were dealt: after a change of zone dates may run backwards."""
    return sorted((post for post in posts if post.state in DEALT), key=lambda one: (one.claimed_at, one.day))


def _cards(section: Section) -> list[QuotablePassage]:
    return [
        QuotablePassage(
            key(item.excerpt.text),
            section.code,
            section.article,
            section.headings,
            item.excerpt.text,
            item.excerpt.start,
            item.excerpt.end,
        )
        for item in quotable(section)
    ]
