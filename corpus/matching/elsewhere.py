"""Whether a section is about another place, or of another document, than the one that a query names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import partial_ratio

from corpus.matching.alignment import best_window
from corpus.matching.folding import skeleton
from corpus.matching.pointing import STATE
from corpus.matching.tables import lines
from corpus.matching.terms import phrase_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.matching.asked import Asked
    from corpus.matching.library import Column, Entry, Library

ALIKE = 0.75  # likeness from which a title or a stretch of text may be the document that is named, mistyped
WORTH_ALIGNING = 60  # of 100: likeness without swapped neighbours, below which no stretch can be so alike
AKIN = 0.5  # likeness from which a title is offered in its place
OFFERED = 3  # titles that are offered
REMEMBERED = 4_096  # titles and headings
JOINED = 3  # words in a row that may together be a place: jieba knows not all of them
LONGEST_KIND = 3  # characters at the end of a stretch that are to say what kind of document it is
MOST = 4  # places of one query that count, the first of them
_KIND = r"(?:条例|办法|规定|规则|细则|规划|纲要|方案|意见|决定|法)"
_ABOUT = r"(?:管理|保护|促进|监督|服务|建设|治理|防治|处理|实施|登记|奖励|评价|考核|安全|保障|发展|监察|审批|备案|征收)"
_MARKED = re.compile(rf"《([^《》]{{2,60}}{_KIND})》")
_WHOLE = re.compile(
    rf"^([^，。；：！？、\s]{{2,30}}?{_ABOUT}(?:暂行|试行|若干)?{_KIND})(?:[的中里对是第有].*|规定了?.+|关于.*|什么时候.*)?[?？。]*$"
)
_IN_PASSING = re.compile(
    r"[按依根参遵违]|应当|制定|修改|本|有关|[和与及或的]"
)  # a piece of a sentence, and no name
_ENDS = re.compile(_KIND)  # 数据安全管理 in a sentence is no 数据安全管理条例
_SUFFIX = re.compile(r"(?:省|市|自治[区州]|特别行政区|地区|[州盟])$")


@dataclass(frozen=True, slots=True)
class Named:
    """What a query names: places in their short forms, and a document, folded; `said` is one of them as typed."""

    places: tuple[str, ...] = ()
    document: str = ""
    said: str = ""


@cache
def _places() -> dict[str, tuple[str, frozenset[str]]]:
    """Every place by its short form: the unit that it lies in (itself, for one at the top), and what lies in it."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for line in lines("places.txt"):
        unit, *inside = line.split()
        found[unit] = unit, frozenset(inside)
        found.update((one, (unit, frozenset())) for one in inside)
    return found


def named(text: str, asked: Asked, library: Library) -> Named:
    """Work out which places, and which document that the library does not hold, a query names."""
    places = _places_of(asked.cut)
    document = _document_of(text, asked)
    if document and _holds(library, document.removeprefix(STATE)):
        document = ""
    return Named(places, document, document or "、".join(places))


def _document_of(text: str, asked: Asked) -> str:
    """Return the document that a query names, folded: 《…条例》 anywhere, or all that is typed."""
    marked = _MARKED.search(text)
    if marked:
        return skeleton(marked[1])
    if asked.clause and asked.law.endswith(("法", "条例", "办法", "规定", "规则", "细则")):
        return asked.law
    whole = _WHOLE.match(text.strip())
    return skeleton(whole[1]) if whole and not _IN_PASSING.search(whole[1]) else ""


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
    known, found = _places(), {}
    for words in cut:
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + JOINED) + 1):
                word = "".join(words[start:end])
                short = word if word in known else _SUFFIX.sub("", word)
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
    likeness, (_, end) = best_window(document, entry.skeleton)
    return likeness >= ALIKE and bool(_ENDS.search(entry.skeleton, max(0, end - LONGEST_KIND), end + 1))


@lru_cache(maxsize=REMEMBERED)
def _is_headed(head: str, document: str) -> bool:
    return any(best_window(document, part)[0] >= ALIKE for part in head.split("\n"))


def _lacks(entry: Entry, place: str) -> bool:
    """Whether a section names neither a place nor one inside it."""
    inside = _places()[place][1]
    return not any(one in entry.head or one in entry.skeleton for one in (place, *inside))


@lru_cache(maxsize=REMEMBERED)
def _is_elsewhere(head: str, wanted: tuple[str, ...]) -> bool:
    """Whether a title and headings name places, and none of those wanted, what they lie in or what lies in them."""
    known = _places()
    near = {*wanted, *(known[one][0] for one in wanted), *(name for one in wanted for name in known[one][1])}
    held = {name for name in known if name in head}
    return bool(held) and held.isdisjoint(near)


def near_titles(wanted: Named, entries: Iterable[Entry], library: Library) -> tuple[str, ...]:
    """Return the titles most like the name of a document, best first; none for a place."""
    if not wanted.document:
        return ()
    titles = library.articles()
    heads = {entry.article: entry.head.partition("\n")[0] for entry in entries}
    likeness = {
        key: OSA.normalized_similarity(wanted.document, head) for key, head in heads.items() if key in titles
    }
    near = sorted((key for key in likeness if likeness[key] >= AKIN), key=lambda key: (-likeness[key], key))
    return tuple(titles[key].title for key in near[:OFFERED])
