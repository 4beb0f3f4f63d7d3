"""Saves documents: the version, sections, index rows and initiatives of each in the same transaction."""

from __future__ import annotations

import zlib
from functools import partial
from typing import TYPE_CHECKING

from corpus.versions.code_assignment import assign
from corpus.versions.planning import Plan, index_changes
from corpus.versions.stored_versions import is_current, is_kept, new_record
from corpus.vocabulary import DETAILS
from db import numbers, rows, watches
from db.names import curated_list, extracted, passing_mentions, watched_names
from db.searching import index
from db.versions import given_details, history, layouts, source_paths
from db.versions.given_codes import in_use
from db.versions.saved import Saved
from db.versions.stored import make_plan, stored_article

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from corpus.preparing import Prepared
    from corpus.versions.change_preview import SaveOutcome
    from corpus.versions.planning import StoredArticle
    from corpus.vocabulary import Article, Document, Past, Section
    from db.connection import Connections

REMEMBERED = 300_000  # words of the lexicon, some 30 MB


class Saver:
    """Saves documents, in one thread and one after another, as an import does."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections
        self._words: set[str] = set()  # those the lexicon surely holds, so that they are not sent again

    def save(self, documents: Sequence[Prepared], now: str) -> list[Saved]:
        """Make each document its article's newest version, all in one transaction or none of them.

        Nothing is written of a document whose text is what the store holds. Sections are aligned before the
        write lock is taken, and again under it where the article has changed meanwhile.
        """
        documents = [given_details.completed(self._connections.get(), one) for one in documents]
        planned = [_planned(self._connections.get(), one) for one in documents]
        try:
            with self._connections.writing() as connection:
                return [
                    self._one(connection, seen, one, now)
                    for seen, one in zip(planned, documents, strict=True)
                ]
        except BaseException:
            self._words.clear()
            raise

    def _one(self, connection: sqlite3.Connection, planned: Plan, prepared: Prepared, now: str) -> Saved:
        if not _still(connection, planned.stored, prepared.document.article.id):
            planned = _planned(connection, prepared)
        given_details.put(connection, prepared.document.article.id, dict(prepared.document.given))
        if planned.unchanged:
            return _keep(connection, planned.stored, prepared, now)
        if len(self._words) > REMEMBERED:
            self._words.clear()
        return _change(connection, planned, prepared, now, self._words)


def _planned(connection: sqlite3.Connection, prepared: Prepared) -> Plan:
    """Set the document against what the store holds of its article."""
    document = prepared.document
    seen = stored_article(connection, document.article.id)
    text = partial(_text, connection, document.article.id, seen.version)
    version = partial(history.find, connection, document.article.id)
    if is_current(seen, document, prepared.sections, text) or is_kept(seen, document, version):
        return Plan(seen, unchanged=True)
    return make_plan(connection, seen, document, prepared.sections)


def _still(connection: sqlite3.Connection, seen: StoredArticle, article: str) -> bool:
    """Whether the article is as it was when the plan was made."""
    row = connection.execute("SELECT version, removed_at FROM articles WHERE id = ?", (article,)).fetchone()
    return (row or (0, None)) == (seen.version, seen.removed_at)


def _text(connection: sqlite3.Connection, article: str, version: int) -> str:
    """Read the canonical text of a version."""
    sql = "SELECT text FROM versions WHERE article = ? AND number = ?"
    (text,) = connection.execute(sql, (article, version)).fetchone()
    return layouts.inflate(text)


def _keep(connection: sqlite3.Connection, seen: StoredArticle, prepared: Prepared, now: str) -> Saved:
    """Keep bytes that are new though the text is not, and names that are read otherwise by now."""
    document, article = prepared.document, prepared.document.article
    standing = seen.current
    if seen.removed_at or (document.past and document.past.version < seen.version):
        return Saved(article, "unchanged", seen.version, len(standing), kept=len(standing))
    _keep_bytes(connection, document, seen.version, now)
    if extracted.replace(connection, article.id, prepared.initiatives, [one.id for one in standing]):
        numbers.bump(connection)
    count = len(standing)
    return Saved(article, "unchanged", seen.version, count, kept=count)


def _change(
    connection: sqlite3.Connection, planned: Plan, prepared: Prepared, now: str, words: set[str]
) -> Saved:
    """Write the new version; what an export told of its past is kept."""
    document = prepared.document
    told = new_record(planned.stored, document, now)
    sections = assign(planned.sections, document.codes, partial(in_use, connection))
    named = watched_names.said_in(connection, document.article.id)
    _put_article(connection, planned, document.article, told)
    connection.execute(
        "INSERT INTO versions (article, number, added_at, digest, details, text, layout, "
        "kept, edited, added, removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            document.article.id,
            told.version,
            told.added_at,
            told.digest,
            rows.details_of(document.article),
            layouts.deflate(document.text),
            layouts.pack(document, sections),
            *planned.counts(),
        ),
    )
    _keep_bytes(connection, document, told.version, now)
    passing_mentions.forget(connection, document.article.id)
    ids = _put_sections(connection, planned, sections, told)
    _put_index(connection, planned, prepared, ids, words)
    extracted.replace(connection, document.article.id, prepared.initiatives, ids)
    curated_list.rescan_article(connection, document.article.id)
    watches.report(connection, document.article.id, told.version, named, now)
    numbers.bump(connection)
    if told.removed_at:
        history.remove(connection, document.article.id, told.removed_at)
    outcome: SaveOutcome = "changed" if planned.stored.version else "added"
    return Saved(document.article, outcome, told.version, len(sections), *planned.counts())


def _put_article(connection: sqlite3.Connection, planned: Plan, article: Article, told: Past) -> None:
    """Add the article, or bring it up to this version.

    No ON CONFLICT: such a statement makes FTS5 write out what it holds in memory of the documents before.
    """
    values = {name: getattr(article, name) for name in DETAILS}
    values |= {"version": told.version, "sections": len(planned.sections), "changed_at": told.added_at}
    if planned.stored.version:
        sets = ", ".join(f"{name} = :{name}" for name in values)
        sql = f"UPDATE articles SET {sets}, removed_at = NULL WHERE id = :id"  # noqa: S608 - constants
    else:
        values["added_at"] = told.added_at
        names = ", ".join(values)
        sql = f"INSERT INTO articles ({names}) VALUES ({', '.join(f':{name}' for name in values)})"  # noqa: S608 - constants
    connection.execute(sql, values)


def _keep_bytes(connection: sqlite3.Connection, document: Document, version: int, now: str) -> None:
    """Keep the file as it came, once for each version."""
    key = document.article.id, version, document.digest
    sql = "SELECT read_as FROM sources WHERE article = ? AND version = ? AND digest = ?"
    kept = connection.execute(sql, key).fetchone()
    if kept is None:
        connection.execute(
            "INSERT INTO sources (article, version, digest, added_at, size, bytes, read_as) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*key, now, len(document.raw), zlib.compress(document.raw, layouts.SPEED), document.read_as),
        )
    elif kept[0] != document.read_as:
        sql = "UPDATE sources SET read_as = ? WHERE article = ? AND version = ? AND digest = ?"
        connection.execute(sql, (document.read_as, *key))
    source_paths.put(connection, document)


def _put_sections(
    connection: sqlite3.Connection, planned: Plan, sections: Sequence[Section], told: Past
) -> list[int]:
    """Write the sections and return the id of each; those that live on nowhere are marked as removed."""
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM sections").fetchone()
    ids, old, new = [], [], []
    for section, placed in zip(sections, planned.sections, strict=True):
        shape = section.number, rows.dumps(section.headings), section.text, section.start, section.run_in
        if placed.stored:
            ids.append(placed.stored.id)
            old.append((*shape, placed.stored.id))
        else:
            last += 1
            ids.append(last)
            new.append((*shape, last, section.code, section.article, told.version))
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
    gone = [(told.added_at, one.id) for one in planned.removed]
    connection.executemany("UPDATE sections SET removed_at = ? WHERE id = ?", gone)
    return ids


def _put_index(
    connection: sqlite3.Connection, planned: Plan, prepared: Prepared, ids: Sequence[int], words: set[str]
) -> None:
    """Take what has gone or changed out of the index and put in what is new or changed."""
    article = prepared.document.article
    stale, fresh = index_changes(planned, article.title)
    entries = [(number, article.id, terms) for number, terms in zip(ids, prepared.terms, strict=True)]
    index.remove(connection, stale)
    index.add(connection, [entries[at] for at in fresh], words)
