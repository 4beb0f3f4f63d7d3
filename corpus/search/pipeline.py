"""From a query to a ranking: candidates, their parts, one total order, and whether it is an answer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from corpus.search.decide.chance import is_by_chance
from corpus.search.decide.scope import corrected, may_answer, named, put_aside
from corpus.search.phrases import EXACT as MOST_EXACT
from corpus.search.phrases import run
from corpus.search.present.matches import FITS, best_fit, matches
from corpus.search.present.refusals import Refusal, refusal
from corpus.search.present.suggestions import meant, other_than
from corpus.search.query.analysis import ask
from corpus.search.query.authors import authored
from corpus.search.query.filters import allowed
from corpus.search.query.latin import is_another_number, judged
from corpus.search.query.weights import weigh
from corpus.search.retrieve.candidates import Candidates, gather
from corpus.search.retrieve.filters import admitted, standing, with_phrases
from corpus.search.score import model as weights
from corpus.search.score.features import Scored, first_parts, further_parts, in_full, likely
from corpus.text.normalize import skeleton
from corpus.vocabulary import Match

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.search.library import Entry, Library
    from corpus.search.query.analysis import Asked, Kind
    from corpus.search.query.filters import Within
    from corpus.search.query.language import Query
    from corpus.search.query.weights import Weighed
    from corpus.vocabulary import Section

ALIGNED = (
    14  # sections that are aligned with the query, after the cheap parts and a quick likeness chose them
)
ALIGNED_APART = {
    "keywords": 24,
    "question": 40,
    "pinyin": 40,
}  # the same where the answer need not look like the query
MOST_LISTED = 40  # sections that are listed for filters without words
EXACT = 100  # further sections that hold the query as it stands: they need no alignment
ROUNDED = 9  # decimals of a score that count, so that the order is the same on every machine


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a search found: all matches in a total order, best first, and whether the first is an answer.

    `kind` is the kind of query that it proved to be, whose weights hold. `phrase_missed` says that the phrase in
    quotation marks stands nowhere, so that near ones are shown; `more` that further sections hold the query as it
    stands. `refusal` says what may be said where nothing answers, `did_you_mean` what may have been meant.
    """

    matches: tuple[Match, ...] = ()
    answered: bool = False
    kind: Kind = "name"
    did_you_mean: str | None = None
    phrase_missed: bool = False
    more: bool = False
    refusal: Refusal = field(default_factory=Refusal)

    @property
    def suggestions(self) -> tuple[str, ...]:
        """Terms of the library near a query that is not answered."""
        return self.refusal.suggestions

    @property
    def lacking(self) -> str:
        """The place or document that no passage is about, though some about others come near."""
        return self.refusal.lacking


def search(query: Query, library: Library) -> Ranking:
    """Find the sections that answer a query."""
    asked = ask(query)
    within = allowed(query, library)
    if not asked.bare:
        return _listed(within, library)
    mended, title = corrected(query, asked, library)
    if title:
        found = replace(_found(mended, ask(mended), within, library), did_you_mean=title)
    else:
        found = _by_author(query, _found(query, asked, within, library), within, library)
    return _offering(query, found)


def _offering(query: Query, found: Ranking) -> Ranking:
    """Leave out of what is offered whatever is the query itself."""
    terms = other_than((query.text, query.raw), found.suggestions)
    guess = other_than((query.text, query.raw), filter(None, [found.did_you_mean]))
    return replace(
        found, did_you_mean=next(iter(guess), None), refusal=replace(found.refusal, suggestions=terms)
    )


def _by_author(query: Query, found: Ranking, within: Within, library: Library) -> Ranking:
    """Answer from what an author wrote whom the query names, where nothing answers it as it stands.

    Where no text holds the name, what answers is about the other words alone. `did_you_mean` is the query to type.
    """
    if found.answered and found.matches[0].matched == "exact":
        return found
    theirs, name = authored(query, within, library)
    if not name or (found.answered and run(library, "bigrams", skeleton(name), 1)):
        return found
    meant_so = f"作者:{name} {theirs.text}".strip()
    asked = ask(theirs)
    if asked.bare:
        ranking = _found(theirs, asked, allowed(theirs, library), library)
        if ranking.answered:
            return replace(ranking, did_you_mean=meant_so)
    return found if found.answered else replace(found, did_you_mean=f"作者:{name}")


def _found(query: Query, asked: Asked, within: Within, library: Library) -> Ranking:
    """Find the sections that answer a query that has words."""
    weighed = weigh(asked, library)
    candidates = gather(weighed, library)
    if weighed.pointed.sections:
        candidates = Candidates(candidates.hits | weighed.pointed.sections, candidates.shared)
    entries = admitted(query, within, library.entries(candidates.ids | within.some))
    kept, missed = with_phrases(query, asked, entries)
    ranked = order(weighed, candidates, kept)
    ranked = [one for one in ranked if not is_by_chance(weighed, one.parts)]
    wanted = named(query.text, weighed, library)
    here, away = put_aside(ranked, wanted)
    read = zip(here, library.sections([one.entry.id for one in here]), strict=True)
    may = [
        (_judged(weighed, one, section), section)
        for one, section in read
        if may_answer(weighed, one, section)
    ]
    may = [(one, section) for one, section in may if not is_another_number(weighed.latin, one.parts)]
    stand, crossed = standing(query, asked, may)
    missed = missed or crossed
    found = matches(weighed, query, stand, library, missed=missed)
    answered = bool(found) and found[0].score >= weights.ANSWERED
    why = Refusal() if answered else refusal(weighed, wanted, away, library)
    return Ranking(
        found,
        answered,
        weighed.kind,
        did_you_mean=meant(weighed, found),
        refusal=why,
        phrase_missed=missed,
        more=_holds_more(weighed, kept, ranked),
    )


