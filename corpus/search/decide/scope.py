"""Whether a section is about another place, or of another document, than the one that a query names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import partial_ratio

from corpus.search.index_terms import phrase_terms
from corpus.search.query.references import written_law
from corpus.search.query.titles import held, like, titles
from corpus.search.score.windows import best_window
from corpus.text.document_names import (
    KIND,
    STATE,
    bare_title,
    is_document,
    is_same,
    parted,
    places,
    short_place,
)
from corpus.text.normalize import skeleton

if TYPE_CHECKING:
    from corpus.search.library import Column, Entry, Library
    from corpus.search.query.analysis import Asked
    from corpus.search.query.language import Query
    from corpus.search.query.weights import Weighed

WORTH_ALIGNING = 60  # of 100: likeness without swapped neighbours, below which no stretch can be so alike
AKIN = 0.5  # likeness from which a title is offered in its place
LIKE = 0.75  # the same for two names, their places left out, that share no two characters of their subject
SHORTEST = 4  # characters of a name to which others are like
OFFERED = 3  # titles that are offered
REMEMBERED = 4_096  # titles and headings
JOINED = 3  # words in a row that may together be a place: jieba knows not all of them
MOST = 4  # places of one query that count, the first of them
# what stands in the titles of many
_GENERAL = re.compile(f"{KIND}|管理|监督|促进|保护|保障|服务|建设|实施|工作|若干|暂行|安全")
_MARKED = re.compile(rf"《([^《》]{{2,60}}{KIND})》")
_WHOLE = re.compile(
    rf"^([^，。；：！？、\s]{{2,40}}?{KIND})(?:[的中里对是第有].*|规定了?.+|关于.*|什么时候.*)?[?？。]*$"
)
_IN_PASSING = re.compile(
    r"^[按依根参遵违]|应当|制定|修改|本(?!行政|级|市|省)|有关|什么|怎|哪|如何|请问|通知|报告|[的或a-zA-Z]"
)  # a piece of a sentence, and no name


@dataclass(frozen=True, slots=True)
class Named:
    """What a query names: places in their short forms, and a document, folded; `said` is one of them as typed."""

    places: tuple[str, ...] = ()
    document: str = ""
    said: str = ""


def named(text: str, weighed: Weighed, library: Library) -> Named:
    """Work out which places, and which document that the library does not hold, a query names."""
    asked = weighed.asked
    found = _places_of(asked.cut)
    if weighed.pointed.barred:
        document = "" if weighed.pointed.known else asked.law
        return Named(found, document, document or asked.law + asked.clause[0])
    if weighed.pointed.known:
        return Named(found, "", "、".join(found))
    document = skeleton(_document_of(text))
    if document and _holds(library, document.removeprefix(STATE)):
        document = ""
    return Named(found, document, document or "、".join(found))


def corrected(query: Query, asked: Asked, library: Library) -> tuple[Query, str]:
    """Return a query with the title in place of one that was mistyped, and that title; nothing else is changed."""
    said = written_law(query.text) if asked.clause else _document_of(query.text)
    name = skeleton(said)
    if not name or query.phrases:
        return query, ""
    title = held(name, library).title
    return (replace(query, text=query.text.replace(said, title, 1)), title) if title else (query, "")


def _document_of(text: str) -> str:
    """Return the document that a query names, as typed: 《…条例》 anywhere, or all that is typed."""
    marked = _MARKED.search(text)
    if marked:
        return marked[1]
    whole = _WHOLE.match(text.strip())
    if whole is None or _IN_PASSING.search(whole[1]) or not is_document(skeleton(whole[1])):
        return ""
    return whole[1]


def _holds(library: Library, name: str) -> bool:
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


def is_elsewhere(entry: Entry, wanted: Named) -> bool:
    """Whether a section is about another place, or of another document, than those that are named."""
    lacks = any(_lacks(entry, place) for place in wanted.places)
    if wanted.document:
        return lacks or not _may_be(entry, wanted.document)
    return lacks and _is_elsewhere(entry.head, wanted.places)


def _may_be(entry: Entry, document: str) -> bool:
    """Whether a document may be meant by a section's title, headings or text: a slip does not make it another."""
    if _is_headed(entry.head, document):
        return True
    if not partial_ratio(document, entry.skeleton, score_cutoff=WORTH_ALIGNING):
        return False
    return _stands(document, entry.skeleton)


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
    return not any(one in entry.head or one in entry.skeleton for one in (place, *inside))


@lru_cache(maxsize=REMEMBERED)
def _is_elsewhere(head: str, wanted: tuple[str, ...]) -> bool:
    """Whether a title and headings name places, and none of those wanted, what they lie in or what lies in them."""
    known = places()
    near = {*wanted, *(known[one][0] for one in wanted), *(name for one in wanted for name in known[one][1])}
    held = {name for name in known if name in head}
    return bool(held) and held.isdisjoint(near)


def nearest(wanted: Named, weighed: Weighed, library: Library) -> tuple[str, ...]:
    """Return the titles that hold the name of a document, or are like it, likest first; none for a place."""
    name = bare_title(wanted.document or (weighed.asked.law if weighed.pointed.barred else ""))
    articles = library.articles()
    among = titles(articles)
    found = [(False, 0.0, title) for title in among.bare if name in title] if name else []
    if len(name) >= SHORTEST:
        alike = like(name, among.bare, AKIN)
        found += [
            (True, -much, title) for title, much in alike if name not in title and _are_akin(name, title)
        ]
    best = (articles[key].title for *_, title in sorted(found) for key in among.bare[title])
    return tuple(islice(dict.fromkeys(best), OFFERED))


def _are_akin(name: str, title: str) -> bool:
    """Whether two names are about the same thing: two characters in a row, or nearly all of what is no place."""
    if not _about(name).isdisjoint(_about(title)):
        return True
    return OSA.normalized_similarity(parted(name)[1], parted(title)[1]) >= LIKE


@lru_cache(maxsize=REMEMBERED)
def _about(title: str) -> frozenset[str]:
    """Return the character pairs of what a document is about: no place, no kind, nothing that many are named."""
    pieces = _GENERAL.split(parted(title)[1])
    return frozenset(piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1))
