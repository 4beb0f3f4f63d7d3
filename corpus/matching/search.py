"""From a query to a ranking: candidates, their parts, one total order, and whether it is an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.matching.asked import ask
from corpus.matching.candidates import gather
from corpus.matching.folding import skeleton
from corpus.matching.scoring import first_parts, further_parts, weigh
from corpus.matching.spans import spans
from corpus.matching.weights import confidence, total
from corpus.vocabulary import Match

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.matching.asked import Asked
    from corpus.matching.library import Entry, Library
    from corpus.matching.query import Query
    from corpus.matching.scoring import Weighed
    from corpus.vocabulary import Matched, Section

ALIGNED = 60  # sections that are aligned with the query, after the cheap parts have chosen them
RANKED = 60  # matches that are kept: twelve pages
ANSWERED = 0.5  # confidence from which a query is answered
ROUNDED = 9  # decimals of a score that count, so that the order is the same on every machine


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a search found: all matches in a total order, best first, and whether the first is an answer.

    `phrase_missed` says that the phrase in quotation marks stands nowhere, so that near ones are shown.
    `did_you_mean` and `suggestions` are terms of the library near the query.
    """

    matches: tuple[Match, ...] = ()
    answered: bool = False
    did_you_mean: str | None = None
    suggestions: tuple[str, ...] = ()
    phrase_missed: bool = False


@dataclass(frozen=True, slots=True)
class _Scored:
    entry: Entry
    parts: dict[str, float]
    score: float


def search(query: Query, library: Library) -> Ranking:
    """Find the sections that answer a query."""
    asked = ask(query)
    if not asked.bare:
        return Ranking()
    entries = _admitted(query, library, library.entries(gather(asked, library)))
    kept, missed = _with_phrases(query, entries)
    ranked = _rank(weigh(asked, library), kept)[:RANKED]
    if not ranked:
        return Ranking()
    sure = confidence(asked.kind, ranked[0].score)
    return Ranking(_matches(asked, query, ranked, library), sure >= ANSWERED, phrase_missed=missed)


def _admitted(query: Query, library: Library, entries: list[Entry]) -> list[Entry]:
    """Leave out what the filters and -words leave out."""
    excluded = [bare for bare in map(skeleton, query.excluded) if bare]
    heading = skeleton(query.heading)
    articles = library.articles() if query.limits_articles else {}
    return [
        entry
        for entry in entries
        if not any(bare in entry.skeleton for bare in excluded)
        and heading in entry.head
        and (not query.limits_articles or query.admits(articles[entry.article]))
    ]


def _with_phrases(query: Query, entries: list[Entry]) -> tuple[list[Entry], bool]:
    """Keep the sections that hold every phrase; all of them, and True, where none does."""
    phrases = [bare for bare in map(skeleton, query.phrases) if bare]
    kept = [entry for entry in entries if all(bare in entry.skeleton for bare in phrases)]
    return (kept, False) if kept else (entries, bool(phrases))


def _rank(weighed: Weighed, entries: Iterable[Entry]) -> list[_Scored]:
    """Score entries and put them in order: by score, then by place in the library."""
    cheap = [(entry, first_parts(weighed, entry)) for entry in entries]
    cheap.sort(key=lambda pair: (-round(total(pair[1]), ROUNDED), pair[0].id))
    scored = []
    for entry, parts in cheap[:ALIGNED]:
        every = parts | further_parts(weighed, entry)
        scored.append(_Scored(entry, every, total(every)))
    scored.sort(key=lambda one: (-round(one.score, ROUNDED), one.entry.id))
    return scored


def _matches(asked: Asked, query: Query, ranked: list[_Scored], library: Library) -> tuple[Match, ...]:
    """Fetch the sections and show the same text once, with its other places beside it."""
    found: dict[str, tuple[_Scored, Section]] = {}
    also: dict[str, list[Section]] = {}
    sections = library.sections([one.entry.id for one in ranked])
    pairs = list(zip(ranked, sections, strict=True))
    pairs.sort(
        key=lambda pair: (-round(pair[0].score, ROUNDED), query.text not in pair[1].text, pair[0].entry.id)
    )
    for one, section in pairs:
        if one.entry.skeleton in found:
            also[one.entry.skeleton].append(section)
        else:
            found[one.entry.skeleton], also[one.entry.skeleton] = (one, section), []
    return tuple(_match(asked, one, section, tuple(also[bare])) for bare, (one, section) in found.items())


def _match(asked: Asked, one: _Scored, section: Section, also: tuple[Section, ...]) -> Match:
    how = _matched(asked, one.parts)
    return Match(
        section=section,
        score=round(confidence(asked.kind, one.score), 6),
        matched=how,
        spans=spans(asked, section.text, how),
        parts=tuple((name, round(value, 4)) for name, value in one.parts.items()),
        also=also,
    )


def _matched(asked: Asked, parts: Mapping[str, float]) -> Matched:
    if parts["exact"]:
        return "exact"
    if asked.typed_pinyin or parts["initials"] or parts["sound"] > parts["edit"]:
        return "pinyin"
    return "near"
