"""What the filters, the -words and the phrases of a query let through."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.text.normalize import plain, skeleton

if TYPE_CHECKING:
    from corpus.search.library import Entry
    from corpus.search.query.analysis import Asked
    from corpus.search.query.filters import Within
    from corpus.search.query.language import Query
    from corpus.search.score.features import Scored
    from corpus.vocabulary import Section

    Found = tuple[Scored, Section]

ENDS = "。.!?…"  # of a sentence, as `plain` leaves them
_ANY_MARK, _NO_END = r"[^\w+%]*", r"[^\w+%。.!?…]*"


def admitted(query: Query, within: Within, entries: list[Entry]) -> list[Entry]:
    """Leave out what the filters and the -words leave out."""
    excluded = [bare for bare in map(skeleton, query.excluded) if bare]
    heading = skeleton(query.heading)
    return [
        entry
        for entry in entries
        if not any(bare in entry.skeleton for bare in excluded)
        and heading in entry.head.partition("\n")[2]
        and (within.articles is None or entry.article in within.articles)
    ]


def with_phrases(query: Query, asked: Asked, entries: list[Entry]) -> tuple[list[Entry], bool]:
    """Keep the sections that hold every phrase; all of them, and True, where none does.

    In a question quotation marks name a thing and ask for nothing exact.
    """
    phrases = [bare for bare in map(skeleton, query.phrases) if bare]
    if asked.kind == "question" or not phrases:
        return entries, False
    kept = [entry for entry in entries if all(bare in entry.skeleton for bare in phrases)]
    return (kept, False) if kept else (entries, True)


def standing(query: Query, asked: Asked, found: list[Found]) -> tuple[list[Found], bool]:
    """Keep the sections where no phrase runs over the end of a sentence; all of them, and True, where none is left."""
    if asked.kind == "question" or not query.phrases:
        return found, False
    typed = [phrase.strip() for phrase in query.phrases]
    kept = [
        (one, section)
        for one, section in found
        if all(phrase in section.text or stands_so(phrase, section.text) for phrase in typed)
    ]
    return (kept, False) if kept or not found else (found, True)


def stands_so(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text with marks and spaces as may be, and no end of a sentence put in."""
    return re.search(_pattern(phrase), plain(text)) is not None


@lru_cache(maxsize=64)
def _pattern(phrase: str) -> str:
    """Return what finds a phrase in a plain text: between two letters other marks may stand, ends only where typed."""
    found, anything = "", ""
    for char in plain(phrase):
        if skeleton(char):
            found += (anything or _NO_END) * bool(found) + re.escape(char)
            anything = ""
        elif char in ENDS:
            anything = _ANY_MARK
    return found
