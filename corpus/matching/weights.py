"""What each part of a score is worth, by kind of query, and from which score on a query is answered."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.matching.asked import Kind

PARTS: Mapping[str, float] = {
    "exact": 3.0,  # the query as it stands: beats everything else together
    "words": 1.0,  # words held, by rarity
    "head": 0.4,  # words that only the title or a heading holds
    "pairs": 1.0,  # character pairs held, by rarity: a word that jieba cut wrong still counts
    "edit": 1.0,  # likeness of the best window
    "order": 0.6,  # characters in order within a short window: half-remembered text
    "sound": 0.8,  # likeness of the best window by sound, at a discount
    "initials": 2.0,  # first letters of syllables, all in a row
}
THRESHOLDS: Mapping[Kind, float] = {
    "name": 2.6,
    "keywords": 2.0,
    "long": 2.3,
    "question": 1.3,
    "letters": 1.0,
}


def total(parts: Mapping[str, float]) -> float:
    """Add up the parts of a section's score."""
    return sum(weight * parts.get(name, 0.0) for name, weight in PARTS.items())


def confidence(kind: Kind, score: float) -> float:
    """Bring a score to 0 … 1; 0.5 is the threshold of its kind of query."""
    return 1 / (1 + exp(-3 * (score - THRESHOLDS[kind])))
