"""The fitted model, corpus/data/weights.tsv: what each feature is worth for the order and for the decision."""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING, cast

from corpus.text.tables import lines
from corpus.vocabulary import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.search.query.analysis import Kind
    from corpus.search.query.weights import WeightedQuery

ANSWERED = 0.5  # how sure a match must be to be an answer
ENOUGH = 60.0  # what the words held weigh together (each log of its rarity) from which more says no more
LONG_ENOUGH = 20  # characters (of pinyin: syllables) of a query from which its length says no more


@cache
def table() -> dict[tuple[str, Kind], dict[str, float]]:
    """Read the weights by use (`rank` orders sections, `sure` decides on an answer) and kind of query."""
    header, *rows = (line.split("\t") for line in lines("weights.tsv"))
    read: dict[tuple[str, Kind], dict[str, float]] = {}
    for use, part, *values, _ in rows:
        for kind, value in zip(header[2:-1], values, strict=True):
            read.setdefault((use, cast("Kind", kind)), {})[part] = float(value)
    return read


@cache
def _counting(use: str, kind: Kind) -> tuple[tuple[str, float], ...]:
    """List the parts that count at all: a rank is worked out for every candidate."""
    return tuple((part, weight) for part, weight in table()[use, kind].items() if weight)


def relevance(kind: Kind, parts: Mapping[str, float]) -> float:
    """Return the relevance by which sections are ordered, the larger the better; features not known yet count 0."""
    total = 0.0
    for part, weight in _counting("rank", kind):
        if part in parts:
            total += weight * parts[part]
    return total


def known_parts(weighted: WeightedQuery, parts: Mapping[str, float]) -> dict[str, float]:
    """Return the parts of a section with those that judge the query and the library."""
    held, analyzed = parts["words"] + parts["head"], weighted.analyzed
    length = len(analyzed.spoken[0] if analyzed.typed_pinyin else analyzed.letters)
    return {
        **parts,
        "coverage": held,
        "similarity": max(parts["edit"], parts["sound"]),
        "unknown": weighted.unknown,
        "weight": min(held * sum(weighted.words.values()), ENOUGH) / ENOUGH,
        "length": min(length, LONG_ENOUGH) / LONG_ENOUGH,
        "bias": 1.0,
    }


def confidence(weighted: WeightedQuery, parts: Mapping[str, float]) -> float:
    """Return how sure a section is an answer by the weights alone, 0 to 1; from `ANSWERED` on it is given."""
    known = known_parts(weighted, parts)
    total = sum(weight * known[part] for part, weight in table()["sure", weighted.kind].items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def explained(kind: Kind, parts: Mapping[str, float]) -> tuple[Part, ...]:
    """Return each part of a match with its weights for the order and for the decision, in the order of the table."""
    ranks, sures = table()["rank", kind], table()["sure", kind]
    names = dict.fromkeys((*ranks, *sures, *parts))
    return tuple(
        Part(name, parts[name], ranks.get(name, 0.0), sures.get(name, 0.0)) for name in names if name in parts
    )
