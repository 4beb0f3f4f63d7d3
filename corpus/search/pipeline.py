"""From a query to a ranking: candidates, their parts, one total order, and whether it is an answer."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from corpus.search.decide.chance import is_by_chance
from corpus.search.decide.scope import corrected, is_elsewhere, named, nearest
from corpus.search.phrases import EXACT as MOST_EXACT
from corpus.search.phrases import run
from corpus.search.present.matches import FITS, best_fit, matches
from corpus.search.present.suggestions import meant, suggest
from corpus.search.query.analysis import ask
from corpus.search.query.authors import authored
from corpus.search.query.references import CLAUSE_NUMBER, cites
from corpus.search.query.weights import weigh
from corpus.search.retrieve.candidates import Candidates, gather
from corpus.search.retrieve.filters import admitted, allowed, standing, with_phrases
from corpus.search.score import model as weights
from corpus.search.score.features import Scored, first_parts, further_parts, in_full, likely
from corpus.text.normalize import skeleton
from corpus.vocabulary import Match

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.search.decide.scope import Named
    from corpus.search.library import Entry, Library
    from corpus.search.query.analysis import Asked, Kind
    from corpus.search.query.language import Query
    from corpus.search.query.weights import Weighed
    from corpus.search.retrieve.filters import Within
    from corpus.vocabulary import Section

ALIGNED = (
    14  # sections that are aligned with the query, after the cheap parts and a quick likeness chose them
)
ALIGNED_APART = {
    "keywords": 24,
    "question": 40,
    "pinyin": 40,
}  # the same where the answer need not look like the query
COPIED = (
    12  # characters of a query that names a clause, from which it is a quotation where it stands as it is
)
MOST_LISTED = 40  # sections that are listed for filters without words
EXACT = 100  # further sections that hold the query as it stands: they need no alignment
ROUNDED = 9  # decimals of a score that count, so that the order is the same on every machine


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a search found: all matches in a total order, best first, and whether the first is an answer.

    `kind` is the kind of query that it proved to be, whose weights hold. `phrase_missed` says that the phrase in
    quotation marks stands nowhere, so that near ones are shown; `more` that further sections hold the query as it
    stands. `lacking` names the place or document that no passage is about, though some about others come near.
    `did_you_mean` and `suggestions` are terms of the library near the query.
    """

    matches: tuple[Match, ...] = ()
    answered: bool = False
    kind: Kind = "name"
    did_you_mean: str | None = None
    suggestions: tuple[str, ...] = field(default=())
    phrase_missed: bool = False
    lacking: str = ""
    more: bool = False


def search(query: Query, library: Library) -> Ranking:
    """Find the sections that answer a query."""
    asked = ask(query)
    within = allowed(query, library)
    if not asked.bare:
        return _listed(within, library)
    mended, title = corrected(query, asked, library)
    if title:
        return replace(_found(mended, ask(mended), within, library), did_you_mean=title)
    found = _found(query, asked, within, library)
    return _by_author(query, found, within, library)


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
    here, away = _parted(ranked, wanted)
    read = zip(here, library.sections([one.entry.id for one in here]), strict=True)
    stand, crossed = standing(
        query, asked, [(one, section) for one, section in read if _may(weighed, one, section)]
    )
    missed = missed or crossed
    found = matches(weighed, query, stand, library, missed=missed)
    answered = bool(found) and found[0].score >= weights.ANSWERED
    lacking = not answered and _comes_near(weighed, wanted, away)
    terms = nearest(wanted, weighed, library) if lacking else ()
    return Ranking(
        found,
        answered,
        weighed.kind,
        did_you_mean=meant(weighed, found),
        suggestions=() if answered else terms or _without_number(asked, suggest(weighed, library)),
        lacking=wanted.said if lacking else "",
        phrase_missed=missed,
        more=_holds_more(asked.bare, kept, ranked),
    )


def _without_number(asked: Asked, terms: tuple[str, ...]) -> tuple[str, ...]:
    """Leave the number of a clause out of the terms that are offered: every law has one of that number."""
    return tuple(term for term in terms if not (asked.clause and CLAUSE_NUMBER.fullmatch(term)))


def _comes_near(weighed: Weighed, wanted: Named, away: list[Scored]) -> bool:
    """Whether a document or clause is named, or sections about another place than the named one seem an answer."""
    named_whole = weighed.pointed.barred or bool(wanted.document)
    return named_whole or any(weights.sure(weighed, one.parts) >= weights.ANSWERED for one in away)


def _may(weighed: Weighed, one: Scored, section: Section) -> bool:
    """Whether a section may answer: where a clause is not found, only one that cites it, and no other clause.

    A long query that stands there as it is was copied from a text, whatever looks like a law's name in it; a short
    one may be the end of another law's name.
    """
    pointed = weighed.pointed
    copied = one.parts["exact"] and len(weighed.asked.bare) >= COPIED
    return bool(not pointed.barred or copied or cites(section.text, pointed.names, weighed.asked.clause))


def _parted(ranked: list[Scored], wanted: Named) -> tuple[list[Scored], list[Scored]]:
    """Part what may answer from what is about another place or document than those that are named."""
    if not wanted.said:
        return ranked, []
    away = {one.entry.id for one in ranked if not one.parts["exact"] and is_elsewhere(one.entry, wanted)}
    here = [one for one in ranked if one.entry.id not in away]
    return here, [one for one in ranked if one.entry.id in away]


def _holds_more(bare: str, entries: Iterable[Entry], ranked: Iterable[Scored]) -> bool:
    """Whether more sections hold the query as it stands than were ranked, or may hold it than were read."""
    holding = sum(bare in entry.skeleton for entry in entries)
    return holding >= MOST_EXACT or holding > sum(one.parts["exact"] for one in ranked)


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
    return (-parts["clause"], 0.0, -parts["defines"], not full, not hit, -round(promise, ROUNDED), entry.id)


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
