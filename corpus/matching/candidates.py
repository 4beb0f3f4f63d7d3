"""Candidates: a set of sections that may answer, by rare terms first, with no order among them."""

from __future__ import annotations

from heapq import nlargest
from math import log
from typing import TYPE_CHECKING

from corpus.matching.terms import LETTERS, grams

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.matching.asked import Asked
    from corpus.matching.library import Column, Library

CAP = 3_000  # rows read for one query and layer: more cost time and brought no better first answer
KEPT = 120  # sections scored in full for each layer
EXACT = 200  # sections that hold the query as it stands


def rarity(frequency: int, size: int) -> float:
    """How much a term says: its inverse document frequency, never below 0."""
    return log(1 + (size - frequency + 0.5) / (frequency + 0.5)) if size >= frequency else 0.0


def pairs(chunks: Iterable[str]) -> list[str]:
    """Return the character pairs inside the pieces of a query, each once; a single character stands for itself."""
    found = (gram for chunk in chunks for gram in (grams(chunk, 2)[:-1] or [chunk]))
    return list(dict.fromkeys(found))


def gather(asked: Asked, library: Library) -> set[int]:
    """Collect the ids of sections that may answer."""
    found = set(_run(library, "bigrams", asked.bare, 2))
    if asked.initials and not found:
        found.update(_run(library, "initials", asked.initials, LETTERS))
    for way in asked.spoken if not found or asked.typed_pinyin else ():
        found.update(_run(library, "sounds", way, 2))
    found.update(overlapping(library, "bigrams", pairs(asked.chunks)))
    if asked.kind != "question" and asked.spoken:
        found.update(overlapping(library, "sounds", pairs(asked.spoken)))
    found.update(overlapping(library, "heads", pairs(asked.words), kept=KEPT // 2))
    return found


def _run(library: Library, column: Column, text: str, size: int) -> list[int]:
    """Sections that hold a text as it stands, in one layer."""
    terms = grams(text, size)[: max(1, len(text) - size + 1)]
    return library.phrase(column, terms, EXACT) if text else []


def overlapping(library: Library, column: Column, terms: list[str], kept: int = KEPT) -> list[int]:
    """Sections that share the rarest terms, at most `kept`: those that share most weight."""
    size = library.size()
    shared = _weights(library, column, library.frequencies(column, terms), size)
    return nlargest(kept, shared, key=lambda section_id: (shared[section_id], -section_id))


def _weights(library: Library, column: Column, frequencies: Mapping[str, int], size: int) -> dict[int, float]:
    """Add up the rarity of the terms that sections share, rare terms first, until CAP rows are read."""
    shared: dict[int, float] = {}
    read = 0
    for frequency, term in sorted((count, term) for term, count in frequencies.items() if count):
        if read and read + frequency > CAP:
            break
        weight = rarity(frequency, size)
        for section_id in library.holding(column, term, CAP):
            shared[section_id] = shared.get(section_id, 0.0) + weight
        read += frequency
    return shared
