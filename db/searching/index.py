"""The full-text index: five columns of ready-made terms, and how sections get into it and out of it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from corpus.search.index_terms import derive
from corpus.text.phonetics import sounds

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from corpus.search.index_terms import IndexTerms

SCHEMA = (
    """
    CREATE TABLE section_terms (
        id INTEGER PRIMARY KEY,   -- the section's
        article TEXT NOT NULL,    -- the article's id, for filters
        skeleton TEXT NOT NULL,   -- the folded text without punctuation: scoring reads it
        head TEXT NOT NULL,       -- title and headings, folded likewise
        words TEXT NOT NULL       -- jieba's search words: all terms of a row are needed to take it out again
    )
    """,
    "CREATE INDEX section_terms_article ON section_terms (article)",
    """
    CREATE TABLE section_aliases (
        section INTEGER NOT NULL,  -- the section that introduces the short form
        short TEXT NOT NULL,
        full TEXT NOT NULL,
        PRIMARY KEY (short, full, section)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX section_aliases_section ON section_aliases (section)",
    """
    CREATE TABLE section_lexicon (
        word TEXT PRIMARY KEY,    -- a word that some section holds, or held: whether it still does, the index knows
        sound TEXT NOT NULL,
        backwards TEXT NOT NULL   -- the sound from its end: words that end alike stand together
    ) WITHOUT ROWID
    """,
    "CREATE INDEX section_lexicon_sound ON section_lexicon (sound)",
    "CREATE INDEX section_lexicon_backwards ON section_lexicon (backwards)",
    # the terms are made in Python and never read back, so the index keeps no copy of them
    """
    CREATE VIRTUAL TABLE section_index USING fts5 (
        words, bigrams, sounds, initials, heads,
        content='', columnsize=0, detail=full, tokenize="unicode61 remove_diacritics 0 tokenchars '+%'"
    )
    """,
    "CREATE VIRTUAL TABLE section_vocabulary USING fts5vocab(section_index, col)",
)
PUT_IN = (
    "INSERT INTO section_index (rowid, words, bigrams, sounds, initials, heads) VALUES (?, ?, ?, ?, ?, ?)"
)
TAKE_OUT = """
    INSERT INTO section_index (section_index, rowid, words, bigrams, sounds, initials, heads)
    VALUES ('delete', ?, ?, ?, ?, ?, ?)
"""
SET = "INSERT INTO section_index (section_index, rank) VALUES (?, ?)"
HELD = 64 << 20  # bytes of new rows that FTS5 holds in memory before it writes them out as one sorted run
BATCH = 500  # sections handed to SQLite at once


def create(connection: sqlite3.Connection) -> None:
    """Make the tables of the index."""
    for statement in SCHEMA:
        connection.execute(statement)
    configure(connection)


def configure(connection: sqlite3.Connection) -> None:
    """Set what the index keeps of its own settings (https://sqlite.org/fts5.html#special_insert_commands)."""
    connection.execute(SET, ("hashsize", HELD))


def add(
    connection: sqlite3.Connection,
    rows: Iterable[tuple[int, str, IndexTerms]],
    written: set[str] | None = None,
) -> None:
    """Index sections, each as (id, its article's id, its terms).

    `written` holds the words that the lexicon is known to hold; those that are added join it.
    """
    written = set() if written is None else written
    rows = iter(rows)
    while some := list(islice(rows, BATCH)):
        connection.executemany(
            "INSERT INTO section_terms (id, article, skeleton, head, words) VALUES (?, ?, ?, ?, ?)",
            [
                (section_id, article, terms.letters, terms.head, terms.words)
                for section_id, article, terms in some
            ],
        )
        connection.executemany(PUT_IN, [(section_id, *_columns(terms)) for section_id, _, terms in some])
        words = {word for _, _, terms in some for word in terms.words.split()} - written
        written |= words
        connection.executemany(
            "INSERT OR IGNORE INTO section_lexicon VALUES (?, ?, ?)",
            ((word, spoken, spoken[::-1]) for word, spoken in zip(words, map(sounds, words), strict=True)),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO section_aliases VALUES (?, ?, ?)",
            [(section_id, *forms) for section_id, _, terms in some for forms in terms.aliases],
        )


def remove(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Take sections out of the index; ids that are not in it are passed over."""
    for section_id in ids:
        kept = connection.execute(
            "SELECT skeleton, head, words FROM section_terms WHERE id = ?", (section_id,)
        ).fetchone()
        if kept is None:
            continue
        values = section_id, *_columns(derive(*kept))
        connection.execute(TAKE_OUT, values)
        connection.execute("DELETE FROM section_terms WHERE id = ?", (section_id,))
        connection.execute("DELETE FROM section_aliases WHERE section = ?", (section_id,))


def merge(connection: sqlite3.Connection, pages: int) -> bool:
    """Take one step in merging the pieces that writing leaves, and tell whether another is needed.

    Each look for a term opens every piece. A negative number of pages begins the merging of all of them; a
    positive one goes on (https://sqlite.org/fts5.html#the_merge_command).
    """
    before = connection.total_changes
    connection.execute("INSERT INTO section_index (section_index, rank) VALUES ('merge', ?)", (pages,))
    return connection.total_changes - before > 1


def _columns(terms: IndexTerms) -> tuple[str, str, str, str, str]:
    return terms.words, terms.bigrams, terms.sounds, terms.initials, terms.heads
