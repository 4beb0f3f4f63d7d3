"""Whether words that were taken off a query as talk are rather part of a mistyped name: 看见的手 for 看不见的手."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
    from corpus.search.query.language import Query

LONGEST = 8  # characters of a query that may be a name, from whose edge little was taken
MOST_TAKEN = 4


def may_be_mistyped(typed: Query, core: Query) -> bool:
    """Whether a query is so short, and so little was taken off it, that all of it may be a name with a slip."""
    letters, left = normalize_letters(typed.text), normalize_letters(core.text)
    if len(letters) > LONGEST or " " in typed.text.strip():
        return False
    return 0 < len(letters) - len(left) <= MOST_TAKEN


def is_rather(term: str | None, typed: Query, core: Query) -> bool:
    """Whether a term of the library is the query with one slip, and holds something of what was taken off."""
    said, letters, left = map(normalize_letters, (term or "", typed.text, core.text))
    taken, more = letters.replace(left, "", 1), said.replace(left, "", 1)
    if not said or said in left or set(taken).isdisjoint(more):
        return False
    sizes = range(len(letters) - 1, len(letters) + 2)
    pieces = (said[at : at + size] for size in sizes for at in range(max(1, len(said) - size + 1)))
    return any(OSA.distance(piece, letters) <= 1 for piece in pieces)
