"""A small library in memory: the real index over paragraphs written in the tests."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from corpus.search.index_terms import for_index
from corpus.search.pipeline import search
from corpus.search.query.language import parse
from corpus.vocabulary import Article, Section
from db.searching import index
from db.searching.indexed_library import IndexedLibrary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.search.index_terms import IndexTerms
    from corpus.search.present.matches import Ranking

FIRST = Article("first", "数字经济引领高质量发展", author="兰建平", published="2018-10-23")
SECOND = Article("second", "租赁条例", author="某省人民代表大会", published="2021")


class Shelf:
    """Sections by article, indexed as the store does it."""

    def __init__(
        self,
        articles: dict[Article, Sequence[str]],
        headings: dict[str, tuple[str, ...]] | None = None,
        names: Sequence[str] = (),
    ) -> None:
        over = headings or {}  # by article, or by the code of one section
        self.articles = {article.id: article for article in articles}
        self.sections = [
            Section(
                article.id,
                number,
                over.get(f"{article.id}-{number}", over.get(article.id, ())),
                text,
                0,
                code=f"{article.id}-{number}",
            )
            for article, texts in articles.items()
            for number, text in enumerate(texts, 1)
        ]
        self.connection = sqlite3.connect(":memory:", isolation_level=None)
        index.create(self.connection)
        index.add(self.connection, ((at, *self.entry(at)) for at in range(1, len(self.sections) + 1)))
        self._library = IndexedLibrary(
            self.connection,
            sections=lambda ids: [self.sections[at - 1] for at in ids],
            texts_beside=self.texts_beside,
            articles=lambda: self.articles,
            initiatives=set(names).intersection,
            curated=lambda _: (),
        )

    @property
    def library(self) -> IndexedLibrary:
        """The library as it is now."""
        self._library.refresh(self.connection.total_changes)
        return self._library

    def texts_beside(self, sections: Sequence[Section], count: int) -> list[list[str]]:
        """Return the texts of the sections behind each, or before it, nearest first."""
        way = 1 if count > 0 else -1
        return [
            [
                one.text
                for one in self.sections[::way]
                if one.article == section.article and 0 < way * (one.number - section.number) <= abs(count)
            ]
            for section in sections
        ]

    def entry(self, at: int) -> tuple[str, IndexTerms]:
        """Return the article and the terms of one section."""
        section = self.sections[at - 1]
        return section.article, for_index(section, self.articles[section.article].title)

    def search(self, text: str) -> Ranking:
        """Search as the surfaces do."""
        return search(parse(text), self.library)

    def first(self, text: str) -> str:
        """Return the code of the first section found, or nothing."""
        ranking = self.search(text)
        return ranking.matches[0].section.code if ranking.answered else ""
