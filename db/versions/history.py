"""The past of an article: its versions, what changed between them, all of it back out, and its removal."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import StoreError
from corpus.exchange import Exported
from corpus.versions.change_preview import Preview, make_preview
from corpus.versions.difference import Difference, compare
from corpus.vocabulary import Past
from db import numbers, rows, watches
from db.failing import decoding
from db.names import curated_list, passing_mentions, watched_names
from db.searching import index
from db.versions import layouts
from db.versions.stored import make_plan, stored_article

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from corpus.vocabulary import Article, Document, Section


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article: when it came, what was known then, and how its sections compare.

    The counts are against the version before; `removed_at` says when the article was removed while this
    was its newest version.
    """

    number: int
    added_at: str
    digest: str
    article: Article
    kept: int
    edited: int
    added: int
    removed: int
    removed_at: str | None = None


def versions(connection: sqlite3.Connection, article: str) -> tuple[Version, ...]:
    """Return the versions of an article, oldest first."""
    found = connection.execute(
        "SELECT number, added_at, digest, details, kept, edited, added, removed, removed_at "
        "FROM versions WHERE article = ? ORDER BY number",
        (article,),
    )
    done = tuple(
        Version(number, added_at, digest, rows.article_from(details), *rest)
        for number, added_at, digest, details, *rest in found
    )
    if not done:
        raise rows.unknown(article)
    return done


def export(connection: sqlite3.Connection, article: str, version: int | None = None) -> Exported:
    """Return a version of an article whole, the newest where none is named."""
    found = find(connection, article, version)
    if found is None:
        raise rows.unknown(article, version)
    return found


def find(connection: sqlite3.Connection, article: str, version: int | None = None) -> Exported | None:
    """Return what `export` does, None where there is no such version."""
    row = connection.execute(
        "SELECT number, added_at, digest, details, text, layout, removed_at FROM versions WHERE article = ?1 "
        "AND number = coalesce(?2, (SELECT version FROM articles WHERE id = ?1))",
        (article, version),
    ).fetchone()
    if row is None:
        return None
    number, added_at, digest, details, text, layout, removed_at = row
    text = layouts.inflate(text)
    kept = layouts.unpack(layout, article, text)
    past = Past(number, added_at, digest, removed_at)
    return Exported(rows.article_from(details), past, text, kept.blocks, kept.sections)


def source(connection: sqlite3.Connection, article: str, version: int | None = None) -> bytes:
    """Return the bytes that a version was first read from, those of an export where that is what is left."""
    row = connection.execute(
        "SELECT bytes FROM sources JOIN versions ON sources.article = versions.article "
        "AND sources.version = number WHERE versions.article = ?1 "
        "AND number = coalesce(?2, (SELECT version FROM articles WHERE id = ?1)) "
        "ORDER BY sources.digest = versions.digest DESC, sources.added_at LIMIT 1",
        (article, version),
    ).fetchone()
    if row is None:
        raise rows.unknown(article, version)
    with decoding(f"the file of {article}"):
        return zlib.decompress(row[0])


def difference_of(
    connection: sqlite3.Connection, article: str, old: int | None = None, new: int | None = None
) -> Difference:
    """Compare two versions; where none is named the newest with the one before it."""
    held = [version.number for version in versions(connection, article)]
    new = held[-1] if new is None else new
    old = max((number for number in held if number < new), default=new) if old is None else old
    return compare(export(connection, article, old), export(connection, article, new))


def preview(connection: sqlite3.Connection, document: Document, sections: Sequence[Section]) -> Preview:
    """Tell what saving a document would do, and write nothing."""
    stored = stored_article(connection, document.article.id)
    planned = make_plan(connection, stored, document, sections)
    return make_preview(planned, document, find(connection, document.article.id) if stored.version else None)


def remove(connection: sqlite3.Connection, article: str, now: str) -> int:
    """Take an article out of the library, inside the caller's transaction; return how many sections went.

    Its versions stay, and its codes still give their last wording and when it went.
    """
    row = connection.execute("SELECT removed_at, version FROM articles WHERE id = ?", (article,)).fetchone()
    if row is None:
        raise rows.unknown(article)
    if row[0]:
        raise StoreError(
            f"was removed on {row[0]} already", which=article, next_step="import it to have it back"
        )
    standing = "SELECT id FROM sections WHERE article = ? AND removed_at IS NULL"
    ids = [number for (number,) in connection.execute(standing, (article,))]
    index.remove(connection, ids)
    named = watched_names.said_in(connection, article)
    connection.execute("DELETE FROM initiatives WHERE article = ?", (article,))
    connection.executemany("UPDATE sections SET removed_at = ? WHERE id = ?", [(now, one) for one in ids])
    passing_mentions.forget(connection, article)
    curated_list.rescan_article(connection, article)
    watches.report(connection, article, row[1], named, now)
    connection.execute(
        "UPDATE versions SET removed_at = ?1 WHERE article = ?2 "
        "AND number = (SELECT version FROM articles WHERE id = ?2)",
        (now, article),
    )
    connection.execute(
        "UPDATE articles SET removed_at = ?, changed_at = ?, sections = 0 WHERE id = ?", (now, now, article)
    )
    numbers.bump(connection)
    return len(ids)
