"""The phrase query: sections in which the terms of a text stand one right after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.search.index_terms import phrase_terms

if TYPE_CHECKING:
    from corpus.search.library import Column, Library

EXACT = 200  # sections that hold the query as it stands
PROBED = 4  # terms in the middle of a long phrase that are asked for before all of it
LONGEST_PHRASE = 64  # characters that are asked for in a row: the index is opened for each
REPEATED = 4  # times that the terms of a phrase stand in it on average, from which its beginning is enough


def find_phrase(library: Library, column: Column, text: str, limit: int = EXACT) -> list[int]:
    """Return the ids, rising, of the first `limit` sections that hold `text` as a phrase, in a column of pairs.

    Each term of a phrase costs one look into the index, so `PROBED` terms of its middle are asked for first. Of a text
    of more than `LONGEST_PHRASE` characters, or that repeats itself, only the beginning is looked for.
    """
    if not text:
        return []
    terms = phrase_terms(text[:LONGEST_PHRASE])
    if len(set(terms)) < len(terms) // REPEATED:
        # one character over and over: a long phrase of it costs much
        terms = terms[: len(set(terms)) + PROBED]
    middle = (len(terms) - PROBED) // 2
    if middle > 0 and not library.phrase(column, terms[middle : middle + PROBED], 1):
        return []
    return library.phrase(column, terms, limit)
