"""What a near passage says in the place of a short query: 数字工将 is told as 数字工匠."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.search.present.suggestions import whole_words
from corpus.search.score.windows import best_window
from corpus.text.normalize import normalize_letters, normalize_letters_with_offsets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.search.query.weights import WeightedQuery
    from corpus.vocabulary import Match

SHORT = (
    12  # characters of a piece of a query that is told: a longer one is a sentence, marked where it stands
)
LIKE = 0.5  # likeness from which a stretch stands for what was typed; below it the whole clause is told
ALIKE = 0.65  # the same for one of several key words: one slip in three characters
LONGEST = 40  # characters of a clause that is told
ASKING = 5  # characters from which a query with a word that asks is a question: 核算管理 asks nothing
_CLAUSE = re.compile(r"[^，。；：！？\n]+")


def other_wording(weighted: WeightedQuery, match: Match, title: str) -> str | None:
    """Return what a near match and the title and headings over it have in the place of a query.

    It is the query with each piece that stands nowhere there put as it is said there; None for an exact match, a
    question, pinyin, and where each piece stands.
    """
    asks = weighted.kind == "question" and len(weighted.analyzed.letters) >= ASKING
    if match.matched not in {"near", "pinyin"} or asks or weighted.kind == "pinyin":
        return None
    places = (match.section.text, title, *match.section.headings)
    letters = tuple(map(normalize_letters, places))
    pieces = weighted.analyzed.chunks
    said = [
        piece
        if any(piece in one for one in letters) or len(piece) > SHORT
        else _closest(piece, places, alone=len(pieces) == 1)
        for piece in pieces
    ]
    return " ".join(said) if tuple(said) != pieces else None


def _closest(piece: str, places: Iterable[str], *, alone: bool) -> str:
    """Return the stretch of some texts that is likest to a piece of a query, or to all of it, in whole words."""
    found = []
    for at, text in enumerate(places):
        folded = normalize_letters_with_offsets(text)
        likeness, span = best_window(piece, folded.text)
        if span[1] > span[0]:
            found.append((-likeness, at, text, folded.span(*span)))
    if not found:
        return piece
    unlike, _, text, (start, end) = min(found)
    if -unlike >= (LIKE if alone else ALIKE):
        start, end = whole_words(text, start, end)
        return text[start:end].strip()
    if not alone:
        return piece  # a key word that stands nowhere there is not said in other words
    clauses = (clause.span() for clause in _CLAUSE.finditer(text))
    start, end = next((one for one in clauses if one[0] <= start < one[1]), (start, end))
    return text[start:end].strip()[:LONGEST]
