"""A library of a million sections in which every term stands in thousands, and that counts what is read of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zlib import crc32

from corpus.search.library import Entry
from corpus.vocabulary import Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.search.library import Column
    from corpus.vocabulary import Article

SIZE = 1_000_000
TEXT = "国家鼓励数字经济发展县级以上人民政府应当依法制定数字工匠培育规划并向社会公布" * 4


@dataclass(slots=True)
class Endless:
    """Implements corpus.search.library.Library. `looks` counts questions to the index, `rows` what came back."""

    looks: int = 0
    rows: int = 0
    texts: int = 0
    whole: list[int] = field(default_factory=list)

    def size(self) -> int:
        """Return a million."""
        return SIZE

    def frequencies(self, column: Column, terms: Sequence[str]) -> Mapping[str, int]:
        """Return thousands for any term, another number for each."""
        self.looks += len(terms)
        return {term: self._count(column, term) for term in terms}

    def holding(self, column: Column, term: str, limit: int) -> list[int]:
        """Return as many sections as hold the term, or as are asked for."""
        return self._ids(column, term, min(limit, self._count(column, term)))

    def phrase(self, column: Column, terms: Sequence[str], limit: int) -> list[int]:
        """Return as many as are asked for."""
        return self._ids(column, " ".join(terms), limit)

    def near(
        self, column: Column, left: Sequence[str], right: Sequence[str], gap: int, limit: int
    ) -> list[int]:
        """Return as many as are asked for."""
        return self._ids(column, " ".join((*left, *right, str(gap))), limit)

    def entries(self, ids: Iterable[int]) -> list[Entry]:
        """Return the same text under each id."""
        found = [Entry(one, "plan", TEXT, "规划") for one in sorted(set(ids))]
        self.texts += len(found)
        return found

    def sections(self, ids: Sequence[int]) -> list[Section]:
        """Return sections of that text, each with its own ending."""
        self.whole += ids
        return [Section("plan", one, (), f"{TEXT}{one}", 0, code=str(one)) for one in ids]

    def texts_beside(self, sections: Sequence[Section], count: int) -> list[list[str]]:
        """Return the same text behind each, as often as is asked for."""
        self.rows += abs(count) * len(sections)
        return [[TEXT] * abs(count) for _ in sections]

    def articles(self) -> Mapping[str, Article]:
        """Return none."""
        return {}

    def full_forms(self, short: str) -> tuple[str, ...]:
        """Say that anything may be a short form."""
        self.looks += 1
        return (f"{short}发展规划", f"{short}工作办法")

    def words_like(self, spoken: str, limit: int) -> list[str]:
        """Return as many words as are asked for."""
        self.rows += limit
        return [chr(0x4E00 + len(spoken) + at) * 2 for at in range(limit)]

    def of_articles(self, articles: Sequence[str], limit: int) -> list[int]:
        """Return as many as are asked for."""
        return self._ids("heads", " ".join(articles), limit)

    def initiatives(self, texts: Sequence[str]) -> set[str]:
        """Say that any text may be a name."""
        self.looks += 1
        return set(texts)

    def _count(self, column: Column, term: str) -> int:
        return 500 + crc32(f"{column} {term}".encode("utf-8", "surrogatepass")) % 50_000

    def _ids(self, column: Column, term: str, count: int) -> list[int]:
        self.looks += 1
        self.rows += count
        first = crc32(f"{column} {term}".encode("utf-8", "surrogatepass")) % SIZE
        return list(range(first, first + count))
