"""Whether words are pieces of a library sewn together, and whether those stand together in one place."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.checking.wordings import Place, Wordings

SHORTEST, MOST_PIECES = 8, 4
"""Characters of a piece, and pieces of a quotation, for it to be spliced."""
_LOOKED_AT = 40
_GLUE = "。,;、:…—.!?"


def pieces_of(words: str, wordings: Wordings) -> list[str]:
    """Return two to four pieces, each standing in the library, that make up some words; [] where none do."""
    found: list[str] = []
    at = 0
    while at < len(words):
        if len(found) == MOST_PIECES:
            return []
        length = _longest(words, at, wordings)
        if length < SHORTEST:
            return []
        rest = len(words) - at - length
        if 0 < rest < SHORTEST and length - (SHORTEST - rest) >= SHORTEST:
            length -= SHORTEST - rest  # the pieces overlap by chance: leave enough for the last one
        found.append(words[at : at + length])
        at += length
        while at < len(words) and words[at] in _GLUE:
            at += 1
    return found if len(found) > 1 else []


def _longest(words: str, at: int, wordings: Wordings) -> int:
    """Return how many characters from a place on stand together in the library."""
    low, high = 0, len(words) - at
    if high < SHORTEST or not wordings.holds(words[at : at + SHORTEST]):
        return 0
    low = SHORTEST
    while low < high:
        middle = (low + high + 1) // 2
        if wordings.holds(words[at : at + middle]):
            low = middle
        else:
            high = middle - 1
    return low


def together(pieces: Sequence[str], wordings: Wordings) -> bool:
    """Return whether one article holds all pieces in the same sentence or in neighbouring ones."""
    by_article: list[dict[str, list[int]]] = []
    for piece in pieces:
        held: dict[str, list[int]] = {}
        for place in wordings.places(piece, _LOOKED_AT):
            held.setdefault(place.wording.article.id, []).extend(_sentences(place))
        by_article.append(held)
    shared = set(by_article[0]).intersection(*by_article[1:])
    return any(_beside([held[article] for held in by_article]) for article in shared)


def _sentences(place: Place) -> tuple[int, int]:
    starts = place.wording.sentences
    return bisect_right(starts, place.start), bisect_right(starts, max(place.start, place.end - 1))


def _beside(numbers: Sequence[Sequence[int]]) -> bool:
    """Return whether the numbers can be chosen so that each is that of its neighbour, or one beside it."""
    reach = set(numbers[0])
    for behind in numbers[1:]:
        reach = {one for one in behind if any(abs(one - other) <= 1 for other in reach)}
    return bool(reach)
