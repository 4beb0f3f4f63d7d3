"""The functions that compute the features of a section for a query; `feature_table` says what each one means."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import partial_ratio

from corpus.search.query.analysis import LONGEST_HEARD
from corpus.search.query.references import defines, title_parts
from corpus.search.score.initials import best_initials, rareness
from corpus.search.score.meaning import meaning
from corpus.search.score.windows import best_window, bits_of, char_coverage, in_order, pinyin_coverage
from corpus.text.phonetics import sounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.search.library import Entry
    from corpus.search.query.weights import WeightedQuery

LONGEST_ALIGNED = 200  # characters: a longer query is compared by its words and pairs alone
LONGEST_TEXT = 1_200  # characters of a section, where its length counts in full
BM25_K1 = 1.2  # how fast a second and third occurrence of a term stop to count
BM25_B = 0.6  # how much the length of a text counts
USUAL_TEXT = 120  # characters of a usual section, for the same formula
BESIDE = 2  # characters beside the best window that are looked at too: where it is cut is chance
REPEALED_WORTH = 0.9  # what the title of a document says of a version of it that is not the one in force
SHORTEST_TITLE = 2  # characters of a title that a query may name
ALIGNED = (
    "edit",
    "order",
    "char_coverage",
    "char_bm25",
    "swapped",
    "sound",
    "initials",
    "initials_whole",
    "initials_rare",
)


@dataclass(frozen=True, slots=True)
class Scored:
    """An entry with its parts and what it is worth beside others."""

    entry: Entry
    parts: dict[str, float]
    score: float


def cheap_features(weighted: WeightedQuery, entry: Entry) -> dict[str, float]:
    """Return the features that cost little, by name: what the section holds of the query, and whether it is named."""
    return overlap(weighted, entry) | meaning(weighted, entry) | named_by(weighted, entry)


def overlap(weighted: WeightedQuery, entry: Entry) -> dict[str, float]:
    """Return what the section holds of the query's words and pairs, each by its idf as a share of all, 0 to 1."""
    text, worth = entry.letters, weighted.words
    whole = sum(worth.values()) or 1.0
    # a short form that no dictionary has is one word of the query, though it was cut into characters
    meant = {
        word
        for one in weighted.expansions
        if any(full in text for full in one.full)
        for word in (one.short, *one.words)
    }
    held = {word for word in worth if word in text and word not in weighted.inside_words}
    pairs = {pair: weight for pair, weight in weighted.pairs.items() if pair in text}
    headed = {word for word in worth if word not in held and word not in meant and word in entry.head}
    said = {
        word
        for word, others in weighted.synonyms.items()
        if word not in held and any(map(text.__contains__, others))
    }
    title = entry.head.partition("\n")[0]
    return {
        "exact": float(weighted.analyzed.letters in text),
        "stands": weighted.latin.may_stand(entry),
        "words": sum(worth[word] for word in held) / whole,
        "alias": sum(worth[word] for word in meant - held if word in worth) / whole,
        "synonyms": sum(worth[word] for word in said - meant) / whole,
        "head": sum(worth[word] for word in headed) / whole,
        "initiative": sum(map(text.__contains__, weighted.initiatives)) / (len(weighted.initiatives) or 1),
        "title_in_query": float(len(title) >= SHORTEST_TITLE and title in weighted.analyzed.letters),
        "pairs": sum(pairs.values()) / weighted.all_pairs,
        "bigram_bm25": _bigram_bm25(weighted, pairs, text),
        "brevity": 1 - log(1 + min(len(text), LONGEST_TEXT)) / log(1 + LONGEST_TEXT),
    }


def named_by(weighted: WeightedQuery, entry: Entry) -> dict[str, float]:
    """Return whether the section is the clause, the document or the heading that the query names, or defines a term."""
    parts, figure = title_parts(entry, weighted.analyzed.letters), weighted.analyzed.figure
    return {
        "clause": weighted.reference.sections.get(entry.id, 0.0),
        "defines": defines(entry, weighted.analyzed.defined),
        "titled": _titled(weighted, entry, parts["titled"]),
        "under": parts["under"],
        "asked": float(figure is not None and figure.may_stand(entry.letters)),
    }


def _titled(weighted: WeightedQuery, entry: Entry, same: float) -> float:
    """Return how much a section's article is the document that is named: one of its title that is repealed, less."""
    if entry.article in weighted.titled:
        return 1.0
    return same * REPEALED_WORTH if weighted.titled else same


