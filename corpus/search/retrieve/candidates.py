"""Candidates: a set of sections that may answer, by rare terms first, with no order among them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.search.index_terms import LETTERS, grams, phrase_terms
from corpus.search.phrase_query import EXACT, LONGEST_PHRASE, find_phrase
from corpus.search.query.analysis import LONGEST_HEARD
from corpus.search.query.references import SECTIONS, definitions, titled
from corpus.search.query.swaps import LONGEST_SWAPPED
from corpus.search.query.weights import idf, pairs
from corpus.search.retrieve.edits import one_edit_variants, split_match

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.search.library import Column, Library
    from corpus.search.query.analysis import AnalyzedQuery
    from corpus.search.query.weights import WeightedQuery

CAP = 3_000  # rows read for a question, for each layer: more cost time and brought no better first answer
CAP_ALIKE = 2_500  # rows read for anything else
PLAIN_ENOUGH = (
    0.5  # share of a query's pairs, by rarity, that one section holds: its sound need not be asked for
)
KEPT = 120  # sections scored for a question: an answer shares few words with it
KEPT_ALIKE = 80  # sections scored for anything else, in each layer
BESIDE = 20  # sections that nearly hold it, where others hold it exactly


@dataclass(frozen=True, slots=True)
class Candidates:
    """Sections that may answer: `hits` hold the query in some form; `shared` share rare terms with it, so much."""

    hits: frozenset[int]
    shared: Mapping[int, float]

    @property
    def ids(self) -> set[int]:
        """All of them."""
        return {*self.hits, *self.shared}


def collect_candidates(weighted: WeightedQuery, library: Library) -> Candidates:
    """Collect the sections that may answer."""
    analyzed = weighted.analyzed
    exact = _exact(library, analyzed.letters)
    # sections of a full form, or under a heading, are looked at, but must not crowd out those like the query
    beside = {
        at for one in weighted.expansions for full in one.full for at in find_phrase(library, "bigrams", full)
    }
    literal = bool(beside) or _is_literal(weighted, exact, library)
    beside |= titled(library, analyzed.letters)
    if weighted.titled:
        beside.update(library.of_articles(sorted(weighted.titled), SECTIONS))
    beside |= {at for said in definitions(analyzed.defined) for at in find_phrase(library, "bigrams", said)}
    hits = {*exact, *weighted.latin.candidates}
    if analyzed.kind in {"name", "long"}:
        hits |= split_match(library, analyzed.letters) if not exact else set()
        if hits and not weighted.units:
            shared = _overlapping(library, "bigrams", list(weighted.pairs), BESIDE, CAP_ALIKE)
            return Candidates(frozenset(hits), dict.fromkeys(beside, 0.0) | shared)
    if not literal and analyzed.kind == "name":
        hits |= one_edit_variants(library, analyzed.letters)
    hits |= _spelt(analyzed, library, literal=literal)
    return Candidates(frozenset(hits), dict.fromkeys(beside, 0.0) | _sharing(weighted, library))


def _is_literal(weighted: WeightedQuery, exact: list[int], library: Library) -> bool:
    """Whether a section holds the query as typed; AI inside MAIN is none, so that its other readings are tried too."""
    if not weighted.latin.alone:
        return bool(exact)
    return any(map(weighted.latin.may_stand, library.entries({*exact, *weighted.latin.candidates})))


def _spelt(analyzed: AnalyzedQuery, library: Library, *, literal: bool) -> set[int]:
    """Sections that sound like the query, or whose syllables begin with its letters."""
    found: set[int] = set()
    if analyzed.initials and not literal:
        terms = grams(analyzed.initials, LETTERS)[: max(1, len(analyzed.initials) - LETTERS + 1)]
        found.update(library.phrase("initials", terms, EXACT))
    for way in analyzed.spoken if _can_be_heard(analyzed) and (analyzed.typed_pinyin or not literal) else ():
        found.update(find_phrase(library, "sounds", way))
    return found


def _can_be_heard(analyzed: AnalyzedQuery) -> bool:
    """Whether the sound of a query says something: one syllable stands everywhere, a page is never aligned."""
    return any(1 < len(way) <= LONGEST_HEARD for way in analyzed.spoken)


def _sharing(weighted: WeightedQuery, library: Library) -> dict[int, float]:
    """Return sections that hold the query's rarest terms, each with the share of the query's idf that it holds, 0 to 1.

    A question is also looked for by what laws call its words, and in titles and headings.
    """
    if weighted.kind != "question":
        return _sharing_alike(weighted, library)
    words = weighted.analyzed.words
    found = _overlapping(library, "bigrams", list(weighted.pairs), KEPT)
    meant = [other for others in weighted.synonyms.values() for other in others]
    meant += [form for unit in weighted.units for form in unit.ways]
    if meant:
        found = _overlapping(library, "bigrams", pairs([*words, *meant]), KEPT) | found
    return _overlapping(library, "heads", pairs(words), KEPT // 2) | found


def _sharing_alike(weighted: WeightedQuery, library: Library) -> dict[int, float]:
    """Return sections with the share of the idf that they hold, for any query but a question.

    It goes by pairs of characters as typed. Where no section holds enough of them, pairs with a slip and pairs of
    syllables are looked up too; a name and key words also in titles and headings.
    """
    analyzed = weighted.analyzed
    found = _overlapping(library, "bigrams", list(weighted.pairs), KEPT_ALIKE, CAP_ALIKE)
    plain = max(found.values(), default=0.0) >= PLAIN_ENOUGH
    if not plain and len(analyzed.letters) <= LONGEST_SWAPPED:
        slipped = list({*weighted.pairs, *slips(analyzed.chunks)})
        found = _overlapping(library, "bigrams", slipped, KEPT_ALIKE, CAP_ALIKE) | found
    if _can_be_heard(analyzed) and (analyzed.typed_pinyin or not plain):
        found = _overlapping(library, "sounds", pairs(analyzed.spoken), KEPT_ALIKE, CAP_ALIKE) | found
    if weighted.units:
        forms = [form for unit in weighted.units for form in (unit.word, *unit.ways)]
        found = _overlapping(library, "bigrams", pairs(forms), KEPT_ALIKE, CAP_ALIKE) | found
    if weighted.kind in {"keywords", "name"}:
        found = _headed(library, pairs(analyzed.words)) | found
    return found


def _headed(library: Library, terms: list[str]) -> dict[int, float]:
    """Return sections ordered by the idf of the terms in their title and headings plus that of those in their text.

    云南旅游 finds a paragraph about 旅游 in a report that has 云南 in its title. Each comes with its
    share of the idf of all terms.
    """
    size = library.size()
    in_heads = _weights(library, "heads", library.frequencies("heads", terms), CAP_ALIKE)
    in_text = (
        _weights(library, "bigrams", library.frequencies("bigrams", terms), CAP_ALIKE) if in_heads else {}
    )
    whole = sum(idf(count, size) for count in library.frequencies("bigrams", terms).values()) or 1.0
    both = {at: weight + in_text.get(at, 0.0) for at, weight in in_heads.items()}
    best = sorted((-weight, at) for at, weight in both.items())[: KEPT_ALIKE // 2]
    return {at: -weight / whole for weight, at in best}


def slips(pieces: Iterable[str]) -> list[str]:
    """Return further pairs to look for, for a query with a character too many or two swapped neighbours.

    数工字 gives 数字 (工 left out), 工数 and 字工 (neighbours swapped).
    """
    skipped = (left + right for piece in pieces for left, right in zip(piece, piece[2:], strict=False))
    turned = (right + left for piece in pieces for left, right in pairwise(piece))
    return list(dict.fromkeys((*skipped, *turned)))


def _exact(library: Library, bare: str) -> list[int]:
    """Return the ids, rising, of sections that hold the whole query (`bare`: its letters and digits alone).

    Where its rarest pairs are rare, their postings are intersected and the texts are read; else the index is asked for
    the phrase. At most `EXACT` come.
    """
    counts = library.frequencies("bigrams", phrase_terms(bare))
    rarest = sorted(counts, key=lambda term: (counts[term], term))[:2]
    if len(bare) < 2 or counts[rarest[-1]] > EXACT:
        holders = set(
            find_phrase(library, "bigrams", bare) if bare and (len(bare) < 2 or counts[rarest[0]]) else []
        )
        if len(bare) <= LONGEST_PHRASE:
            return sorted(holders)
    else:
        held = (library.holding("bigrams", term, EXACT + 1) for term in rarest)
        holders = set.intersection(*map(set, held))
    return [entry.id for entry in library.entries(holders) if bare in entry.letters]


def _overlapping(
    library: Library, column: Column, terms: list[str], kept: int, cap: int = CAP
) -> dict[int, float]:
    """Return sections that share the rarest terms, at most `kept`, with the share of the terms' weight."""
    size = library.size()
    frequencies = library.frequencies(column, terms)
    shared = _weights(library, column, frequencies, cap)
    least = sorted(shared.values(), reverse=True)[kept - 1] if len(shared) > kept else 0.0
    best = sorted((-weight, section_id) for section_id, weight in shared.items() if weight >= least)[:kept]
    whole = sum(idf(frequency, size) for frequency in frequencies.values()) or 1.0
    return {section_id: -weight / whole for weight, section_id in best}


def _weights(library: Library, column: Column, frequencies: Mapping[str, int], cap: int) -> dict[int, float]:
    """Add up the rarity of the terms that sections share, rare terms first, until `cap` rows are read."""
    shared: dict[int, float] = {}
    known, size, read = shared.get, library.size(), 0
    for frequency, term in sorted((count, term) for term, count in frequencies.items() if count):
        if read and read + frequency > cap:
            break
        weight = idf(frequency, size)
        for section_id in library.holding(column, term, cap):
            shared[section_id] = known(section_id, 0.0) + weight
        read += frequency
    return shared
