"""What a search asks of the place where sections are kept: the protocol that db implements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from corpus.vocabulary import Article, Section

Column = Literal["words", "bigrams", "sounds", "initials", "heads"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What scoring reads of one section: its text and its title and headings, folded, no punctuation."""

    id: int
    article: str
    skeleton: str
    head: str


class Library(Protocol):
    """Sections and their index. Ids are positive integers that grow with the order of storing."""

    def size(self) -> int:
        """Return how many sections there are."""
        ...

    def frequencies(self, column: Column, terms: Sequence[str]) -> Mapping[str, int]:
        """Return in how many sections each term stands; a term that stands nowhere may be missing."""
        ...

    def holding(self, column: Column, term: str, limit: int) -> list[int]:
        """Return the ids of at most `limit` sections that hold a term, lowest first."""
        ...

    def phrase(self, column: Column, terms: Sequence[str], limit: int) -> list[int]:
        """Return the ids of at most `limit` sections that hold the terms one right after another."""
        ...

    def entries(self, ids: Iterable[int]) -> list[Entry]:
        """Return what scoring reads of these sections, in order of id."""
        ...

    def sections(self, ids: Sequence[int]) -> list[Section]:
        """Return these sections in the order asked for."""
        ...

    def texts_beside(self, sections: Sequence[Section], count: int) -> list[list[str]]:
        """Return for each section the texts of at most `count` ones behind it under the same headings, nearest first.

        A negative count asks for those before it.
        """
        ...

    def articles(self) -> Mapping[str, Article]:
        """Return every article by its id: titles, authors and dates for the filters."""
        ...

    def full_forms(self, short: str) -> tuple[str, ...]:
        """Return the full forms, folded, of a folded short form that sections introduce."""
        ...

    def near(
        self, column: Column, left: Sequence[str], right: Sequence[str], gap: int, limit: int
    ) -> list[int]:
        """Return the ids of sections that hold two runs of terms at most `gap` terms apart, lowest first.

        The last term of each may be the beginning of a longer one.
        """
        ...

    def words_like(self, spoken: str, limit: int) -> list[str]:
        """Return words that begin or end with the sounds that a text begins or ends with.

        They are about as long; at most `limit` of either sort. A section held them once: whether one still
        does, `frequencies` tells.
        """
        ...

    def of_articles(self, articles: Sequence[str], limit: int) -> list[int]:
        """Return the ids of at most `limit` sections of these articles."""
        ...

    def initiatives(self, texts: Sequence[str]) -> Collection[str]:
        """Return those of these folded texts that are names, or aliases, of initiatives."""
        ...
