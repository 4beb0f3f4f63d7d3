"""What the words of a query are worth in one library, and what else they may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

from corpus.search.index_terms import grams
from corpus.search.phrase_query import find_phrase
from corpus.search.query.clause_sections import ClauseReference, resolve
from corpus.search.query.latin import NONE as LATIN_NONE
from corpus.search.query.latin import Latin, looked_up
from corpus.search.query.meaning import Unit, answers_to, lay_words, units
from corpus.search.query.short_forms import only_inside_words
from corpus.search.query.swaps import LONGEST_SWAPPED, SHORTEST_SWAPPED, swapped
from corpus.search.query.titles import meant_titles
from corpus.text.abbreviations import expansions, listed
from corpus.text.normalize import normalize_letters
from corpus.text.phonetics import sounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.search.library import Library
    from corpus.search.query.analysis import AnalyzedQuery, Kind
    from corpus.text.abbreviations import Expansion

SHORTEST_INITIATIVE, LONGEST_INITIATIVE = 3, 12  # characters of a name: shorter ones are everyday words
LONGEST_NAMING = 40  # characters of a query in which initiatives are looked for
_LETTERS = re.compile("[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class WeightedQuery:
    """A query with what its words and character pairs are worth in one library.

    `expansions` are its short forms; `synonyms` what its words are called in laws; `units` what it is about, with how
    rare each is; `answers` finds what it asks for; `unknown` the share of its
    words' weight that stands nowhere in the library; `kind` what kind of query it proved to be; `swapped` the
    query with neighbours swapped; `initiatives` the names of initiatives that stand in it; `reference` the clause
    that it names; `inside_words` the short forms that the library holds only as pieces of other words; `sections` how
    many the library has; `latin` its Latin words and numbers; `titled` the articles whose title it is,
    perhaps without the state, the place or what it ends with.
    """

    analyzed: AnalyzedQuery
    kind: Kind
    words: dict[str, float]
    pairs: dict[str, float]
    all_pairs: float
    expansions: tuple[Expansion, ...]
    synonyms: dict[str, tuple[str, ...]]
    unknown: float
    swapped: tuple[str, ...] = ()
    reference: ClauseReference = field(default_factory=ClauseReference)
    initiatives: tuple[str, ...] = ()
    inside_words: frozenset[str] = frozenset()
    sections: int = 0
    latin: Latin = LATIN_NONE
    titled: frozenset[str] = frozenset()
    units: Mapping[Unit, float] = field(default_factory=dict)
    answers: tuple[re.Pattern[str], ...] = ()


def idf(frequency: int, size: int) -> float:
    """Return how much a term says: its inverse document frequency, never below 0."""
    return log(1 + (size - frequency + 0.5) / (frequency + 0.5)) if size >= frequency else 0.0


def pairs(pieces: Iterable[str]) -> list[str]:
    """Return the character pairs inside pieces of text, each once; a lone character stands for itself."""
    found = (gram for piece in pieces for gram in (grams(piece, 2)[:-1] or [piece]))
    return list(dict.fromkeys(found))


def weight_query(analyzed: AnalyzedQuery, library: Library) -> WeightedQuery:
    """Look up how rare the words and pairs of a query are."""
    size = library.size()
    if analyzed.typed_pinyin and _are_words(analyzed, library):
        analyzed = replace(
            analyzed, kind=analyzed.kind_spelt, typed_pinyin=False, spoken=(sounds(analyzed.letters),)
        )
    pieces = analyzed.runs if analyzed.kind == "question" else analyzed.chunks
    words, pieces = _literal(analyzed.words, analyzed, library), _literal(pieces, analyzed, library)
    known = library.frequencies("bigrams", list({*pairs(pieces), *pairs(words)}))
    weights = {gram: idf(count, size) for gram, count in known.items()}
    worth = {word: max(weights[gram] for gram in pairs([word])) for word in words}
    missing = sum(worth[word] for word in words if any(not known[gram] for gram in pairs([word])))
    by_pair = {gram: weights[gram] for gram in pairs(pieces)}
    shortened = expansions(analyzed.cut, library.full_forms)
    return WeightedQuery(
        analyzed=analyzed,
        kind="keywords" if _are_joined(analyzed, known, library) else analyzed.kind,
        words=worth,
        pairs=by_pair,
        all_pairs=sum(by_pair.values()) or 1.0,
        expansions=shortened,
        synonyms=_synonyms(words) if analyzed.kind == "question" else {},
        unknown=missing / (sum(worth.values()) or 1.0),
        swapped=tuple(swapped(analyzed.letters))
        if SHORTEST_SWAPPED <= len(analyzed.letters) <= LONGEST_SWAPPED
        else (),
        reference=resolve(library, analyzed.law, analyzed.clause, analyzed.part),
        initiatives=_initiatives(analyzed.letters, library),
        inside_words=frozenset(one.short for one in shortened if only_inside_words(one.short, library)),
        sections=size,
        latin=looked_up(analyzed.typed, library),
        titled=meant_titles(normalize_letters(analyzed.document), library).articles
        if analyzed.document_alone
        else frozenset(),
        units=_weighted_units(analyzed, library),
        answers=answers_to(analyzed.letters) if analyzed.kind == "question" else (),
    )


def _weighted_units(analyzed: AnalyzedQuery, library: Library) -> dict[Unit, float]:
    """Return the units of a query, each with the idf of the commonest form in which the library has it."""
    found, size = units(analyzed.cut) if analyzed.kind != "pinyin" else (), library.size()
    if not (analyzed.kind == "question" or any(unit.ways for unit in found)):
        return {}  # its own words say it all
    forms = {unit: (unit.word, *unit.ways) for unit in found}
    known = library.frequencies("bigrams", pairs(form for some in forms.values() for form in some))

    def worth(form: str) -> float:
        return idf(min(known.get(gram, 0) for gram in pairs([form])), size)

    return {unit: min(map(worth, some)) for unit, some in forms.items()}


def _synonyms(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return what the words of a query are called in laws, the same and what is akin."""
    known = ((word, lay_words().get(word)) for word in words)
    return {word: (*one.same, *one.akin) for word, one in known if one}


