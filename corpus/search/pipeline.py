"""From a query to a ranking, in five stages: analyse, retrieve, score, decide, present."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from corpus.search.by_slots import SlotSearch
from corpus.search.decide.judge import judge
from corpus.search.decide.rules import RULES
from corpus.search.decide.scope import corrected
from corpus.search.in_document import in_document
from corpus.search.phrase_query import find_phrase
from corpus.search.present.matches import Ranking, present
from corpus.search.present.suggestions import other_than
from corpus.search.query.analysis import analyze
from corpus.search.query.article_filters import allowed
from corpus.search.query.as_titled import as_titled
from corpus.search.query.authors import authored
from corpus.search.query.framing import unframed
from corpus.search.query.mistyped import is_rather, may_be_mistyped
from corpus.search.query.unwanted import leaving_out, without_unwanted
from corpus.search.query.weights import weight_query
from corpus.search.retrieve.retrieval import retrieve
from corpus.search.score.scoring import score
from corpus.text.figures import in_digits
from corpus.text.normalize import normalize, normalize_letters
from corpus.vocabulary import Match

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.search.decide.rule import Rule
    from corpus.search.library import Library
    from corpus.search.query.analysis import AnalyzedQuery
    from corpus.search.query.article_filters import Within
    from corpus.search.query.language import Query

MOST_LISTED = 40  # sections that are listed for filters without words


def search(query: Query, library: Library, rules: Sequence[Rule] = RULES) -> Ranking:
    """Return the sections that answer a query, by the rules; UnmatchedError where no article passes its filters.

    What only frames a query is no part of it. Where nothing else is typed, nothing is looked for, and `follow` says so.
    A question whose words are no name that answers is asked as it was typed.
    """
    framed = unframed(query, library)
    if framed.follow is None:
        found = _search(framed.query, library, rules)
        if found.answered and may_be_mistyped(query, framed.query):
            other = _search(query, library, rules)
            found = other if other.answered and is_rather(other.did_you_mean, query, framed.query) else found
        asked = framed.asks and not found.answered
        other = _search(query, library, rules) if asked else found
        return other if other.answered else found
    if query.limits_articles or query.heading:
        return _search(replace(query, text=""), library, rules)
    return Ranking(follow=framed.follow, left=framed.left)


def _search(query: Query, library: Library, rules: Sequence[Rule]) -> Ranking:
    """Return the sections that answer a query without a frame."""
    typed, (query, unwanted) = query, without_unwanted(query)
    named = as_titled(query, library)
    query = named.query
    analyzed = analyze(query)
    within = leaving_out(allowed(query, library), unwanted, library)
    if not analyzed.letters:
        return _listed(within, library)
    mended, title = corrected(query, analyzed, library)
    if title:
        found = replace(_found(analyze(mended), within, library, rules), did_you_mean=title)
    else:
        found = _by_author(query, _found(analyzed, within, library, rules), within, library, rules)
        by_slots = SlotSearch(query, within, library, lambda one, scope: _found(one, scope, library, rules))
        found = by_slots.found(analyzed.slots, found)
        if named.rest and not analyzed.clause:
            find = partial(_found, library=library, rules=rules)
            found = in_document(named, found, within, library, find)
        digits = in_digits(normalize(query.text)) if not (found.answered or query.phrases) else ""
        if digits and digits != normalize(query.text):  # a report writes 134.9万亿 for 一百三十四点九万亿
            other = _found(analyze(replace(query, text=digits)), within, library, rules)
            found = replace(other, did_you_mean=digits) if other.answered else found
    return _offering(typed, found)


def _found(analyzed: AnalyzedQuery, within: Within, library: Library, rules: Sequence[Rule]) -> Ranking:
    """Return the sections that answer a query that has words."""
    weighted = weight_query(analyzed, library)
    retrieved = retrieve(weighted, within, library)
    scoring = score(retrieved)
    judgement = judge(scoring, library, rules)
    return present(judgement, library)


def _listed(within: Within, library: Library) -> Ranking:
    """Return the sections of the articles that pass filters without words, in their order."""
    sections = library.sections(sorted(within.some)[:MOST_LISTED])
    return Ranking(tuple(Match(section, 1.0, "exact", ()) for section in sections), bool(sections))


def _by_author(
    query: Query, found: Ranking, within: Within, library: Library, rules: Sequence[Rule]
) -> Ranking:
    """Return what an author wrote whom the query names, where nothing answers it as it stands.

    Where no text holds the name, what answers is about the other words alone. `did_you_mean` is the query to type.
    """
    if found.answered and found.matches[0].matched == "exact":
        return found
    theirs, name = authored(query, within, library)
    if not name or (found.answered and find_phrase(library, "bigrams", normalize_letters(name), 1)):
        return found
    analyzed = analyze(theirs)
    if analyzed.letters:
        ranking = _found(analyzed, allowed(theirs, library), library, rules)
        if ranking.answered:
            return replace(ranking, did_you_mean=f"作者:{name} {theirs.text}".strip())
    return found if found.answered else replace(found, did_you_mean=f"作者:{name}")


def _offering(query: Query, found: Ranking) -> Ranking:
    """Leave out of what is offered whatever is the query itself."""
    typed = (query.text, query.raw)
    terms = other_than(typed, found.suggestions)
    guess = other_than(typed, filter(None, [found.did_you_mean]))
    return replace(
        found, did_you_mean=next(iter(guess), None), refusal=replace(found.refusal, suggestions=terms)
    )