def _judged(weighed: Weighed, one: Scored, section: Section) -> Scored:
    """Return a scored section with how Latin words and numbers stand in its very text."""
    return replace(one, parts=judged(weighed.latin, one.parts, one.entry, section))


def _holds_more(weighed: Weighed, entries: Iterable[Entry], ranked: Iterable[Scored]) -> bool:
    """Whether more sections hold the query as it stands than were ranked, or may hold it than were read."""
    latin, bare = weighed.latin, weighed.asked.bare
    holding = sum(bare in entry.skeleton and (not latin.alone or latin.may_stand(entry)) for entry in entries)
    told = "stands" if latin.alone else "exact"
    return holding >= MOST_EXACT or holding > sum(one.parts[told] for one in ranked)


def order(weighed: Weighed, candidates: Candidates, entries: Iterable[Entry]) -> list[Scored]:
    """Score entries and put them in order: exact ones first, then by score, then by place in the library."""
    scored = []
    for entry, parts in chosen(weighed, candidates, entries):
        every = parts | further_parts(weighed, entry)
        scored.append(Scored(entry, every, round(weights.rank(weighed.kind, every), ROUNDED)))
    apart = weighed.asked.kind == "keywords" or best_fit(scored) < FITS
    scored.sort(key=lambda one: _standing(weighed, one, apart=apart))
    return scored


def chosen(
    weighed: Weighed, candidates: Candidates, entries: Iterable[Entry]
) -> list[tuple[Entry, dict[str, float]]]:
    """Choose the entries that are worth aligning with the query, each with its cheap parts."""
    known = candidates.ids
    parted = ((entry, first_parts(weighed, entry)) for entry in entries)
    cheap = [(entry, parts) for entry, parts in parted if parts["pairs"] or entry.id in known]
    likeness = likely(weighed, [entry.skeleton for entry, _ in cheap])
    promise = {
        entry.id: weights.rank(weighed.kind, {**parts, "edit": like, "order": like})
        + candidates.shared.get(entry.id, 0.0)
        for (entry, parts), like in zip(cheap, likeness, strict=True)
    }
    hits = candidates.hits
    cheap.sort(key=lambda one: _first_look(weighed, one, promise[one[0].id], hit=one[0].id in hits))
    aligned = ALIGNED_APART.get(weighed.kind, ALIGNED)
    return cheap[:aligned] + [pair for pair in cheap[aligned:] if pair[1]["exact"]][:EXACT]


def _first_look(
    weighed: Weighed, one: tuple[Entry, dict[str, float]], promise: float, *, hit: bool
) -> tuple[float, ...]:
    """Sort what is aligned: what was named first, the sections of a title in their order, then the most promising."""
    entry, parts = one
    if parts["titled"]:
        return (-parts["clause"], -1.0, entry.id)
    full = in_full(weighed, parts)
    return (
        -parts["clause"],
        0.0,
        -parts["stands"],
        -parts["defines"],
        not full,
        not hit,
        -round(promise, ROUNDED),
        entry.id,
    )


def _standing(weighed: Weighed, one: Scored, *, apart: bool) -> tuple[float, ...]:
    """Sort the clause that was named first, then the article of that title, exact ones, headings, the likeliest.

    The full form goes before exact ones where those are pieces of other words. `apart` says that the words may
    stand apart from one another: what holds each of them goes before what does not.
    """
    parts = one.parts
    if parts["titled"]:
        return (-parts["clause"], -1.0, one.entry.id)
    return (
        -parts["clause"],
        0.0,
        -parts["stands"],
        not in_full(weighed, parts),
        -parts["exact"],
        -parts["under"],
        -parts["defines"],
        not (apart and _is_covered(weighed, parts)),
        -one.score,
        one.entry.id,
    )


def _is_covered(weighed: Weighed, parts: Mapping[str, float]) -> bool:
    """Whether a section holds each of several key words; typed without a space, one by a heading or a full form."""
    named = weighed.asked.kind == "keywords" or parts["head"] > 0 or parts["alias"] > 0
    return weighed.kind == "keywords" and named and weights.covered(weighed, parts)


def _listed(within: Within, library: Library) -> Ranking:
    """Answer filters without words: the sections of the articles that pass, in their order."""
    sections = library.sections(sorted(within.some)[:MOST_LISTED])
    return Ranking(tuple(Match(section, 1.0, "exact", ()) for section in sections), bool(sections))
