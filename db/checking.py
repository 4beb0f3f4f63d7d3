"""Is the file what it should be: a look that costs little, for a server's health, and one at everything."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from corpus.errors import DamagedError
from db import opening, rows
from db.failing import UNREADABLE, damaged
from db.versions import layouts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.connection import Connections
    from db.failing import Connection

LOOKED_AT = 20  # sections in one look
MOST = 20  # findings of one kind that are told
STANDING = f"""
    SELECT {rows.SECTION}, sections.id, skeleton FROM sections LEFT JOIN section_terms USING (id)
    WHERE removed_at IS NULL AND id > ? ORDER BY id LIMIT ?
"""  # noqa: S608 - constants
PACKED = {
    "text": "SELECT article, number, text FROM versions",
    "layout": "SELECT article, number, layout FROM versions",
    "file": "SELECT article, version, bytes FROM sources",
}
IN_INDEX = "SELECT rowid FROM section_index WHERE section_index MATCH ? LIMIT 1"


def look(connections: Connections, since: int) -> int:
    """Read what an answer reads, for the sections behind id `since`; return the last id, 0 after the end.

    Raise StoreError where it cannot be read, or is not as this program makes it.
    """
    with connections.reading() as connection:
        opening.check_current(connection)
        connection.execute("SELECT count(*) FROM articles WHERE removed_at IS NULL").fetchone()
        found = connection.execute(STANDING, (since, LOOKED_AT)).fetchall()
        for row in found:
            section, skeleton = rows.section_of(row), row[-1]
            if skeleton is None:
                raise damaged(f"section {section.code}", LookupError("not in the index"))
            connection.execute(IN_INDEX, (f'bigrams : "{skeleton[:2]}"',)).fetchone()
        return int(found[-1][-2]) if len(found) == LOOKED_AT else 0


def troubles(connection: Connection) -> list[str]:
    """Look for damage; each finding is a line. It reads the whole file."""
    found: list[str] = []
    for kind in (_pages, _index, _sections, _versions):
        try:
            for number, line in enumerate(kind(connection)):
                if number == MOST:
                    found.append("and more of this kind")
                    break
                found.append(line)
        except DamagedError as error:
            found.append(error.what)
    return list(dict.fromkeys(found))


def _pages(connection: Connection) -> Iterator[str]:
    """Let SQLite look at every page."""
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield from str(line).splitlines()


def _index(connection: Connection) -> Iterator[str]:
    """Look whether the index knows every section, and read every term of it."""
    missing = connection.execute(
        "SELECT count(*) FROM sections LEFT JOIN section_terms USING (id) "
        "WHERE removed_at IS NULL AND section_terms.id IS NULL"
    ).fetchone()[0]
    if missing:
        yield f"{missing} sections are not in the index"
    connection.execute("SELECT sum(doc) FROM section_vocabulary").fetchone()


def _sections(connection: Connection) -> Iterator[str]:
    """Look whether each section says what stands at its place in its article's text."""
    texts: dict[str, str] = {}
    sql = (
        f"SELECT {rows.SECTION}, versions.text FROM sections JOIN articles ON articles.id = sections.article "  # noqa: S608 - constants
        "JOIN versions ON versions.article = articles.id AND versions.number = articles.version "
        "WHERE sections.removed_at IS NULL AND articles.removed_at IS NULL ORDER BY articles.row"
    )
    for row in connection.execute(sql):
        try:
            section = rows.section_of(row)
            if section.article not in texts:
                texts = {section.article: layouts.inflate(row[-1])}
        except DamagedError as error:
            yield f"{error.which} {error.what}"
            continue
        if not texts[section.article].startswith(section.text, section.start):
            yield f"section {section.code} does not say what its article says there"


def _versions(connection: Connection) -> Iterator[str]:
    """Look whether the texts and the files that are kept can be unpacked."""
    for what, sql in PACKED.items():
        for article, number, packed in connection.execute(sql):
            try:
                zlib.decompress(packed)
            except UNREADABLE:
                yield f"the {what} of version {number} of {article} cannot be unpacked"