def _initiatives(bare: str, library: Library) -> tuple[str, ...]:
    """Return the initiatives that a query names, the longest where one stands in another."""
    if len(bare) > LONGEST_NAMING:
        return ()
    sizes = range(SHORTEST_INITIATIVE, LONGEST_INITIATIVE + 1)
    pieces = dict.fromkeys(bare[at : at + size] for size in sizes for at in range(len(bare) - size + 1))
    found = library.initiatives(list(pieces)) if pieces else ()
    return tuple(one for one in pieces if one in found and not any(one in other != one for other in found))


def _are_joined(analyzed: AnalyzedQuery, known: Mapping[str, int], library: Library) -> bool:
    """Whether a query is key words typed without spaces: words of texts or titles that never meet in a text."""
    if analyzed.kind != "name" or len(analyzed.words) < 2 or "".join(analyzed.words) != analyzed.letters:
        return False
    meet = [left[-1] + right[0] for left, right in pairwise(analyzed.words)]
    if all(known.get(gram, 1) for gram in meet):
        return False
    missing = [gram for gram in pairs(analyzed.words) if not known[gram]]
    return all(library.frequencies("heads", missing).get(gram) for gram in missing)


def _are_words(analyzed: AnalyzedQuery, library: Library) -> bool:
    """Whether the letters beside characters are words of the library or the curators' list, and no pinyin.

    de is a word of many a library: where what the whole query sounds like stands in it, pinyin was meant.
    """
    letters = _LETTERS.findall(analyzed.letters)
    if letters == [analyzed.letters] or not letters:
        return False
    known = library.frequencies("words", letters)
    if not all(known.get(one) or listed(one) for one in letters):
        return False
    return not any(find_phrase(library, "sounds", way, 1) for way in analyzed.spoken)


def _literal(pieces: tuple[str, ...], analyzed: AnalyzedQuery, library: Library) -> tuple[str, ...]:
    """Return the pieces of a query without Latin letters that are pinyin: 数字gongjiang gives 数字.

    Letters that some section has as a word stay: AI工匠.
    """
    if not analyzed.typed_pinyin:
        return pieces
    letters = [run for piece in pieces for run in _LETTERS.findall(piece)]
    known = library.frequencies("words", letters)
    return tuple(part for piece in pieces for part in _parted(piece, known) if part)


def _parted(piece: str, known: Mapping[str, int]) -> list[str]:
    """Return `[piece]` where the library knows its letters as words, else the parts round them (some may be empty)."""
    return [piece] if all(known[run] for run in _LETTERS.findall(piece)) else _LETTERS.split(piece)