def in_full(weighted: WeightedQuery, parts: Mapping[str, float]) -> bool:
    """Whether a section has the full form of a query that the library holds only as pieces of other words."""
    return parts["alias"] > 0 and weighted.analyzed.letters in weighted.inside_words


def _bigram_bm25(weighted: WeightedQuery, pairs: Mapping[str, float], text: str) -> float:
    """Return the BM25 of a question's pairs in a text, as a share of the most there can be, 0 to 1."""
    if weighted.kind != "question":
        return 0.0
    counted = ((weight, text.count(pair)) for pair, weight in pairs.items())
    return _saturated(counted, len(text)) / weighted.all_pairs


def _char_bm25(weighted: WeightedQuery, text: str) -> float:
    """Return the BM25 of a question's single characters in a text, as a share of the most there can be, 0 to 1.

    It finds the answer to a question in other words than the text's, which shares few pairs with it.
    """
    if weighted.kind != "question":
        return 0.0
    bits = bits_of(weighted.analyzed.letters)
    counted = ((weight, text.count(char)) for char, weight in bits.items())
    return _saturated(counted, len(text)) / (sum(bits.values()) or 1.0)


def _saturated(counted: Iterable[tuple[float, int]], length: int) -> float:
    """Return the BM25 of terms (idf, times) in a text of some length, without the factor k1 + 1."""
    norm = BM25_K1 * (1 - BM25_B + BM25_B * length / USUAL_TEXT)
    return sum(weight * times / (times + norm) for weight, times in counted)


def likely(weighted: WeightedQuery, texts: list[str]) -> list[float]:
    """Return a cheap estimate, 0 to 1, of how like the query the best window of each text is.

    It chooses the sections to align. It is 0 for a question and for pinyin: their answers need not look like the query.
    """
    bare = weighted.analyzed.letters
    if weighted.kind in {"question", "pinyin"} or len(bare) > LONGEST_ALIGNED:
        return [0.0] * len(texts)
    return [partial_ratio(bare, text) / 100 if len(text) > len(bare) else 0.0 for text in texts]


def alignment(weighted: WeightedQuery, entry: Entry) -> dict[str, float]:
    """Return how well the query aligns with the section, by characters and by sound, by name, 0 to 1."""
    analyzed, text = weighted.analyzed, entry.letters
    none = dict.fromkeys(ALIGNED, 0.0)
    if analyzed.letters in text:
        return none | {"edit": 1.0, "order": 1.0, "char_coverage": 1.0, "sound": float(bool(analyzed.spoken))}
    if not analyzed.letters or len(analyzed.letters) > LONGEST_ALIGNED or not text:
        return none
    heard = weighted.kind != "question" and len(analyzed.letters) <= LONGEST_HEARD
    heard = heard and bool(analyzed.spoken or analyzed.initials)
    spoken = sounds(text) if heard else ""
    if analyzed.typed_pinyin or analyzed.initials:
        return none | _heard_parts(weighted, text, spoken)
    likeness, (start, end) = best_window(analyzed.letters, text)
    return none | {
        "edit": likeness,
        "order": in_order(analyzed.letters, text),
        "char_bm25": _char_bm25(weighted, text),
        "char_coverage": char_coverage(analyzed.letters, text[max(0, start - BESIDE) : end + BESIDE]),
        "swapped": float(any(map(text.__contains__, weighted.swapped))),
        "sound": max((best_window(way, spoken)[0] for way in analyzed.spoken if heard), default=0.0),
    }


def _heard_parts(weighted: WeightedQuery, text: str, spoken: str) -> dict[str, float]:
    """Return the parts of a query in letters: it is compared by its syllables, or by its initials in whole words."""
    analyzed, best, parts = weighted.analyzed, 0.0, {"edit": best_window(weighted.analyzed.letters, text)[0]}
    for way in analyzed.spoken:
        likeness, (start, end) = best_window(way, spoken)
        if likeness > best:
            best = likeness
            beside = slice(max(0, start - BESIDE), end + BESIDE)
            held = pinyin_coverage(analyzed.letters, way, text[beside], spoken[beside])
            parts |= {"sound": likeness, "order": in_order(way, spoken), "char_coverage": held}
    if analyzed.initials:
        whole, _ = best_initials(analyzed.initials, text, spoken)
        rare = rareness(analyzed.initials, weighted.sections) if whole else 0.0
        parts |= {"initials": float(whole > 0), "initials_whole": whole, "initials_rare": rare}
    return parts
