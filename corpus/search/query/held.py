"""Whether a library holds a piece of a query as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.search.index_terms import phrase_terms
from corpus.search.phrase_query import find_phrase
from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
    from corpus.search.library import Column, Library


def is_held(folded: str, library: Library) -> bool:
    """Whether a text, title or heading holds a piece of a query as it stands."""
    bare = normalize_letters(folded)
    columns: tuple[Column, ...] = ("bigrams", "heads")
    return len(bare) > 1 and any(
        _may_hold(bare, one, library) and find_phrase(library, one, bare, 1) for one in columns
    )


def _may_hold(bare: str, column: Column, library: Library) -> bool:
    """Whether each pair of a text stands in a layer; the ends are asked first, where talk meets a name."""
    terms = phrase_terms(bare)
    order = (*terms[:2], *reversed(terms[2:]))
    # the counts of pairs are remembered, and mostly say no at once
    return all(library.frequencies(column, (term,)).get(term) for term in order)
