"""Terms of the library that are near a query: “did you mean”, by edit and by sound."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from corpus.matching.sounds import sounds
from corpus.matching.words import cut_words

if TYPE_CHECKING:
    from corpus.matching.library import Library
    from corpus.matching.weighing import Weighed
    from corpus.vocabulary import Match, Span

OFFERED = 4  # terms that are offered
LOOKED_AT = 60  # words with a beginning or an end in common
NEAR_ENOUGH = 0.5  # likeness from which a word is offered
SURE_ENOUGH = 0.6  # likeness from which a stretch of the best match is what was meant
LONGEST = 20  # characters of a query that may be one mistyped term
_MARK = re.compile(r"[^\w+%·-]")  # what no term of the library holds
ALIKE_IN_SOUND = 0.9  # what the same sound in other characters is worth


def meant(found: tuple[Match, ...]) -> str | None:
    """Return the words of the best match that a mistyped query stands for; None where it has no such words."""
    if not found or found[0].matched not in {"near", "pinyin"} or len(found[0].spans) != 1:
        return None
    parts, text = dict(found[0].parts), found[0].section.text
    start, end = _whole_words(text, *found[0].spans[0])
    likeness = max(parts["edit"], parts["sound"], parts["initials"])
    fits = likeness >= SURE_ENOUGH and 1 < end - start <= LONGEST
    return text[start:end] if fits and not _MARK.search(text[start:end]) else None


def _whole_words(text: str, start: int, end: int) -> Span:
    """Widen a stretch to whole words at both ends: 字经济 is the end of 数字经济."""
    left = max((mark.end() for mark in _MARK.finditer(text, 0, start)), default=0)
    right = next((mark.start() for mark in _MARK.finditer(text, end)), len(text))
    at = left
    for word in cut_words(text[left:right]):
        if at < start < at + len(word):
            start = at
        if at < end < at + len(word):
            end = at + len(word)
        at += len(word)
    return start, end


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
