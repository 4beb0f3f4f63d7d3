"""Sections by code, by place and by chance."""

from __future__ import annotations

from itertools import takewhile
from operator import itemgetter
from typing import TYPE_CHECKING

from corpus.versions.codes import normal
from db import rows
from db.rows import SectionRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from corpus.vocabulary import Section
    from db.connection import Connections

STANDING = "removed_at IS NULL"


class Sections:
    """The sections that the store holds; only `by_code` and `by_codes` also know those that were removed."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def by_code(self, code: str) -> SectionRow | None:
        """Return the section with this code, as typed; its last wording where it was removed."""
        sql = (
            f"SELECT {rows.SECTION}, {rows.ARTICLE}, sections.removed_at FROM sections "  # noqa: S608 - constants
            "JOIN articles ON articles.id = sections.article WHERE sections.code = ?"
        )
        row = self._connections.get().execute(sql, (normal(code),)).fetchone()
        return SectionRow(rows.section_of(row), rows.article_of(row[7:]), row[-1]) if row else None

    def by_codes(self, codes: Sequence[str]) -> list[SectionRow]:
        """Return the sections with these codes in the order asked for; an unknown code is passed over."""
        found = {}
        for batch in rows.batches(codes):
            sql = (
                f"SELECT {rows.SECTION}, {rows.ARTICLE}, sections.removed_at FROM sections "  # noqa: S608 - marks only
                f"JOIN articles ON articles.id = sections.article WHERE code IN ({rows.marks(batch)})"
            )
            for row in self._connections.get().execute(sql, batch):
                stored = SectionRow(rows.section_of(row), rows.article_of(row[7:]), row[-1])
                found[stored.section.code] = stored
        return [found[code] for code in codes if code in found]

    def by_ids(self, ids: Sequence[int]) -> list[Section]:
        """Return sections in the order of their ids in the list; an unknown id is passed over."""
        found = {}
        for batch in rows.batches(ids):
            sql = f"SELECT {rows.SECTION}, id FROM sections WHERE id IN ({rows.marks(batch)})"  # noqa: S608 - marks only
            for row in self._connections.get().execute(sql, batch):
                found[row[-1]] = rows.section_of(row)
        return [found[one] for one in ids if one in found]

    def of_article(self, article: str) -> tuple[Section, ...]:
        """Return the sections of an article in order."""
        return self._where("article = ? ORDER BY number", article)

    def neighbours(self, code: str) -> tuple[Section | None, Section | None]:
        """Return the sections before and after the one with this code in its article, where there are any.

        A removed section has the neighbours of the place where it stood.
        """
        found = self.by_code(code)
        if found is None:
            return None, None
        article, number = found.article.id, found.section.number
        before = self._where("article = ? AND number < ? ORDER BY number DESC LIMIT 1", article, number)
        sign = ">=" if found.removed_at else ">"
        after = self._where(f"article = ? AND number {sign} ? ORDER BY number LIMIT 1", article, number)
        return (before[0] if before else None), (after[0] if after else None)

    def after(self, section: Section, count: int) -> tuple[Section, ...]:
        """Return at most `count` sections that stand behind one under the same headings, nearest first."""
        where = "article = ? AND number > ? AND number <= ? ORDER BY number"
        found = self._where(where, section.article, section.number, section.number + count)
        return tuple(takewhile(lambda one: one.headings == section.headings, found))

    def before(self, section: Section, count: int) -> tuple[Section, ...]:
        """Return at most `count` sections that stand before one under the same headings, nearest first."""
        where = "article = ? AND number < ? AND number >= ? ORDER BY number DESC"
        found = self._where(where, section.article, section.number, section.number - count)
        return tuple(takewhile(lambda one: one.headings == section.headings, found))

    def texts_beside(self, sections: Sequence[Section], count: int) -> list[list[str]]:
        """Return for each section the texts of at most `count` ones behind it under the same headings, nearest first.

        A negative count asks for those before it.
        """
        first, last = (1, count) if count > 0 else (count, -1)
        bounds = f"BETWEEN places.number + {first:d} AND places.number + {last:d}"
        texts: list[list[str]] = []
        for batch in rows.batches(sections):
            places = ",".join("(?, ?, ?, ?)" for _ in batch)
            sql = (
                f"WITH places (at, article, number, headings) AS (VALUES {places}) "  # noqa: S608 - marks only
                "SELECT places.at, sections.headings = places.headings, sections.text FROM places "
                "JOIN sections ON sections.article = places.article AND sections.number "
                f"{bounds} WHERE {STANDING} ORDER BY places.at, abs(sections.number - places.number)"
            )
            values = [
                value
                for at, one in enumerate(batch)
                for value in (at, one.article, one.number, rows.dumps(one.headings))
            ]
            behind: list[list[tuple[int, str]]] = [[] for _ in batch]
            for at, alike, text in self._connections.get().execute(sql, values):
                behind[at].append((alike, text))
            texts += [[text for _, text in takewhile(itemgetter(0), some)] for some in behind]
        return texts

    def count(self) -> int:
        """Count the sections that stand."""
        sql = f"SELECT count(*) FROM sections WHERE {STANDING}"  # noqa: S608 - constants
        return int(self._connections.get().execute(sql).fetchone()[0])

    def random(self, rng: Random) -> Section | None:
        """Return a section chosen by `rng`, each as likely as any other; None from an empty store."""
        count = self.count()
        if not count:
            return None
        found = self._where("TRUE ORDER BY article, number LIMIT 1 OFFSET ?", rng.randrange(count))
        return found[0] if found else None

    def _where(self, condition: str, *values: object) -> tuple[Section, ...]:
        sql = f"SELECT {rows.SECTION} FROM sections WHERE {STANDING} AND {condition}"  # noqa: S608 - constants
        return tuple(rows.section_of(row) for row in self._connections.get().execute(sql, values))
