"""Terms of the library that are near a query: “did you mean”, by edit and by sound."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from corpus.matching.sounds import sounds

if TYPE_CHECKING:
    from corpus.matching.library import Library
    from corpus.matching.weighing import Weighed
    from corpus.vocabulary import Match

OFFERED = 4  # terms that are offered
LOOKED_AT = 60  # words with a beginning or an end in common
NEAR_ENOUGH = 0.5  # likeness from which a word is offered
SURE_ENOUGH = 0.6  # likeness from which a stretch of the best match is what was meant
LONGEST = 20  # characters of a query that may be one mistyped term
ALIKE_IN_SOUND = 0.9  # what the same sound in other characters is worth


def meant(found: tuple[Match, ...]) -> str | None:
    """Return the words of the best match that a mistyped query stands for; None where it has no such words."""
    if not found or found[0].matched not in {"near", "pinyin"} or len(found[0].spans) != 1:
        return None
    parts, (start, end) = dict(found[0].parts), found[0].spans[0]
    likeness = max(parts["edit"], parts["sound"], parts["initials"])
    return found[0].section.text[start:end] if likeness >= SURE_ENOUGH and end - start <= LONGEST else None


def suggest(weighed: Weighed, library: Library) -> tuple[str, ...]:
    """Return words of the library near the words of a query, nearest first."""
    asked = weighed.asked
    wanted = [(word, sounds(word)) for word in asked.words] + [
        ("", way) for way in asked.spoken if asked.typed_pinyin
    ]
    ranked: dict[str, float] = {}
    for word, spoken in wanted[:OFFERED]:
        for term in library.words_like(spoken, LOOKED_AT):
            ranked[term] = max(ranked.get(term, 0.0), _likeness(word, spoken, term))
    near = sorted(ranked, key=lambda term: (-ranked[term], term))
    close = (term for term in near if ranked[term] >= NEAR_ENOUGH)
    return tuple(islice((term for term in close if library.frequencies("words", [term])[term]), OFFERED))


def _likeness(word: str, spoken: str, term: str) -> float:
    """Compare a term with a word by characters and, at a discount, by sound."""
    heard = sounds(term)
    longest = max(len(spoken), len(heard))
    written = 1 - OSA.distance(word, term) / longest
    return max(written, ALIKE_IN_SOUND * (1 - OSA.distance(spoken, heard) / longest))
