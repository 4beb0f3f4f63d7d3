"""Initiatives by name, by article and by frequency: what was read out of the articles, and what a curator keeps."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any

from corpus.initiatives.keys import key_of
from corpus.initiatives.mentions import (
    by_frequency,
    in_order_of_appearance,
    initiative,
    owners,
    without_overlaps,
)
from db import numbers, rows
from db.names import curated_list, extracted

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence

    from corpus.initiatives.catalogue import Catalogue, CatalogueEntry
    from corpus.initiatives.mentions import Occurrence
    from corpus.vocabulary import Initiative, Naming
    from db.connection import Connections

STANDING = "SELECT id FROM sections WHERE article = ? AND removed_at IS NULL ORDER BY number"


class Initiatives:
    """The initiatives of the library; safe to share between threads.

    They are joined in memory, and joined anew whenever any process has changed articles or initiatives.
    """

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._lock = Lock()
        self._made: tuple[int, Catalogue] | None = None

    def get(self, name: str) -> Initiative | None:
        """Return the initiative of this name or alias, in any script, width and quotes, with all its mentions."""
        with self._connections.reading() as connection:
            entry = self._catalogue(connection).by_key.get(key_of(name))
            return _whole(connection, entry) if entry else None

    def all(self) -> tuple[Initiative, ...]:
        """Return every initiative with all its mentions, the most frequent first."""
        return self._by_frequency(None)

    def of_article(self, article: str) -> tuple[Initiative, ...]:
        """Return the initiatives that an article names, with its mentions only, in order of appearance."""
        with self._connections.reading() as connection:
            entries = self._catalogue(connection).entries
            found = _mentions(connection, entries, article)
        return in_order_of_appearance(entries, found)

    def by_frequency(self, article: str | None = None) -> tuple[tuple[str, int], ...]:
        """Return (name, number of mentions), the most frequent first; of one article or of all."""
        return tuple((one.name, len(one.mentions)) for one in self._by_frequency(article))

    def ways(self) -> dict[str, str]:
        """Return every way of writing a name and the name it stands for, as a Spotter takes them."""
        with self._connections.reading() as connection:
            return self._catalogue(connection).ways

    def among(self, texts: Sequence[str]) -> set[str]:
        """Return those of these folded texts that are names or aliases, as read out of the articles."""
        connection, found = self._connections.get(), set[str]()
        for batch in rows.batches(texts):
            sql = f"SELECT DISTINCT key FROM initiative_keys WHERE key IN ({rows.marks(batch)})"  # noqa: S608 - marks only
            found.update(key for (key,) in connection.execute(sql, batch))
        return found

    def save(self, article: str, namings: Sequence[Naming]) -> bool:
        """Make these what is read out of an article; True where that changed anything."""
        with self._connections.writing() as connection:
            sections = [number for (number,) in connection.execute(STANDING, (article,))]
            changed = extracted.replace(connection, article, namings, sections)
            if changed:
                numbers.bump(connection)
            return changed

    def scan_new_articles(self) -> None:
        """Find where articles say a name in passing that another shows to be one; once an import is over."""
        from db.names import passing_mentions  # a process that only reads does without

        passing_mentions.scan_new_articles(self._connections)

    def curate(self, text: str, now: str) -> None:
        """Make a TOML text the curator's list (corpus.initiatives.curated says its form), at once for all."""
        with self._connections.writing() as connection:
            curated_list.put(connection, text, now)
        self.scan_new_articles()

    def curated(self) -> str:
        """Return the curator's list as it was written; empty where there is none."""
        row = self._connections.get().execute("SELECT text FROM curated").fetchone()
        return str(row[0]) if row else ""

    def _by_frequency(self, article: str | None) -> tuple[Initiative, ...]:
        with self._connections.reading() as connection:
            entries = self._catalogue(connection).entries
            found = _mentions(connection, entries, article)
        return by_frequency(entries, found)

    def _catalogue(self, connection: sqlite3.Connection) -> Catalogue:
        generation = numbers.get(connection, numbers.GENERATION)
        with self._lock:
            if self._made is None or self._made[0] != generation:
                self._made = generation, extracted.catalogue(connection)
            return self._made[1]


def _whole(connection: sqlite3.Connection, entry: CatalogueEntry) -> Initiative:
    """Read the mentions of one initiative."""
    found: list[Occurrence] = []
    for batch in rows.batches(entry.rows):
        found += connection.execute(
            "SELECT articles.row, number, code, mentions.start, stop FROM mentions "  # noqa: S608 - marks only
            "JOIN sections ON sections.id = section JOIN articles ON articles.id = sections.article "
            f"WHERE initiative IN ({rows.marks(batch)})",
            batch,
        )
    for key in {key_of(way) for way in (entry.name, *entry.aliases)}:
        found += connection.execute(
            "SELECT articles.row, number, code, passing_mentions.start, stop FROM passing_mentions "
            "JOIN sections ON sections.id = section JOIN articles ON articles.id = sections.article "
            "WHERE key = ?",
            (key,),
        )
    found += connection.execute(
        "SELECT articles.row, number, code, curated_mentions.start, stop FROM curated_mentions "
        "JOIN sections ON sections.id = section JOIN articles ON articles.id = sections.article "
        "WHERE name = ?",
        (entry.name,),
    )
    return initiative(entry, without_overlaps(found))


def _mentions(
    connection: sqlite3.Connection, entries: Sequence[CatalogueEntry], article: str | None
) -> list[list[Occurrence]]:
    """Read the mentions of all initiatives, in one article or in all; in each list by place."""
    whose = owners(entries)
    found: list[list[Occurrence]] = [[] for _ in entries]
    sources: tuple[tuple[str, str, Mapping[Any, int]], ...] = (
        ("mentions", "initiative", whose.of_row),
        ("curated_mentions", "name", whose.of_name),
        ("passing_mentions", "key", whose.of_key),
    )
    for table, column, owner in sources:
        read = connection.execute(
            f"SELECT {column}, articles.row, number, code, {table}.start, stop FROM {table} "  # noqa: S608 - constants
            "JOIN sections ON sections.id = section JOIN articles ON articles.id = sections.article "
            "WHERE ?1 IS NULL OR sections.article = ?1",
            (article,),
        )
        for by, *place in read:
            if by in owner:
                found[owner[by]].append(tuple(place))
    return [without_overlaps(places) for places in found]
