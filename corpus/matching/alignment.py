"""Where in a section a query fits best, and how well: edits, swapped neighbours, order, closeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA, LCSseq
from rapidfuzz.fuzz import partial_ratio_alignment

if TYPE_CHECKING:
    from corpus.vocabulary import Span

SLACK = 2  # characters by which a window may be shorter or longer than the query and still be tried


def best_window(query: str, text: str) -> tuple[float, Span]:
    """Return how like the most similar stretch of a text is to the query, 0 to 1, and where it stands.

    The likeness is 1 less the edits (left out, put in, replaced, neighbours swapped: optimal string
    alignment) for each character of the query.
    """
    if not query or not text:
        return 0.0, (0, 0)
    at = text.find(query)
    if at >= 0:
        return 1.0, (at, at + len(query))
    guess = partial_ratio_alignment(query, text)
    if guess is None or len(text) <= len(query):
        edits = OSA.distance(query, text)
        return max(0.0, 1 - edits / len(query)), (0, len(text))
    first = guess.dest_start
    windows = {
        (start, min(len(text), start + length))
        for start in range(max(0, first - SLACK), min(len(text) - 1, first + SLACK) + 1)
        for length in range(max(1, len(query) - SLACK), len(query) + SLACK + 1)
    }
    edits, (start, end) = min((OSA.distance(query, text[start:end]), (start, end)) for start, end in windows)
    return max(0.0, 1 - edits / len(query)), (start, end)


def in_order(query: str, text: str) -> float:
    """Return the largest share of the query's characters that stand in order within one short window."""
    width = max(8, 2 * len(query))
    step = max(4, len(query) // 2)
    starts = range(0, max(1, len(text) - width + step), step)
    best = max(LCSseq.similarity(query, text[start : start + width]) for start in starts)
    return best / len(query)
