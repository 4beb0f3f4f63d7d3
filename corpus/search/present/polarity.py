"""What a passage rules of a statement that was copied with the wrong polarity: 可以停泊 where 不得停泊 stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.search.score.windows import best_window
from corpus.text.normalize import normalize, normalize_letters_with_offsets
from corpus.text.polarity import polarity

if TYPE_CHECKING:
    from corpus.search.query.weights import WeightedQuery

LIKE = 0.6  # likeness from which a stretch rules what a query states
LONGEST = 80  # characters of a clause that is told
_CLAUSE = re.compile(r"[^，。；：！？\n]+")


def contrary(weighted: WeightedQuery, text: str) -> str | None:
    """Return the clause of a text that denies what a query allows, or allows what it denies; None for none.

    A question is met by either.
    """
    asked = polarity(normalize(weighted.analyzed.query.raw))
    if asked is None:
        return None
    folded = normalize_letters_with_offsets(text)
    likeness, window = best_window(weighted.analyzed.letters, folded.text)
    if likeness < LIKE:
        return None
    start, end = folded.span(*window)
    clauses = [found for found in _CLAUSE.finditer(text) if found.start() < end and found.end() > start]
    if not clauses:
        return None
    said = text[clauses[0].start() : clauses[-1].end()].strip()
    there = polarity(normalize(said))
    return said[:LONGEST] if there is not None and there != asked else None
