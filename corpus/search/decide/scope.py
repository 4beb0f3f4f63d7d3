"""Whether a section is about another place, or of another document, than the one that a query names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import partial_ratio

from corpus.search.index_terms import phrase_terms
from corpus.search.query.references import written_law
from corpus.search.query.titles import meant_titles, shortened
from corpus.search.score.windows import best_window
from corpus.text.document_names import PLACE_ENDS, STATE, is_same, places, short_place
from corpus.text.normalize import normalize_letters
from corpus.text.title_names import laws

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.search.library import Column, Entry, Library
    from corpus.search.query.analysis import AnalyzedQuery
    from corpus.search.query.language import Query
    from corpus.search.query.weights import WeightedQuery

WORTH_ALIGNING = 60  # of 100: likeness without swapped neighbours, below which no stretch can be so alike
REMEMBERED = 4_096  # titles and headings
JOINED = 3  # words in a row that may together be a place: jieba knows not all of them
MOST = 4  # places of one query that count, the first of them
_ASIDE = '，。、,.:：;；？?！! “”"《》'
_LEADING = re.compile("^(?:[的中里对]|关于|规定了?)+")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a query names: places in their short forms, and a document.

    `document` is set, folded, where no title, heading or text of the library holds it; `title` is the document as
    typed, held or not. `said` is what to call it all, `beside` what else the query says, as typed.
    """

    places: tuple[str, ...] = ()
    document: str = ""
    said: str = ""
    title: str = ""
    beside: str = ""


def scope_of(weighted: WeightedQuery, library: Library) -> Scope:
    """Return which places and which document a query names."""
    found = _named(weighted, library)
    if weighted.analyzed.kind == "question":
        return found
    return replace(
        found, beside=_beside(weighted.analyzed.query.text, [found.title] if found.title else found.places)
    )


def _named(weighted: WeightedQuery, library: Library) -> Scope:
    analyzed = weighted.analyzed
    found = _places_of(analyzed.cut)
    if weighted.reference.barred:
        document = "" if weighted.reference.known else analyzed.law
        return Scope(found, document, document or analyzed.law + analyzed.clause[0])
    if weighted.reference.known:
        return Scope(found, "", "、".join(found))
    name = normalize_letters(analyzed.document)
    document = "" if name and _may_hold(library, name, alone=analyzed.document_alone) else name
    return Scope(found, document, name or "、".join(found), analyzed.document)


def _may_hold(library: Library, name: str, *, alone: bool) -> bool:
    """Whether a library has a document, perhaps under a longer title, or names it.

    What a law that it has not says of other words is no matter of a text that does not name it: 劳动法 is a word of its
    own, and no short form of 劳动合同法.
    """
    if meant_titles(name, library).articles:
        return True
    if name in laws():
        return alone and holds(library, name.removeprefix(STATE))
    return bool(shortened(name, library)) or holds(library, name.removeprefix(STATE))


def _beside(text: str, names: Iterable[str]) -> str:
    """Return what a query says besides the names in it, as typed."""
    for name in names:
        text = re.sub(f"《?{re.escape(name)}(?:{PLACE_ENDS})?》?", " ", text, count=1)
    return _LEADING.sub("", " ".join(text.split()).strip(_ASIDE)).strip(_ASIDE)


def corrected(query: Query, analyzed: AnalyzedQuery, library: Library) -> tuple[Query, str]:
    """Return a query with the title in place of one that was mistyped, and that title; nothing else is changed."""
    said = written_law(query.text) if analyzed.clause else analyzed.document
    name = normalize_letters(said)
    if not name or query.phrases:
        return query, ""
    title = meant_titles(name, library).title
    return (replace(query, text=query.text.replace(said, title, 1)), title) if title else (query, "")


def holds(library: Library, name: str) -> bool:
    """Whether a text, a title or a heading of the library holds a folded name."""
    terms = phrase_terms(name)
    columns: tuple[Column, ...] = ("heads", "bigrams")
    # the counts of pairs are remembered, and mostly say no at once
    may = (
        column for column in columns if all(library.frequencies(column, terms).get(term) for term in terms)
    )
    return any(library.phrase(column, terms, 1) for column in may)


def _places_of(cut: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """Find the places among whole words, in their short forms."""
    known, found = places(), {}
    for words in cut:
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + JOINED) + 1):
                word = "".join(words[start:end])
                short = short_place(word)
                if short in known:
                    found[short] = True
    return tuple(found)[:MOST]


def is_elsewhere(entry: Entry, wanted: Scope) -> bool:
    """Whether a section is about another place, or of another document, than those that are named."""
    lacks = any(_lacks(entry, place) for place in wanted.places)
    if wanted.document:
        return lacks or not _may_be(entry, wanted.document)
    return lacks and _is_elsewhere(entry.head, wanted.places)


def _may_be(entry: Entry, document: str) -> bool:
    """Whether a document may be meant by a section's title, headings or text: a slip does not make it another."""
    if _is_headed(entry.head, document):
        return True
    if not partial_ratio(document, entry.letters, score_cutoff=WORTH_ALIGNING):
        return False
    return _stands(document, entry.letters)


@lru_cache(maxsize=REMEMBERED)
def _is_headed(head: str, document: str) -> bool:
    return any(_stands(document, part) for part in head.split("\n"))


def _stands(document: str, text: str) -> bool:
    """Whether a stretch of a text is the name of a document, perhaps with a slip."""
    _, (start, end) = best_window(document, text)
    return is_same(document, text[start:end])


def _lacks(entry: Entry, place: str) -> bool:
    """Whether a section names neither a place nor one inside it."""
    inside = places()[place][1]
    return not any(one in entry.head or one in entry.letters for one in (place, *inside))


@lru_cache(maxsize=REMEMBERED)
def _is_elsewhere(head: str, wanted: tuple[str, ...]) -> bool:
    """Whether a title and headings name places, and none of those wanted, what they lie in or what lies in them."""
    known = places()
    near = {*wanted, *(known[one][0] for one in wanted), *(name for one in wanted for name in known[one][1])}
    held = {name for name in known if name in head}
    return bool(held) and held.isdisjoint(near)
