"""The second stage: which sections are scored at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.search.phrases import EXACT
from corpus.search.retrieve.candidates import Candidates, gather
from corpus.search.retrieve.filters import admitted, with_phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.search.library import Entry, Library
    from corpus.search.query.filters import Within
    from corpus.search.query.weights import Weighed


@dataclass(frozen=True, slots=True)
class Retrieval:
    """The sections that may answer a query and pass its filters, by rising id.

    `phrase_missed` says that none of them holds its phrases, so that near ones may answer.
    """

    weighed: Weighed
    candidates: Candidates
    entries: list[Entry]
    phrase_missed: bool = False

    def holds_more(self, looked_at: list[Mapping[str, float]]) -> bool:
        """Whether more sections hold the query as it stands than were scored, or may hold it than were read."""
        latin, bare = self.weighed.latin, self.weighed.analyzed.bare
        holding = sum(
            bare in one.skeleton and (not latin.alone or latin.may_stand(one) > 0) for one in self.entries
        )
        told = "stands" if latin.alone else "exact"
        return holding >= EXACT or holding > sum(parts[told] for parts in looked_at)


def retrieve(weighed: Weighed, within: Within, library: Library) -> Retrieval:
    """Return the sections that may answer, of those that the filters let through."""
    candidates = gather(weighed, library)
    if weighed.pointed.sections:
        candidates = Candidates(candidates.hits | weighed.pointed.sections, candidates.shared)
    query = weighed.analyzed.query
    entries = admitted(query, within, library.entries(candidates.ids | within.some))
    kept, missed = with_phrases(weighed.analyzed.phrases, entries)
    return Retrieval(weighed, candidates, kept, missed)
