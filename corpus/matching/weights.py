"""What each part of a score is worth: corpus/data/weights.tsv, fitted by bench/fit_search.py."""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING, cast

from corpus.matching.tables import lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.matching.asked import Kind
    from corpus.matching.weighing import Weighed

CALLED = 0.99  # the clause of the law, or the article, that the query names
UNDER = 0.9  # a title or heading holds the whole query
DEFINES = 0.9  # says what the term means that a question asks for
COVERED = 0.6  # each word of the query stands in the section or, one at least, in its title or headings
ALL_TOLD = 0.999  # shares add up to one, less what rounding takes
LONG_ENOUGH = 20  # characters of a query from which its length says no more


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


def certain(weighed: Weighed, parts: Mapping[str, float]) -> float:
    """Return how sure a section is an answer by what it is called, whatever else: 0 where it is called otherwise.

    These are rules and not fitted: the DEV half asks for no title, heading or clause.
    """
    if parts["clause"] or parts["titled"]:
        return CALLED
    if parts["under"]:
        return UNDER
    if parts["defines"]:
        return DEFINES
    return COVERED if parts["head"] and covered(weighed, parts) else 0.0


def covered(weighed: Weighed, parts: Mapping[str, float]) -> bool:
    """Whether each of several words stands in the section, its headings or its title."""
    if weighed.kind not in {"name", "keywords"} or len(weighed.words) < 2:
        return False
    return parts["words"] + parts["head"] + parts["alias"] > ALL_TOLD


def sure(weighed: Weighed, parts: Mapping[str, float]) -> float:
    """Return how sure a section is an answer, 0 to 1; from 0.5 on it is given."""
    known = {
        **parts,
        "like": max(parts["edit"], parts["sound"]),
        "unknown": weighed.unknown,
        "length": min(len(weighed.asked.bare), LONG_ENOUGH) / LONG_ENOUGH,
        "always": 1.0,
    }
    total = sum(weight * known[part] for part, weight in table()["sure", weighed.kind].items())
    return max(certain(weighed, parts), 1 / (1 + exp(-max(-30.0, min(30.0, total)))))
