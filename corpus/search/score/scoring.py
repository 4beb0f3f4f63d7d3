"""The third stage: cheap features of every candidate, and all features of those that are worth aligning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.search.score import model
from corpus.search.score.features import Scored, alignment, cheap_features, in_full, likely

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.search.library import Entry
    from corpus.search.query.weights import WeightedQuery
    from corpus.search.retrieve.candidates import Candidates
    from corpus.search.retrieve.retrieval import Retrieval

# sections that are aligned with the query, after the cheap features and a quick likeness chose them
ALIGNED = 14
ALIGNED_APART = {  # the same where the answer need not look like the query
    "keywords": 24,
    "question": 40,
    "pinyin": 40,
}
EXACT = 100  # further sections that hold the query as it stands: they need no alignment
REWORDED = 10  # further ones that hold all of it in other words, and so look like it in nothing
ROUNDED = 9  # decimals of a score that count, so that the order is the same on every machine


@dataclass(frozen=True, slots=True)
class Scoring:
    """The sections of a retrieval that were aligned with the query, each with all its features and its relevance."""

    retrieved: Retrieval
    scored: tuple[Scored, ...]

    @property
    def weighted(self) -> WeightedQuery:
        """The query."""
        return self.retrieved.weighted


def score(retrieved: Retrieval) -> Scoring:
    """Score what is worth aligning of a retrieval; the judge puts it in order."""
    weighted, found = retrieved.weighted, []
    for entry, parts in chosen(weighted, retrieved.candidates, retrieved.entries):
        every = parts | alignment(weighted, entry)
        found.append(Scored(entry, every, round(model.relevance(weighted.kind, every), ROUNDED)))
    return Scoring(retrieved, tuple(found))


def chosen(
    weighted: WeightedQuery, candidates: Candidates, entries: Iterable[Entry]
) -> list[tuple[Entry, dict[str, float]]]:
    """Return the entries that are worth aligning with the query, each with its cheap features."""
    known = candidates.ids
    parted = ((entry, cheap_features(weighted, entry)) for entry in entries)
    cheap = [(entry, parts) for entry, parts in parted if parts["pairs"] or entry.id in known]
    likeness = likely(weighted, [entry.letters for entry, _ in cheap])
    promise = {
        entry.id: model.relevance(weighted.kind, {**parts, "edit": like, "order": like})
        + candidates.shared.get(entry.id, 0.0)
        for (entry, parts), like in zip(cheap, likeness, strict=True)
    }
    hits = candidates.hits
    cheap.sort(key=lambda one: _promise(weighted, one, promise[one[0].id], hit=one[0].id in hits))
    aligned = ALIGNED_APART.get(weighted.kind, ALIGNED)
    rest = cheap[aligned:]
    exact = [pair for pair in rest if pair[1]["exact"]][:EXACT]
    reworded = [pair for pair in rest if pair[1]["reworded"] and not pair[1]["exact"]][:REWORDED]
    return cheap[:aligned] + exact + reworded


def _promise(
    weighted: WeightedQuery, one: tuple[Entry, dict[str, float]], promise: float, *, hit: bool
) -> tuple[float, ...]:
    """Return the sort key of alignment: the clause and titled articles first, then the most promising."""
    entry, parts = one
    if parts["titled"]:
        return (-parts["clause"], -1.0, entry.id)
    return (
        -parts["clause"],
        0.0,
        -parts["asked"],
        -parts["stands"],
        -parts["defines"],
        not in_full(weighted, parts),
        not hit,
        -round(promise, ROUNDED),
        entry.id,
    )
