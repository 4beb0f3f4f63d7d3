"""The second stage: which sections are scored at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.search.phrase_query import EXACT
from corpus.search.retrieve.candidates import Candidates, collect_candidates
from corpus.search.retrieve.filters import admitted, with_phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.search.library import Entry, Library
    from corpus.search.query.article_filters import Within
    from corpus.search.query.weights import WeightedQuery


@dataclass(frozen=True, slots=True)
class Retrieval:
    """The sections that may answer a query and pass its filters, by rising id.

    `phrase_missed` says that none of them holds its phrases, so that near ones may answer.
    """

    weighted: WeightedQuery
    candidates: Candidates
    entries: list[Entry]
    phrase_missed: bool = False

    def holds_more(self, looked_at: list[Mapping[str, float]]) -> bool:
        """Whether more sections hold the query as typed than were scored (`looked_at`): the list is not complete.

        True as well where as many hold it as the index is asked for at most.
        """
        latin, bare = self.weighted.latin, self.weighted.analyzed.letters
        holding = sum(
            bare in one.letters and (not latin.alone or latin.may_stand(one) > 0) for one in self.entries
        )
        told = "stands" if latin.alone else "exact"
        return holding >= EXACT or holding > sum(parts[told] for parts in looked_at)


def retrieve(weighted: WeightedQuery, within: Within, library: Library) -> Retrieval:
    """Return the sections that may answer, of those that the filters let through."""
    candidates = collect_candidates(weighted, library)
    if weighted.reference.sections:
        candidates = Candidates(candidates.hits | weighted.reference.sections.keys(), candidates.shared)
    query = weighted.analyzed.query
    entries = admitted(query, within, library.entries(candidates.ids | within.some))
    kept, missed = with_phrases(weighted.analyzed.phrases, entries)
    return Retrieval(weighted, candidates, kept, missed)
