"""What a search asks of the place where sections are kept: the protocol that db implements.

The ranking depends on every answer, so the contract is exact: two stores that hold the same sections under the same
ids give the same answers, and so the same ranking.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, Protocol

from corpus.search.index_terms import LETTERS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from corpus.vocabulary import Article, Section

Column = Literal["words", "bigrams", "sounds", "initials", "heads"]
FULL_LENGTH = MappingProxyType({"bigrams": 2, "sounds": 2, "heads": 2, "initials": LETTERS, "words": 100})
"""Characters of a term that begins no longer one in its column; words have no usual length."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What scoring reads of one section: its text and its title and headings, folded, no punctuation."""

    id: int
    article: str
    letters: str
    head: str


class Library(Protocol):
    """Sections and their index, as of one moment for one search.

    Ids are positive integers that grow with the order of storing. The terms of a column are those that
    `corpus.search.index_terms` makes, each with its place in the section; a term matches as a whole, equal to the
    character. Wherever a limit cuts, the lowest ids come, in rising order (ORDER BY id LIMIT limit); texts are
    ordered by code point. What is unknown is passed over, and no argument is an error.
    """

    def size(self) -> int:
        """Return how many sections are indexed: counted, not estimated."""
        ...

    def frequencies(self, column: Column, terms: Sequence[str]) -> Mapping[str, int]:
        """Return in how many sections each term stands; a term that stands nowhere has 0 or is missing.

        It is what `corpus.search.sampling.document_frequency` makes of the term's lowest ids: counted to the
        last for rare terms, estimated from windows of ids for frequent ones, in every store alike.
        """
        ...

    def holding(self, column: Column, term: str, limit: int) -> list[int]:
        """Return the lowest `limit` ids of sections that hold a term, rising."""
        ...

    def phrase(self, column: Column, terms: Sequence[str], limit: int) -> list[int]:
        """Return the lowest `limit` ids of sections that hold the terms one right after another, rising.

        The last term may be the beginning of a longer one where it is shorter than `FULL_LENGTH` of its column.
        No terms stand nowhere.
        """
        ...

    def entries(self, ids: Iterable[int]) -> list[Entry]:
        """Return what scoring reads of these sections, each once, by rising id."""
        ...

    def sections(self, ids: Sequence[int]) -> list[Section]:
        """Return these sections in the order asked for."""
        ...

    def texts_beside(self, sections: Sequence[Section], count: int) -> list[list[str]]:
        """Return for each section the texts of at most `count` ones behind it under the same headings, nearest first.

        A negative count asks for those before it. The first section under other headings ends the list.
        """
        ...

    def articles(self) -> Mapping[str, Article]:
        """Return every article by its id, in the order in which they first came: for titles, authors and filters."""
        ...

    def full_forms(self, short: str) -> tuple[str, ...]:
        """Return the full forms, folded, of a folded short form, each once.

        Those that a curator keeps come first, in his order, then those that sections introduce, in order.
        """
        ...

    def near(
        self, column: Column, left: Sequence[str], right: Sequence[str], gap: int, limit: int
    ) -> list[int]:
        """Return the lowest `limit` ids of sections that hold two runs of terms near each other, rising.

        At most `gap` terms lie between the end of one run and the beginning of the other, whichever comes first.
        The last term of each may be the beginning of a longer one, as in `phrase`.
        """
        ...

    def words_like(self, spoken: str, limit: int) -> list[str]:
        """Return words that begin, or end, with the first, or last, half of the sounds of a text (one at least).

        Their sounds are as long as the text's to one character. Of either sort the first `limit` in order come,
        then both in order, each once. A section held them once: whether one still does, `frequencies` tells.
        """
        ...

    def of_articles(self, articles: Sequence[str], limit: int) -> list[int]:
        """Return at most `limit` ids of sections of these articles: article by article, in each the lowest first."""
        ...

    def initiatives(self, texts: Sequence[str]) -> Collection[str]:
        """Return those of these folded texts that are names, or aliases, of initiatives read out of articles."""
        ...
