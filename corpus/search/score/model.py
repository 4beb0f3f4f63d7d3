"""What each part of a score is worth: corpus/data/weights.tsv, fitted by bench/fit_search.py."""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING, cast

from corpus.search.query.latin import WHOLE
from corpus.text.tables import lines
from corpus.vocabulary import Part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.search.query.analysis import Kind
    from corpus.search.query.weights import Weighed
    from corpus.vocabulary import Rule

ANSWERED = 0.5  # how sure a match must be to be an answer
SURE: Mapping[Rule, float] = {
    "clause": 0.99,  # the clause of the law that the query names
    "titled": 0.99,  # the article that it names
    "stands": 0.97,  # Latin words and numbers stand as typed, whatever kind of query they are taken for
    "under": 0.9,  # a title or heading holds the whole query
    "defines": 0.9,  # says what the term means that a question asks for
    "apart": 0.75,  # the same, each by itself or with other marks between
    "covered": 0.6,  # each word stands in the section, one at least by its full form or in title or headings
    "weights": 0.0,  # no rule: the weights decide alone
}
ALL_TOLD = 0.999  # shares add up to one, less what rounding takes
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


def rank(kind: Kind, parts: Mapping[str, float]) -> float:
    """Return what a section is worth beside others; parts that are not known yet count nothing."""
    total = 0.0
    for part, weight in _counting("rank", kind):
        if part in parts:
            total += weight * parts[part]
    return total


def rule_of(weighed: Weighed, parts: Mapping[str, float]) -> Rule:
    """Return the rule by which a section is an answer for what it is called, whatever else; weights for none.

    These are rules and not fitted: the DEV half asks for no title, heading or clause.
    """
    if parts["clause"] or parts["titled"]:
        return "clause" if parts["clause"] else "titled"
    if parts["stands"] == WHOLE:
        return "stands"
    if parts["under"] or parts["defines"]:
        return "under" if parts["under"] else "defines"
    if parts["stands"]:
        return "apart"
    return "covered" if (parts["head"] or parts["alias"]) and covered(weighed, parts) else "weights"


def covered(weighed: Weighed, parts: Mapping[str, float]) -> bool:
    """Whether each of several words stands in the section, itself or by its full form, its headings or its title."""
    if weighed.kind not in {"name", "keywords"} or len(weighed.words) < 2:
        return False
    return parts["words"] + parts["head"] + parts["alias"] > ALL_TOLD


def known_parts(weighed: Weighed, parts: Mapping[str, float]) -> dict[str, float]:
    """Return the parts of a section with those that judge the query and the library."""
    held, asked = parts["words"] + parts["head"], weighed.asked
    length = len(asked.spoken[0] if asked.typed_pinyin else asked.bare)
    return {
        **parts,
        "held": held,
        "like": max(parts["edit"], parts["sound"]),
        "unknown": weighed.unknown,
        "weight": min(held * sum(weighed.words.values()), ENOUGH) / ENOUGH,
        "length": min(length, LONG_ENOUGH) / LONG_ENOUGH,
        "always": 1.0,
    }


def sure(weighed: Weighed, parts: Mapping[str, float]) -> float:
    """Return how sure a section is an answer, 0 to 1; from 0.5 on it is given."""
    known = known_parts(weighed, parts)
    total = sum(weight * known[part] for part, weight in table()["sure", weighed.kind].items())
    return max(SURE[rule_of(weighed, parts)], 1 / (1 + exp(-max(-30.0, min(30.0, total)))))


def explained(kind: Kind, parts: Mapping[str, float]) -> tuple[Part, ...]:
    """Return each part of a match with its weights for the order and for the decision, in the order of the table."""
    ranks, sures = table()["rank", kind], table()["sure", kind]
    names = dict.fromkeys((*ranks, *sures, *parts))
    return tuple(
        Part(name, parts[name], ranks.get(name, 0.0), sures.get(name, 0.0)) for name in names if name in parts
    )
