"""What the filters, the -words and the phrases of a query let through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
    from corpus.search.library import Entry
    from corpus.search.query.article_filters import Within
    from corpus.search.query.language import Query


def admitted(query: Query, within: Within, entries: list[Entry]) -> list[Entry]:
    """Return the sections that the filters and the -words let through."""
    excluded = [bare for bare in map(normalize_letters, query.excluded) if bare]
    heading = normalize_letters(query.heading)
    return [
        entry
        for entry in entries
        if not any(bare in entry.letters for bare in excluded)
        and heading in entry.head.partition("\n")[2]
        and (within.articles is None or entry.article in within.articles)
    ]


def with_phrases(phrases: tuple[str, ...], entries: list[Entry]) -> tuple[list[Entry], bool]:
    """Return the sections that hold every phrase, its marks aside; all of them, and True, where none does."""
    said = [bare for bare in map(normalize_letters, phrases) if bare]
    if not said:
        return entries, False
    kept = [entry for entry in entries if all(bare in entry.letters for bare in said)]
    return (kept, False) if kept else (entries, True)
