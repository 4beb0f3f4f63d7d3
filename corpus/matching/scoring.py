"""How well one section answers a query, as named parts between 0 and 1."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.matching.alignment import best_window, in_order
from corpus.matching.candidates import pairs, rarity
from corpus.matching.sounds import initials, sounds

if TYPE_CHECKING:
    from corpus.matching.asked import Asked
    from corpus.matching.library import Entry, Library

LONGEST_ALIGNED = 64  # characters: a longer query is compared by its words and pairs alone


@dataclass(frozen=True, slots=True)
class Weighed:
    """A query with what its words and character pairs are worth in one library."""

    asked: Asked
    words: dict[str, float]
    pairs: dict[str, float]


def weigh(asked: Asked, library: Library) -> Weighed:
    """Look up how rare the words and pairs of a query are."""
    size = library.size()
    grams = pairs(asked.chunks)
    known = library.frequencies("bigrams", list({*grams, *pairs(asked.words)}))
    weights = {gram: rarity(known.get(gram, 0), size) for gram in known}
    words = {word: max(weights.get(gram, 0.0) for gram in pairs([word])) for word in asked.words}
    return Weighed(asked, words, {gram: weights.get(gram, 0.0) for gram in grams})


def first_parts(weighed: Weighed, entry: Entry) -> dict[str, float]:
    """Return the parts that cost little: what the section holds of the query's words and pairs."""
    text = entry.skeleton
    whole = sum(weighed.words.values()) or 1.0
    held = {word for word in weighed.words if word in text}
    headed = {word for word in weighed.words if word not in held and word in entry.head}
    all_pairs = sum(weighed.pairs.values()) or 1.0
    return {
        "exact": float(weighed.asked.bare in text),
        "words": sum(weighed.words[word] for word in held) / whole,
        "head": sum(weighed.words[word] for word in headed) / whole,
        "pairs": sum(weight for gram, weight in weighed.pairs.items() if gram in text) / all_pairs,
    }


def further_parts(weighed: Weighed, entry: Entry) -> dict[str, float]:
    """Return the parts that align the query with the section, by characters and by sound."""
    asked, text = weighed.asked, entry.skeleton
    if not asked.bare or len(asked.bare) > LONGEST_ALIGNED or not text:
        return {"edit": 0.0, "order": 0.0, "sound": 0.0, "initials": 0.0}
    spoken = sounds(text) if asked.spoken or asked.initials else ""
    return {
        "edit": best_window(asked.bare, text)[0],
        "order": in_order(asked.bare, text),
        "sound": max((best_window(way, spoken)[0] for way in asked.spoken), default=0.0),
        "initials": float(bool(asked.initials) and asked.initials in initials(spoken)),
    }
