"""Which stretches of a section a query matched, as offsets into its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.search.score.initials import best_initials
from corpus.search.score.windows import best_window
from corpus.text.intervals import merged
from corpus.text.normalize import normalize_letters_with_offsets
from corpus.text.phonetics import sounds

if TYPE_CHECKING:
    from corpus.search.query.analysis import AnalyzedQuery
    from corpus.search.query.weights import WeightedQuery
    from corpus.vocabulary import Matched, Span

LIKE = 0.6  # likeness from which a window is looked into for the characters asked for; below it the words alone are


def spans(
    weighted: WeightedQuery, text: str, matched: Matched, phrases: tuple[str, ...] = ()
) -> tuple[Span, ...]:
    """Return the matched stretches of a section's text, in order, none overlapping.

    `phrases`, folded, are what an exact match holds where the query is several phrases.
    """
    if weighted.latin.alone and matched in {"exact", "near"} and not phrases:
        places = weighted.latin.places(text)
        if places:
            return tuple(merged(places))
    folded = normalize_letters_with_offsets(text)
    found = _found(weighted, folded.text, matched, phrases)
    return tuple(folded.span(start, end) for start, end in merged(found))


def _found(weighted: WeightedQuery, bare: str, matched: Matched, phrases: tuple[str, ...]) -> list[Span]:
    analyzed = weighted.analyzed
    if matched == "exact":
        return [span for phrase in phrases or (analyzed.letters,) for span in _every(phrase, bare)]
    if matched == "heading":
        told = next((len(number) for number in analyzed.clause if bare.startswith(number)), 0)
        return [(0, told)] if told else [span for word in analyzed.words for span in _every(word, bare)]
    if matched == "pinyin" and (spoken := _spoken(analyzed, bare)):
        return spoken
    # a short form that stands only as a piece of other words did not match there
    wanted = [word for word in analyzed.words if word not in weighted.inside_words]
    wanted += [full for one in weighted.expansions for full in one.full]
    wanted += [way for unit in weighted.units for way in unit.ways]
    words = [span for word in wanted for span in _every(word, bare)]
    if matched == "alias" and words:
        return words
    likeness, window = best_window(analyzed.letters, bare)
    return words + _asked_in(analyzed.letters, bare, window) if likeness >= LIKE or not words else words


def window(weighted: WeightedQuery, text: str) -> Span | None:
    """Return the one stretch of a text that is like a query as a whole; None where none is."""
    folded = normalize_letters_with_offsets(text)
    likeness, (start, end) = best_window(weighted.analyzed.letters, folded.text)
    return folded.span(start, end) if likeness >= LIKE else None


def _asked_in(letters: str, bare: str, window: Span) -> list[Span]:
    """Return the stretches of a window that hold nothing but characters of the query."""
    start, end = window
    return [(at, at + 1) for at in range(start, end) if bare[at] in letters]


def _spoken(analyzed: AnalyzedQuery, bare: str) -> list[Span]:
    spoken = sounds(bare)
    if analyzed.initials:
        whole, place = best_initials(analyzed.initials, bare, spoken)
        if whole:
            return [place]
    likeness, window = max((best_window(way, spoken) for way in analyzed.spoken), default=(0.0, (0, 0)))
    return [window] if likeness >= LIKE else []


def _every(wanted: str, text: str) -> list[Span]:
    found, at = [], text.find(wanted) if wanted else -1
    while at >= 0:
        found.append((at, at + len(wanted)))
        at = text.find(wanted, at + len(wanted))
    return found
