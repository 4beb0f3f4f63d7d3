"""Which of the watched names the sections of an article say, whether or not they show them to be names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from corpus.initiatives.gathering import without_tails
from corpus.initiatives.keys import key_of
from corpus.matching.folding import plain
from db.names import curated_list

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping


def said_in(connection: sqlite3.Connection, article: str) -> set[str]:
    """Return the keys of the watched names that stand in an article; empty where nobody watches anything."""
    watched = dict(connection.execute("SELECT key, min(name) FROM watches GROUP BY key"))
    if not watched:
        return set()
    # only a library whose names are watched pays for the matcher
    from corpus.initiatives.spotting import Spotter

    ways = ways_of(connection, watched)
    longer = connection.execute("SELECT name FROM initiatives WHERE article = ?", (article,))
    # the article's own names are looked for too: a name inside a longer one belongs to the longer one
    spotter = Spotter({name: plain(name) for (name,) in longer} | {way: way for way in ways})
    texts = connection.execute(
        "SELECT text FROM sections WHERE article = ? AND removed_at IS NULL", (article,)
    )
    seen = {spotted.name for (text,) in texts for spotted in spotter.spot(text)}
    return {key for way in seen for key in ways.get(way, ())}


def ways_of(connection: sqlite3.Connection, watched: Mapping[str, str]) -> dict[str, set[str]]:
    """Return every way, folded, of writing the watched names (key to name) with the keys it stands for."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, name in watched.items():
        for way in (name, *_ways(connection, key)):
            found[plain(way)].add(key)
    return dict(found)


def _ways(connection: sqlite3.Connection, key: str) -> Iterator[str]:
    """Yield names and aliases of the initiatives that a key stands for, as read and as curated."""
    read = (
        "SELECT name, aliases FROM initiatives WHERE id IN "
        "(SELECT initiative FROM initiative_keys WHERE key = ? AND is_name >= ?)"
    )
    for asked, named in ((key, 0), *((short, 1) for short in without_tails(key))):
        for name, aliases in connection.execute(read, (asked, named)):
            yield from (name, *json.loads(aliases))
    kept = curated_list.read(connection)
    names = {name for way, name in kept.ways.items() if key_of(way) == key} if kept else set()
    yield from (way for way, name in kept.ways.items() if name in names) if kept else ()
