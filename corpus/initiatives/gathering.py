"""All sightings of one article weighed together: which are names, and which are ways of writing one name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from corpus.initiatives.lists import modifiers
from corpus.text.normalize import normalize
from corpus.text.tables import lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.initiatives.sightings import Sighting

AGAIN = 2
"""Places that a phrase needs which no place alone shows to be a name."""

NESTED = 3
"""Times as often that a name must stand alone to be what a longer one that ends in it means."""
SHORTEST = 4
"""Characters of the shortest such name."""


@dataclass(slots=True)
class Gathered:
    """One initiative as it comes together: its name, and every way of writing in order of first sight."""

    name: str
    ways: list[str] = field(default_factory=list)
    known: str = ""


def gather(sightings: Iterable[Sighting]) -> list[Gathered]:
    """Return the sightings grouped by initiative, without those that never look surely like a name."""
    by_key: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        by_key.setdefault(normalize(sighting.known or sighting.name), []).append(sighting)
    kept = _without_nesting({key: group for key, group in by_key.items() if _holds(group)})
    return _joined([_together(group) for group in kept.values()])


def _without_nesting(groups: dict[str, list[Sighting]]) -> dict[str, list[Sighting]]:
    """Return the groups without the names that are another one with something before it that is no place.

    As C-value counts: what ends in a name that stands far more often alone is that name in a sentence
    (预计大湾区); a place before it makes another (上海自贸试验区).
    """
    return {
        key: group
        for key, group in groups.items()
        if not any(_outweighs(groups.get(key[at:], []), group, key[:at]) for at in range(1, len(key)))
    }


def _outweighs(short: list[Sighting], long: list[Sighting], before: str) -> bool:
    if len(short) < NESTED * len(long) or before[-1] in _JOINTS or any(sighting.known for sighting in long):
        return False
    return len(short[0].name) >= SHORTEST and not any(place in before for place in _places())


_JOINTS = "、和与及"


@cache
def _places() -> tuple[str, ...]:
    return tuple(word for line in lines("places.txt") for word in line.split())


def _holds(group: list[Sighting]) -> bool:
    return any(sighting.sure for sighting in group) or sum(sighting.again for sighting in group) >= AGAIN


def _together(group: list[Sighting]) -> Gathered:
    settled = (sighting.name for sighting in group if normalize(sighting.name) == normalize(sighting.known))
    name = next(settled, Counter(sighting.name for sighting in group).most_common(1)[0][0])
    ways = dict.fromkeys([name, *(s.name for s in group), *(alias for s in group for alias in s.aliases)])
    known = next((sighting.known for sighting in group if sighting.known), "")
    return Gathered(name, list(ways), known)


def _joined(names: list[Gathered]) -> list[Gathered]:
    """Return the names with those joined that share a spelling, or differ by a tail only (乡村振兴, 乡村振兴战略)."""
    groups: list[list[Gathered]] = [[one] for one in names]
    group_of = {id(one): group for one, group in zip(names, groups, strict=True)}
    owner: dict[str, Gathered] = {}
    for one in names:
        for way in one.ways:
            _unite(group_of, owner.setdefault(normalize(way), one), one)
    for one in names:
        for key in (left for way in one.ways for left in without_tails(normalize(way))):
            if key in owner and not (one.known and owner[key].known):
                _unite(group_of, owner[key], one)
    united = {id(group): group for group in group_of.values()}
    return [_merged(group) for group in united.values()]


def _unite(group_of: dict[int, list[Gathered]], one: Gathered, other: Gathered) -> None:
    kept, given = group_of[id(one)], group_of[id(other)]
    if kept is not given:
        kept += given
        group_of.update({id(member): kept for member in given})


def _merged(group: list[Gathered]) -> Gathered:
    """Return one initiative made of several: the name that gives another as its alias leads, else the shortest."""
    keys = {normalize(one.name) for one in group}
    lead = max(group, key=lambda one: (sum(normalize(way) in keys for way in one.ways[1:]), -len(one.name)))
    return Gathered(lead.name, list(dict.fromkeys(way for one in [lead, *group] for way in one.ways)))


def without_tails(key: str) -> tuple[str, ...]:
    """Return a folded way of writing without each tail that it ends with; 互联网+ is not 互联网+监管 without one."""
    cut = (key.removesuffix(tail).removesuffix("的") for tail in modifiers("tail") if key.endswith(tail))
    return tuple(left for left in cut if left and not left.endswith("+"))
