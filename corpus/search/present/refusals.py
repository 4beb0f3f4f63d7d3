"""What a refusal may say of the library: which place or document it lacks, checked against it, and what is near."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import OSA

from corpus.search.decide.rules import OUT_OF_SCOPE
from corpus.search.decide.scope import holds
from corpus.search.phrase_query import find_phrase
from corpus.search.present.suggestions import suggest
from corpus.search.query.clause_sections import extent
from corpus.search.query.titles import like, meant_titles, namesakes, shortened, titles
from corpus.text.clause_references import is_clause_number
from corpus.text.clause_units import opening
from corpus.text.document_names import STATE, bare_title, parted, subject
from corpus.text.normalize import normalize_letters
from corpus.text.numerals import in_characters
from corpus.text.title_names import laws

if TYPE_CHECKING:
    from corpus.search.decide.judge import Judgement
    from corpus.search.decide.scope import Scope
    from corpus.search.library import Column, Library
    from corpus.search.query.weights import WeightedQuery

Claim = Literal[
    "name", "document", "namesakes", "clause", "clauses", "last", "inside", "together", "year", "place"
]
AKIN = 0.5  # likeness from which a title is offered in the place of a document
LIKE = 0.75  # the same for two names, their places left out, that share no two characters of their subject
SHORTEST = 4  # characters of a name to which others are like
OFFERED = 3  # titles that are offered
MET = 500  # sections of a name from which it is not looked through for another one
COLUMNS: tuple[Column, ...] = ("bigrams", "heads")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing was quoted though something came near, and terms of the library to try instead.

    `lacking` is the place or document that the query names, nothing where there is nothing to say. `claim` is what
    may be said of it: `name`: no title, heading or text holds it; `document`: no article is it; `namesakes`: several
    may be it; `clause`: the document `said[0]` is there, and its clause `said[1]` was not found; `clauses`: it has
    `said[1]` clauses in all, and so none `said[2]`; `last`: of what the library has of it, `said[1]` is the last one;
    `inside`: words were not found in the document; `together`: nothing was found that is about all of `said`, though
    each may be there; `year`, `place`: the library has no work report of `said[0]`, and has those of the others.
    """

    lacking: str = ""
    claim: Claim = "name"
    said: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()


def refusal(judgement: Judgement, library: Library) -> Refusal:
    """Return what to say where nothing answers."""
    weighted, wanted = judgement.case.weighted, judgement.case.scope
    near = _comes_near(judgement)
    terms = nearest(wanted, weighted, library) if near else ()
    terms = terms or _without_number(weighted, suggest(weighted, library))
    claim, said = _claim(weighted, wanted, library) if near else ("name", ())
    return Refusal(wanted.said if said else "", claim, said, terms)


def _comes_near(judgement: Judgement) -> bool:
    """Whether a document or clause is named, or sections were refused only for being about another place than named."""
    wanted = judgement.case.scope
    named_whole = judgement.case.weighted.reference.barred or bool(wanted.document or wanted.title)
    return named_whole or judgement.would_answer(OUT_OF_SCOPE)


def _claim(weighted: WeightedQuery, wanted: Scope, library: Library) -> tuple[Claim, tuple[str, ...]]:
    """Return what may be said of the library (a `Refusal.claim`) and the names that it is said of.

    Without names nothing is said: the library may well hold all of it in one place.
    """
    analyzed, reference = weighted.analyzed, weighted.reference
    if reference.barred and reference.known:
        return _of_clause(weighted, library)
    name = analyzed.law if reference.barred else normalize_letters(wanted.title)
    if name and name not in laws() and shortened(name, library):
        return "name", ()  # a title may be what it is short for
    if name and not meant_titles(name, library).articles:
        if len(namesakes(name, library)) > 1:
            return "namesakes", (wanted.title or name,)
        beside = wanted.beside and name not in laws() and holds(library, name.removeprefix(STATE))
        if reference.barred or not beside:
            return "document", (wanted.title or name,)
    names = (wanted.title,) if name else wanted.places
    lacking = tuple(one for one in names if not (name or holds(library, one)))
    if lacking:
        return "name", lacking
    return _apart(name, names, wanted.beside, library)


def _apart(name: str, names: tuple[str, ...], beside: str, library: Library) -> tuple[Claim, tuple[str, ...]]:
    """Return what may be said where a document or places, and words beside them, are there but in no one section."""
    said = (*names, *([beside] if beside else []))
    if len(said) < 2 or _may_meet(said, library):
        return "name", ()
    whole = _title(name, library) if name and beside else ""
    return ("inside", (whole, beside)) if whole else ("together", said)


def _title(name: str, library: Library) -> str:
    """Return the title of the one document that a name means; nothing where it may be several."""
    found = meant_titles(name, library).articles
    return library.articles()[next(iter(found))].title if len(found) == 1 else ""


def _of_clause(weighted: WeightedQuery, library: Library) -> tuple[Claim, tuple[str, ...]]:
    """Return what may be said of a document that is there without the clause: how many it has, or which is the last."""
    reference, clause = weighted.reference, weighted.analyzed.clause[0]
    articles = sorted(meant_titles(weighted.analyzed.law, library).articles)
    title = min(library.articles()[key].title for key in articles)
    if reference.lacking:
        return "clause", (title, reference.lacking)
    asked, far = opening(f"{clause} "), extent(library, articles)
    if asked is None or not 0 < far.last < asked[0]:
        return "clause", (title, clause)
    if far.whole:
        return "clauses", (title, str(far.last), clause)
    return "last", (title, f"第{in_characters(far.last)}条", clause)


def _may_meet(said: tuple[str, ...], library: Library) -> bool:
    """Whether one section may hold all of these names in its text, title or headings.

    It is certain where one name has fewer than `MET` sections, as these are read; else True.
    """
    names = tuple(map(normalize_letters, said))
    few: list[set[int]] = []
    for bare in names:
        lists = [find_phrase(library, column, bare, MET) for column in COLUMNS]
        if max(map(len, lists)) < MET:
            few.append({at for ids in lists for at in ids})
    if not few:
        return True
    rarest = min(few, key=len)
    entries = library.entries(rarest)
    return any(all(bare in one.letters or bare in one.head for bare in names) for one in entries)


def _without_number(weighted: WeightedQuery, terms: tuple[str, ...]) -> tuple[str, ...]:
    """Leave the number of a clause out of the terms that are offered: every law has one of that number."""
    return tuple(term for term in terms if not (weighted.analyzed.clause and is_clause_number(term)))


def nearest(wanted: Scope, weighted: WeightedQuery, library: Library) -> tuple[str, ...]:
    """Return the titles that hold the name of a document, or are like it, likest first; none for a place."""
    name = bare_title(wanted.document or (weighted.analyzed.law if weighted.reference.barred else ""))
    articles = library.articles()
    among = titles(articles)
    found = [(False, 0.0, title) for title in among.bare if name in title] if name else []
    found += [(False, 0.0, title) for title in shortened(name, library)]
    if len(name) >= SHORTEST:
        alike = like(name, among.bare, AKIN)
        found += [
            (True, -much, title) for title, much in alike if name not in title and _are_akin(name, title)
        ]
    best = (articles[key].title for *_, title in sorted(found) for key in among.bare[title])
    return tuple(islice(dict.fromkeys(best), OFFERED))


def _are_akin(name: str, title: str) -> bool:
    """Whether two names are about the same thing: two characters in a row, or nearly all of what is no place."""
    if not subject(name).isdisjoint(subject(title)):
        return True
    return OSA.normalized_similarity(parted(name)[1], parted(title)[1]) >= LIKE
