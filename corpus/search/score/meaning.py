"""How much of what a query is about a section holds, in the query's words or in those of laws and policies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.text.normalize import occurrences

if TYPE_CHECKING:
    from corpus.search.library import Entry
    from corpus.search.query.meaning import Unit
    from corpus.search.query.weights import WeightedQuery

REACH = 60  # characters within which words belong together: two clauses or three
MOST_PLACES = 12  # places of one unit that are looked at
TIMES = 3  # times that a text says a thing that it is about
ALL = 0.999  # shares add up to one, less what rounding takes
NAMES = ("meant", "topic", "together", "sort_told", "told", "reworded")


def meaning(weighted: WeightedQuery, entry: Entry) -> dict[str, float]:
    """Return how a section meets the units of a query and what it asks for, by name, each 0 to 1."""
    units, text = weighted.units, entry.letters
    whole = sum(units.values())
    if not whole:
        return dict.fromkeys(NAMES, 0.0)
    held = {unit for unit in units if unit.stands_in(text)}
    headed = {unit for unit in units if unit not in held and unit.stands_in(entry.head)}
    rarest = max(units, key=lambda unit: units[unit])
    together = _together(weighted, held, text) / whole
    return {
        "meant": sum(units[unit] for unit in held | headed) / whole,
        "topic": float(rarest in held or rarest in headed),
        "together": together,
        "sort_told": float(any(one.search(text) for one in weighted.answers)),
        "told": min(TIMES, sum(map(text.count, (rarest.word, *rarest.ways)))) / TIMES,
        "reworded": float(together > ALL and any(unit.is_meant_in(text) for unit in held)),
    }


def _together(weighted: WeightedQuery, held: set[Unit], text: str) -> float:
    """Return what the units weigh that stand within REACH of one another, at the best place."""
    places = sorted(
        (at, unit.word, weighted.units[unit])
        for unit in held
        for form in (unit.word, *unit.ways)
        for at in list(occurrences(text, form))[:MOST_PLACES]
    )
    best = 0.0
    for start, (at, _, _) in enumerate(places):
        near = {word: worth for place, word, worth in places[start:] if place - at <= REACH}
        best = max(best, sum(near.values()))
    return best
