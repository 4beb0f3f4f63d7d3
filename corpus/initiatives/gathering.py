"""All sightings of one article weighed together: which are names, and which are ways of writing one name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.initiatives.lists import words
from corpus.matching.folding import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.initiatives.sightings import Sighting

AGAIN = 2
"""Places that a phrase needs which no place alone shows to be a name."""


@dataclass(slots=True)
class Gathered:
    """One initiative as it comes together: its name, and every way of writing in order of first sight."""

    name: str
    ways: list[str] = field(default_factory=list)


def gather(sightings: Iterable[Sighting]) -> list[Gathered]:
    """Join the sightings of one initiative, and leave out what never looks surely like a name."""
    by_key: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        by_key.setdefault(plain(sighting.name), []).append(sighting)
    kept = {key: group for key, group in by_key.items() if any(s.sure for s in group) or len(group) >= AGAIN}
    return _joined([_together(group) for group in kept.values()])


def _together(group: list[Sighting]) -> Gathered:
    name = Counter(sighting.name for sighting in group).most_common(1)[0][0]
    ways = dict.fromkeys([name, *(s.name for s in group), *(alias for s in group for alias in s.aliases)])
    return Gathered(name, list(ways))


def _joined(names: list[Gathered]) -> list[Gathered]:
    """Join a name that is another with a tail (乡村振兴 and 乡村振兴战略) or written the same."""
    owner: dict[str, Gathered] = {}
    kept: list[Gathered] = []
    for one in sorted(names, key=lambda one: len(plain(one.name))):
        found = next((owner[key] for key in _keys(one) if key in owner), None)
        if found is None:
            kept.append(one)
            found = one
        else:
            found.ways += [way for way in one.ways if way not in found.ways]
        for way in one.ways:
            owner.setdefault(plain(way), found)
    return [one for one in names if any(one is other for other in kept)]


def _keys(one: Gathered) -> list[str]:
    """Return the folded ways of writing, and each without its tail."""
    whole = [plain(way) for way in one.ways]
    shorter = [
        key.removesuffix(tail).removesuffix("的")
        for key in whole
        for tail in words("tails.txt")
        if key.endswith(tail)
    ]
    return whole + sorted(shorter, key=len, reverse=True)
