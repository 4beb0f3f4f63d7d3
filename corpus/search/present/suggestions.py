"""Terms of the library that are near a query: “did you mean”, by edit and by sound."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from corpus.search.present.spans import window
from corpus.search.query.borders import numbers
from corpus.text.normalize import normalize_letters
from corpus.text.phonetics import initials, sounds
from corpus.text.polarity import denied_before
from corpus.text.segmentation import cut_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.search.library import Library
    from corpus.search.query.weights import WeightedQuery
    from corpus.vocabulary import Match, Span

OFFERED = 4  # terms that are offered
LOOKED_AT = 60  # words with a beginning or an end in common
NEAR_ENOUGH = 0.65  # likeness from which a term is offered: one slip in three characters, or the same sound
SURE_ENOUGH = 0.6  # likeness from which a stretch of the best match may be what was meant
LONGEST = 20  # characters of a query that may be one mistyped term
_MARK = re.compile(r"[^\w+%·-]")  # what no term of the library holds
ALIKE_IN_SOUND = 0.9  # what the same sound in other characters is worth
SHORTEST_SLIP = 3  # characters of a term that is known again with one of them wrong


def meant(weighted: WeightedQuery, found: tuple[Match, ...]) -> str | None:
    """Return the term of the best match that a mistyped query stands for (数子工匠: 数字工匠); None for none.

    It is widened to whole words, and must as a whole be like the query and bring in no number that was not typed.
    """
    where = _place(weighted, found[0]) if found else None
    if where is None:
        return None
    parts, text = dict(found[0].parts), found[0].section.text
    start, end = whole_words(text, *where)
    likeness = max(parts["edit"], parts["sound"], parts["initials"])
    term = text[start:end]
    if likeness < SURE_ENOUGH or not 1 < len(term) <= LONGEST or _MARK.search(term):
        return None
    bare, letters = normalize_letters(term), weighted.analyzed.initials
    if bare in weighted.analyzed.letters or not numbers(term) <= numbers(weighted.analyzed.typed):
        return None  # typed as it stands, or another number
    if letters and initials(sounds(bare)) == letters:
        return term
    return term if _is_like(weighted.analyzed.letters, weighted.analyzed.spoken, bare) else None


def _place(weighted: WeightedQuery, match: Match) -> Span | None:
    """Return the one stretch of a match that a mistyped query stands for, by its characters or by its sound."""
    if match.matched == "near" and not weighted.latin.alone:
        return window(weighted, match.section.text)
    return match.spans[0] if match.matched in {"near", "pinyin"} and len(match.spans) == 1 else None


def whole_words(text: str, start: int, end: int) -> Span:
    """Widen a stretch to whole words at both ends, and to what denies it: 字经济 is the end of 数字经济."""
    left = max((mark.end() for mark in _MARK.finditer(text, 0, start)), default=0)
    right = next((mark.start() for mark in _MARK.finditer(text, end)), len(text))
    at = left
    for word in cut_words(text[left:right]):
        if at < start < at + len(word):
            start = at
        if at < end < at + len(word):
            end = at + len(word)
        at += len(word)
    return denied_before(text, start), end


def suggest(weighted: WeightedQuery, library: Library) -> tuple[str, ...]:
    """Return at most `OFFERED` terms to try: words of the query that the library holds, then terms like the others.

    Nothing is offered in place of a word that the library holds, and no number that was not typed (52 for 5.2).
    """
    analyzed, typed = weighted.analyzed, numbers(weighted.analyzed.typed)
    counts = library.frequencies("words", analyzed.words)
    held = [word for word in analyzed.words if counts.get(word) and numbers(word) <= typed]
    words = dict.fromkeys((*analyzed.words, *(chunk for chunk in analyzed.chunks if len(chunk) <= LONGEST)))
    wanted = [(word, (sounds(word),)) for word in words if not counts.get(word)][: 2 * OFFERED]
    if analyzed.typed_pinyin:
        wanted += [("", (way,)) for way in analyzed.spoken[:OFFERED]]
    ranked: dict[str, float] = {}
    for word, ways in wanted:
        for term in (term for way in ways for term in library.words_like(way, LOOKED_AT)):
            if numbers(term) <= typed and _is_like(word, ways, term):
                ranked[term] = max(ranked.get(term, 0.0), _likeness(word, ways, term))
    near = sorted(ranked, key=lambda term: (-ranked[term], term))
    close = (term for term in near if library.frequencies("words", [term])[term])
    return tuple(dict.fromkeys((*held[:OFFERED], *islice(close, OFFERED))))[:OFFERED]


def other_than(typed: Iterable[str], terms: Iterable[str]) -> tuple[str, ...]:
    """Return the terms that are not what was typed in another case, width or script."""
    known = set(map(normalize_letters, typed))
    return tuple(term for term in terms if normalize_letters(term) not in known)


def _is_like(word: str, ways: tuple[str, ...], term: str) -> bool:
    """Whether a term is clearly like a word: the same sound, or long enough to be known with a slip in it."""
    if sounds(term) in ways:
        return True
    return len(term) >= SHORTEST_SLIP and _likeness(word, ways, term) >= NEAR_ENOUGH


def _likeness(word: str, ways: tuple[str, ...], term: str) -> float:
    """Compare a term with a word by characters and, at a discount, by sound in each way it may be read."""
    heard = sounds(term)
    by_sound = (OSA.normalized_similarity(way, heard) for way in ways)
    return max(OSA.normalized_similarity(word, term), ALIKE_IN_SOUND * max(by_sound, default=0.0))
