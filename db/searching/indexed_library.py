"""The library as a search sees it: the index asked for sets of sections, never for an order."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from corpus.search.library import FULL_LENGTH, Entry
from corpus.search.sampling import FIRST, document_frequency

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from corpus.search.library import Column
    from corpus.search.sampling import Window
    from corpus.vocabulary import Article, Section

LOOKED_THROUGH = (
    5_000  # sections that are read for one character: one in 25 of them holds it, or the index is quick
)
GREATEST = 2**63 - 1  # no id is greater
LAST = "\U0010ffff"  # sorts after every character
BATCH = 500  # ids in one statement: SQLite takes at least 999 variables
KNOWN_TERMS = 200_000  # document frequencies remembered, some 20 MB
KEPT_IDS = 2_000_000  # ids of sections remembered with the terms they hold, 16 MB


def _phrase(terms: Iterable[str]) -> str:
    """Write terms as one FTS5 phrase; nothing in them is an operator."""
    return '"' + " ".join(terms).replace('"', '""').replace("\0", " ") + '"'


def _quoted(column: Column, terms: Iterable[str]) -> str:
    """Write terms as one FTS5 phrase in a column."""
    return f"{column} : {_phrase(terms)}"


def _run(column: Column, terms: Sequence[str]) -> str:
    """Write terms as one phrase whose last term may be the beginning of a longer one, where it can be."""
    whole = terms and len(terms[-1]) >= FULL_LENGTH[column]
    return _phrase(terms) + ("" if whole else " *")


class IndexedLibrary:
    """The sections of one connection as a search sees them; implements corpus.search.library.Library.

    `sections`, `texts_beside`, `articles`, `initiatives` and `curated` (the full forms that a curator
    keeps of a short one) come from the store. Use it in the thread that owns the
    connection, and `refresh` it before a search.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        sections: Callable[[Sequence[int]], list[Section]],
        texts_beside: Callable[[Sequence[Section], int], list[list[str]]],
        articles: Callable[[], Mapping[str, Article]],
        initiatives: Callable[[Sequence[str]], Collection[str]],
        curated: Callable[[str], Sequence[str]],
    ) -> None:
        self.connection = connection
        self.sections = sections
        self.texts_beside = texts_beside
        self.articles = articles
        self.initiatives = initiatives
        self._curated = curated
        self._known: dict[tuple[str, str], int] = {}
        self._held: dict[tuple[str, str], array[int]] = {}
        self._kept_ids = 0
        self._generation = -1
        self.refresh(0)

    def refresh(self, generation: int) -> None:
        """Forget what was counted when articles have changed; other writes change nothing here."""
        if generation != self._generation or len(self._known) > KNOWN_TERMS:
            self._known.clear()
            self._forget()
            # the first id beyond the sections that are read for one character, once it is asked for
            self._early_end: int | None = None
            self._size: int = self.connection.execute("SELECT count(*) FROM section_terms").fetchone()[0]
            self._generation = generation

    def size(self) -> int:
        """Return how many sections are indexed."""
        return self._size

    def frequencies(self, column: Column, terms: Sequence[str]) -> dict[str, int]:
        """Return in how many sections each term stands in this column; about how many, where it is very frequent."""
        return {term: self._frequency(column, term) for term in terms}

    def holding(self, column: Column, term: str, limit: int) -> list[int]:
        """Return the ids of at most `limit` sections that hold a term, lowest first."""
        held = self._held.get((column, term))
        if held is None:
            found = self._ids(_quoted(column, [term]), limit)
            if len(found) < limit:
                self._keep(column, term, array("q", found))
            return found
        return held[:limit].tolist()

    def phrase(self, column: Column, terms: Sequence[str], limit: int) -> list[int]:
        """Return the ids of at most `limit` sections that hold the terms in a row, lowest first.

        The last term may be the beginning of a longer one.
        """
        if not terms:
            return []
        if column == "bigrams" and len(terms) == len(terms[0]) == 1:
            found = self._early(terms[0], limit)
            if len(found) == limit:
                return found
        return self._ids(f"{column} : {_run(column, terms)}", limit)

    def near(
        self, column: Column, left: Sequence[str], right: Sequence[str], gap: int, limit: int
    ) -> list[int]:
        """Return the ids of at most `limit` sections that hold two runs of terms near each other."""
        runs = " ".join(_run(column, run) for run in (left, right))
        return self._ids(f"{column} : NEAR({runs}, {gap})", limit)

    def full_forms(self, short: str) -> tuple[str, ...]:
        """Return the full forms of a short form: the curator's in his order, then those that sections introduce."""
        sql = "SELECT DISTINCT full FROM section_aliases WHERE short = ? ORDER BY full"
        introduced = (full for (full,) in self.connection.execute(sql, (short,)))
        return tuple(dict.fromkeys((*self._curated(short), *introduced)))

    def words_like(self, spoken: str, limit: int) -> list[str]:
        """Return words that some section holds, or held, and that begin or end with half the sounds of a text."""
        found: set[str] = set()
        for column, text in (("sound", spoken), ("backwards", spoken[::-1])):
            start = text[: max(1, len(text) // 2)]
            found.update(
                word
                for (word,) in self.connection.execute(
                    f"SELECT word FROM section_lexicon WHERE {column} >= ? AND {column} < ? "  # noqa: S608 - two names
                    "AND length(sound) BETWEEN ? AND ? ORDER BY word LIMIT ?",
                    (start, start + LAST, len(text) - 1, len(text) + 1, limit),
                )
            )
        return sorted(found)

    def entries(self, ids: Iterable[int]) -> list[Entry]:
        """Return what scoring reads of these sections, in order of id."""
        wanted, found = sorted(set(ids)), []
        for at in range(0, len(wanted), BATCH):
            batch = wanted[at : at + BATCH]
            marks = ",".join("?" * len(batch))
            sql = f"SELECT id, article, skeleton, head FROM section_terms WHERE id IN ({marks}) ORDER BY id"  # noqa: S608 - marks only
            found += [Entry(*row) for row in self.connection.execute(sql, batch)]
        return found

    def of_articles(self, articles: Sequence[str], limit: int) -> list[int]:
        """Return the ids of at most `limit` sections of these articles, lowest first in each."""
        found: list[int] = []
        for article in articles:
            if len(found) == limit:
                break
            rows = self.connection.execute(
                "SELECT id FROM section_terms WHERE article = ? ORDER BY id LIMIT ?",
                (article, limit - len(found)),
            )
            found += [section_id for (section_id,) in rows]
        return found

    def _early(self, char: str, limit: int) -> list[int]:
        """Look for one character in the first sections: where it is frequent, the index would read it all."""
        if self._early_end is None:
            sql = "SELECT id FROM section_terms ORDER BY id LIMIT 1 OFFSET ?"
            beyond = self.connection.execute(sql, (LOOKED_THROUGH,)).fetchone()
            self._early_end = int(beyond[0]) if beyond else GREATEST
        sql = "SELECT id FROM section_terms WHERE id < ? AND instr(skeleton, ?) ORDER BY id LIMIT ?"
        return [number for (number,) in self.connection.execute(sql, (self._early_end, char, limit))]

    def _ids(self, expression: str, limit: int) -> list[int]:
        rows = self.connection.execute(
            "SELECT rowid FROM section_index WHERE section_index MATCH ? ORDER BY rowid LIMIT ?",
            (expression, limit),
        )
        return [section_id for (section_id,) in rows]

    def _frequency(self, column: Column, term: str) -> int:
        """Count the sections with a term; frequent terms cost most and come back most, so counts are kept."""
        known = self._known.get((column, term))
        if known is None:
            held = array("q", self._ids(_quoted(column, [term]), FIRST))
            if len(held) < FIRST:
                self._keep(column, term, held)
                return len(held)
            counts = _TermCounts(self.connection, column, term)
            known = self._known[column, term] = document_frequency(held, self._size, counts)
        return known

    def _keep(self, column: Column, term: str, held: array[int]) -> None:
        """Remember all sections with a term, and so their number; begin anew when that grows too much."""
        if self._kept_ids > KEPT_IDS:
            self._forget()
        self._known[column, term] = len(held)
        self._held[column, term] = held
        self._kept_ids += len(held)

    def _forget(self) -> None:
        self._held.clear()
        self._kept_ids = 0


class _TermCounts:
    """The counts of one term in one column; implements corpus.search.sampling.TermCounts."""

    def __init__(self, connection: sqlite3.Connection, column: Column, term: str) -> None:
        self.connection, self._column, self._term = connection, column, term

    def exact(self) -> int:
        """Return in how many sections the term stands; it takes as long as they are many."""
        sql = "SELECT doc FROM section_vocabulary WHERE term = ? AND col = ?"
        row = self.connection.execute(sql, (self._term, self._column)).fetchone()
        return int(row[0]) if row else 0

    def last_id(self) -> int:
        """Return the highest id of an indexed section."""
        return int(self.connection.execute("SELECT max(id) FROM section_terms").fetchone()[0])

    def within(self, windows: Sequence[Window]) -> tuple[int, int]:
        """Return how many sections of the windows hold the term, and how many there are."""
        holding = "section_index WHERE section_index MATCH ? AND rowid"
        expression = _quoted(self._column, [self._term])
        return self._count(holding, windows, expression), self._count("section_terms WHERE id", windows)

    def _count(self, rows: str, windows: Sequence[Window], *values: str) -> int:
        sql = f"SELECT count(*) FROM {rows} BETWEEN ? AND ?"  # noqa: S608 - constants
        counts = (self.connection.execute(sql, (*values, *window)).fetchone() for window in windows)
        return sum(count for (count,) in counts)
