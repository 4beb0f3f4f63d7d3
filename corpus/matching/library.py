"""What a search asks of the place where sections are kept: the protocol that db implements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol, TYPE_CHECKING


if TYPE_CHECKING:
    from corpus.vocabulary import Article, Section
    from collections.abc import Iterable, Mapping, Sequence

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

    def articles(self) -> Mapping[str, Article]:
        """Return every article by its id: titles, authors and dates for the filters."""
        ...

    def names(self) -> Sequence[tuple[str, tuple[str, ...]]]:
        """Return the names of initiatives, each with its aliases."""
        ...
