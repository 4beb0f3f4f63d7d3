"""Saves one document: its version, sections, index rows and initiatives, in one transaction."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from db import curating, index, layouts, naming, numbers, passing, rows, watched, watches
from db.coding import coded
from db.plans import Known, Plan, known, plan
from db.saved import Saved

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from corpus.preparing import Prepared
    from corpus.vocabulary import Article, Document, Section
    from db.connection import Connections
    from db.saved import Outcome


def save(connections: Connections, prepared: Prepared, now: str) -> Saved:
    """Make the document the article's newest version; nothing is written where the text is the same.

    Sections are aligned before the write lock is taken, and again under it where another process was faster.
    """
    article = prepared.document.article.id
    planned = _planned(connections.get(), prepared)
    with connections.writing() as connection:
        if not _still(connection, planned.known, article):
            planned = _planned(connection, prepared)
        if planned.same:
            return _keep(connection, planned.known, prepared, now)
        return _change(connection, planned, prepared, now)


def _planned(connection: sqlite3.Connection, prepared: Prepared) -> Plan:
    """Set the document against what the store holds of its article."""
    seen = known(connection, prepared.document.article.id)
    if _same(connection, seen, prepared):
        return Plan(seen, same=True)
    return plan(seen, prepared.sections, prepared.document.codes)


def _still(connection: sqlite3.Connection, seen: Known, article: str) -> bool:
    """Whether the article is as it was when the plan was made."""
    row = connection.execute("SELECT version, removed_at FROM articles WHERE id = ?", (article,)).fetchone()
    return (row or (0, None)) == (seen.version, seen.removed_at)


def _same(connection: sqlite3.Connection, seen: Known, prepared: Prepared) -> bool:
    """Whether the store holds just this: details, text and the cut of the sections."""
    document = prepared.document
    if seen.article != document.article or seen.removed_at:
        return False
    held = [one.section for one in seen.held if one.stands]
    if [_cut(one) for one in held] != [_cut(one) for one in prepared.sections]:
        return False
    (text,) = connection.execute(
        "SELECT text FROM versions WHERE article = ? AND number = ?", (document.article.id, seen.version)
    ).fetchone()
    return layouts.inflate(text) == document.text


def _cut(section: Section) -> tuple[object, ...]:
    return section.start, section.text, section.headings, section.run_in


def _keep(connection: sqlite3.Connection, seen: Known, prepared: Prepared, now: str) -> Saved:
    """Keep bytes that are new though the text is not, and names that are read otherwise by now."""
    article = prepared.document.article
    _keep_bytes(connection, prepared.document, seen.version, now)
    standing = [one for one in seen.held if one.stands]
    if naming.replace(connection, article.id, prepared.initiatives, [one.id for one in standing]):
        numbers.bump(connection)
    count = len(standing)
    return Saved(article, "unchanged", seen.version, count, kept=count)


def _change(connection: sqlite3.Connection, planned: Plan, prepared: Prepared, now: str) -> Saved:
    """Write the new version."""
    document, version = prepared.document, planned.known.version + 1
    sections = coded(connection, planned.placed, document.codes)
    named = watched.said_in(connection, document.article.id)
    _put_article(connection, document.article, version, len(sections), now)
    connection.execute(
        "INSERT INTO versions (article, number, added_at, digest, details, text, layout, "
        "kept, edited, added, removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document.article.id,
            version,
            now,
            document.digest,
            rows.details_of(document.article),
            layouts.deflate(document.text),
            layouts.pack(document, sections),
            *planned.counts(),
        ),
    )
    _keep_bytes(connection, document, version, now)
    passing.forget(connection, document.article.id)
    ids = _put_sections(connection, planned, sections, version, now)
    _put_index(connection, planned, prepared, ids)
    naming.replace(connection, document.article.id, prepared.initiatives, ids)
    curating.look_through(connection, document.article.id)
    watches.report(connection, document.article.id, version, named, now)
    numbers.bump(connection)
    outcome: Outcome = "changed" if planned.known.version else "added"
    return Saved(document.article, outcome, version, len(sections), *planned.counts())


def _put_article(
    connection: sqlite3.Connection, article: Article, version: int, sections: int, now: str
) -> None:
    """Add the article, or bring it up to this version."""
    details = [getattr(article, name) for name in rows.DETAILS]
    known_as = ", ".join(rows.DETAILS)
    fresh = ", ".join(
        f"{name} = excluded.{name}" for name in (*rows.DETAILS, "version", "sections", "changed_at")
    )
    connection.execute(
        f"INSERT INTO articles ({known_as}, version, sections, changed_at, added_at) "  # noqa: S608 - constants
        f"VALUES ({rows.marks(details)}, ?, ?, ?, ?) "
        f"ON CONFLICT (id) DO UPDATE SET {fresh}, removed_at = NULL",
        (*details, version, sections, now, now),
    )


def _keep_bytes(connection: sqlite3.Connection, document: Document, version: int, now: str) -> None:
    """Keep the file as it came, once for each version."""
    key = document.article.id, version, document.digest
    sql = "SELECT 1 FROM sources WHERE article = ? AND version = ? AND digest = ?"
    if connection.execute(sql, key).fetchone() is None:
        connection.execute(
            "INSERT INTO sources (article, version, digest, added_at, size, bytes) VALUES (?, ?, ?, ?, ?, ?)",
            (*key, now, len(document.raw), zlib.compress(document.raw, layouts.SPEED)),
        )


def _put_sections(
    connection: sqlite3.Connection, planned: Plan, sections: Sequence[Section], version: int, now: str
) -> list[int]:
    """Write the sections and return the id of each; those that live on nowhere are marked as removed."""
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM sections").fetchone()
    ids, old, new = [], [], []
    for section, placed in zip(sections, planned.placed, strict=True):
        told = section.number, rows.dumps(section.headings), section.text, section.start, section.run_in
        if placed.held:
            ids.append(placed.held.id)
            old.append((*told, placed.held.id))
        else:
            last += 1
            ids.append(last)
            new.append((*told, last, section.code, section.article, version))
    connection.executemany(
        "UPDATE sections SET number = ?, headings = ?, text = ?, start = ?, run_in = ?, removed_at = NULL "
        "WHERE id = ?",
        old,
    )
    connection.executemany(
        "INSERT INTO sections (number, headings, text, start, run_in, id, code, article, since) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        new,
    )
    gone = [(now, held.id) for held in planned.removed]
    connection.executemany("UPDATE sections SET removed_at = ? WHERE id = ?", gone)
    return ids


def _put_index(connection: sqlite3.Connection, planned: Plan, prepared: Prepared, ids: Sequence[int]) -> None:
    """Take what has gone or changed out of the index and put in what is new or changed."""
    article = prepared.document.article
    before = planned.known.article
    renamed = before is not None and before.title != article.title
    stale = [held.id for held in planned.removed]
    fresh = []
    for placed, terms, section_id in zip(planned.placed, prepared.terms, ids, strict=True):
        held = placed.held
        if held and not held.removed_at:
            same = (held.section.text, held.section.headings) == (
                placed.section.text,
                placed.section.headings,
            )
            if same and not renamed:
                continue
            stale.append(section_id)
        fresh.append((section_id, article.id, terms))
    index.remove(connection, stale)
    index.add(connection, fresh)
