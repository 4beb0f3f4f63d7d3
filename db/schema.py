"""The tables, as numbered steps that sqlite-utils applies once each; a step that has landed never changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.search.index_terms import TERMS_VERSION
from db import calendar, channel_settings, daily, numbers, outages, outbox, parcels, subscriptions, watches
from db.names import curated_aliases, curated_list, passing_mentions
from db.searching import index
from db.versions import given_details, source_paths

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

NUMBER = 10  # how many steps there are; the file keeps it as user_version, which is read without sqlite-utils
APPLICATION = (
    0x706F6C69  # "poli" says that a file is ours (https://sqlite.org/pragma.html#pragma_application_id)
)

LIBRARY = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID
    """,
    """
    CREATE TABLE articles (
        row INTEGER PRIMARY KEY,       -- the order of arrival
        id TEXT NOT NULL UNIQUE,
        version INTEGER NOT NULL,      -- the one that is searched
        sections INTEGER NOT NULL,     -- how many of them stand
        added_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        removed_at TEXT,               -- null while it stands in the library
        title TEXT NOT NULL,
        author TEXT, source TEXT, published TEXT, url TEXT, status TEXT,
        document_number TEXT, effective TEXT, lead TEXT
    )
    """,
    """
    CREATE TABLE versions (
        article TEXT NOT NULL REFERENCES articles (id),
        number INTEGER NOT NULL,       -- from 1
        added_at TEXT NOT NULL,
        digest TEXT NOT NULL,          -- of the bytes it was first read from
        details TEXT NOT NULL,         -- what was known of the article then, as JSON
        text BLOB NOT NULL,            -- the canonical text, deflated
        layout BLOB NOT NULL,          -- blocks and sections as ranges of the text (db/versions/layouts.py)
        kept INTEGER NOT NULL, edited INTEGER NOT NULL,  -- sections, against the version before
        added INTEGER NOT NULL, removed INTEGER NOT NULL,
        removed_at TEXT,               -- when the article was removed while this was its version
        PRIMARY KEY (article, number)
    )
    """,
    """
    CREATE TABLE sources (
        article TEXT NOT NULL,
        version INTEGER NOT NULL,
        digest TEXT NOT NULL,          -- SHA-256 of the bytes
        added_at TEXT NOT NULL,
        size INTEGER NOT NULL,
        bytes BLOB NOT NULL,           -- the file as it came, deflated
        PRIMARY KEY (article, version, digest),
        FOREIGN KEY (article, version) REFERENCES versions (article, number)
    )
    """,
    """
    CREATE TABLE sections (
        id INTEGER PRIMARY KEY,        -- its row in the index
        code TEXT NOT NULL UNIQUE,
        article TEXT NOT NULL REFERENCES articles (id),
        number INTEGER NOT NULL,       -- its place in the article, from 1
        headings TEXT NOT NULL,        -- a JSON list
        text TEXT NOT NULL,            -- the last wording
        start INTEGER NOT NULL,        -- in the canonical text of its last version
        run_in INTEGER NOT NULL,
        since INTEGER NOT NULL,        -- the version it came with
        removed_at TEXT                -- null while it stands
    )
    """,
    "CREATE INDEX standing_sections ON sections (article, number) WHERE removed_at IS NULL",
    "CREATE INDEX sections_of_article ON sections (article)",
    """
    CREATE TABLE initiatives (         -- as read out of each article
        id INTEGER PRIMARY KEY,
        article TEXT NOT NULL REFERENCES articles (id),
        name TEXT NOT NULL,
        aliases TEXT NOT NULL,         -- a JSON list
        UNIQUE (article, name)
    )
    """,
    """
    CREATE TABLE initiative_keys (     -- folded names and aliases: what a look-up asks for
        key TEXT NOT NULL,
        initiative INTEGER NOT NULL REFERENCES initiatives (id) ON DELETE CASCADE,
        is_name INTEGER NOT NULL,
        PRIMARY KEY (key, initiative)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX keys_of_initiative ON initiative_keys (initiative, is_name)",
    """
    CREATE TABLE mentions (
        initiative INTEGER NOT NULL REFERENCES initiatives (id) ON DELETE CASCADE,
        section INTEGER NOT NULL REFERENCES sections (id),
        start INTEGER NOT NULL,        -- offsets into the section's text
        stop INTEGER NOT NULL,
        PRIMARY KEY (initiative, section, start)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE once (                -- what may happen once: events, triggers, shares
        key TEXT PRIMARY KEY,
        claimed_at TEXT NOT NULL
    ) WITHOUT ROWID
    """,
)


def bring_up(connection: sqlite3.Connection) -> None:
    """Apply the steps that are missing; call it inside a transaction, so that only one process does."""
    # sqlite-utils takes a tenth of a second to import, and a database that is up to date does without
    from sqlite_utils import Database

    _steps().apply(Database(connection, recursive_triggers=False, execute_plugins=False))
    connection.execute(f"PRAGMA user_version = {NUMBER}")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _steps() -> Migrations:
    """Return the numbered steps."""
    from sqlite_utils.migrations import Migrations

    steps = Migrations("policy-bot")

    @steps(name="0001_library")
    def library(db: Database) -> None:
        _run(db, LIBRARY)
        index.create(db.conn)
        numbers.put(db.conn, numbers.TERMS, TERMS_VERSION)

    @steps(name="0002_daily")
    def daily_quotes(db: Database) -> None:
        _run(db, (*subscriptions.TABLES, *daily.TABLES, *calendar.TABLES))

    @steps(name="0003_conversation")
    def conversation(db: Database) -> None:
        _run(db, (*curated_list.TABLES, *watches.TABLES, *channel_settings.TABLES))

    @steps(name="0004_passing")
    def names_in_passing(db: Database) -> None:
        _run(db, passing_mentions.TABLES)

    @steps(name="0005_places")
    def where_files_lie(db: Database) -> None:
        _run(db, source_paths.TABLES)
        index.configure(db.conn)

    _add_later(steps)
    return steps


def _add_later(steps: Migrations) -> None:
    """Add the steps about what is told, refused and promised."""

    @steps(name="0006_notices")
    def what_is_to_be_told(db: Database) -> None:
        _run(db, (*outbox.TABLES, *daily.LOOKED_AND_THEME))

    @steps(name="0007_given")
    def what_was_given(db: Database) -> None:
        _run(db, given_details.TABLES)

    @steps(name="0008_outages")
    def what_is_refused_for_all(db: Database) -> None:
        _run(db, outages.TABLES)

    @steps(name="0009_parcels")
    def what_was_promised(db: Database) -> None:
        _run(db, parcels.TABLES)

    @steps(name="0010_aliases")
    def what_curators_call_things(db: Database) -> None:
        _run(db, curated_aliases.TABLES)


def _run(db: Database, statements: tuple[str, ...]) -> None:
    """Run statements one by one: executescript would end the transaction."""
    for statement in statements:
        db.conn.execute(statement)
