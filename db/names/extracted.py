"""Initiatives as read out of the articles: their names, aliases, keys and mentions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.initiatives.catalogue import join
from corpus.initiatives.keys import key_of
from db.failing import decoding
from db.names import curated_aliases, curated_list
from db.rows import dumps, names_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from corpus.initiatives.catalogue import Catalogue
    from corpus.vocabulary import Naming


def catalogue(connection: sqlite3.Connection) -> Catalogue:
    """Return the initiatives of all articles joined, with the curator's list on top."""
    found = connection.execute("SELECT id, name, aliases FROM initiatives ORDER BY id").fetchall()
    rows = ((row, name, names_of(aliases)) for row, name, aliases in found)
    with decoding("a name"):
        return join(rows, curated_list.read(connection), curated_aliases.read(connection))


def replace(
    connection: sqlite3.Connection, article: str, namings: Sequence[Naming], sections: Sequence[int]
) -> bool:
    """Make these the article's initiatives; True where that changed anything.

    `sections` are the ids of the article's sections in order; inside the caller's transaction.
    """
    wanted = [
        (
            one.name,
            one.aliases,
            tuple(sorted((sections[n - 1], start, stop) for n, start, stop in one.occurrences)),
        )
        for one in namings
    ]
    if sorted(wanted) == sorted(_stored(connection, article)):
        return False
    connection.execute("DELETE FROM initiatives WHERE article = ?", (article,))
    for name, aliases, occurrences in wanted:
        _insert(connection, article, name, aliases, occurrences)
    return True


def _stored(
    connection: sqlite3.Connection, article: str
) -> list[tuple[str, tuple[str, ...], tuple[tuple[int, int, int], ...]]]:
    """Read the initiatives of an article as `replace` writes them."""
    sql = "SELECT id, name, aliases FROM initiatives WHERE article = ?"
    places = "SELECT section, start, stop FROM mentions WHERE initiative = ? ORDER BY section, start"
    return [
        (name, names_of(aliases), tuple(connection.execute(places, (number,))))
        for number, name, aliases in connection.execute(sql, (article,)).fetchall()
    ]


def _insert(
    connection: sqlite3.Connection,
    article: str,
    name: str,
    aliases: Sequence[str],
    occurrences: Sequence[tuple[int, int, int]],
) -> None:
    number = connection.execute(
        "INSERT INTO initiatives (article, name, aliases) VALUES (?, ?, ?)", (article, name, dumps(aliases))
    ).lastrowid
    keys = {key_of(alias): 0 for alias in aliases} | {key_of(name): 1}
    connection.executemany(
        "INSERT INTO initiative_keys (key, initiative, is_name) VALUES (?, ?, ?)",
        [(key, number, is_name) for key, is_name in keys.items()],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO mentions (initiative, section, start, stop) VALUES (?, ?, ?, ?)",
        [(number, *one) for one in occurrences],
    )
