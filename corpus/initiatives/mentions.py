"""Mentions of initiatives in a library: whose they are, none overlapping, in order of place or by frequency."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from corpus.initiatives.keys import key_of
from corpus.text.intervals import disjoint
from corpus.vocabulary import Initiative, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.initiatives.catalogue import CatalogueEntry

Occurrence = tuple[int, int, str, int, int]
"""Where a name stands: the article's place in the library, the section's number and code, start and end."""


@dataclass(frozen=True, slots=True)
class Owners:
    """Which entry, by its place in the catalogue, a mention belongs to."""

    of_row: Mapping[int, int]  # the row of an initiative as read out of an article
    of_name: Mapping[str, int]  # the name that the curator's list gives
    of_key: Mapping[str, int]  # the key of a name said in passing; a name goes before an alias


def owners(entries: Sequence[CatalogueEntry]) -> Owners:
    """Return the entry of every row, name and key."""
    of_key = {key_of(way): at for at, one in reversed(list(enumerate(entries))) for way in one.aliases}
    return Owners(
        {row: at for at, one in enumerate(entries) for row in one.rows},
        {one.name: at for at, one in enumerate(entries)},
        of_key | {key_of(one.name): at for at, one in enumerate(entries)},
    )


def without_overlaps(found: Iterable[Occurrence]) -> list[Occurrence]:
    """Return occurrences in order; of those that overlap the longest that starts first."""
    sections = groupby(sorted(set(found)), key=lambda one: one[:3])
    return [one for _, inside in sections for one in disjoint(inside, lambda one: one[3:])]


def initiative(entry: CatalogueEntry, found: Iterable[Occurrence]) -> Initiative:
    """Return an entry with its mentions, given in order."""
    mentions = tuple(Mention(code, start, stop) for _, _, code, start, stop in found)
    return Initiative(entry.name, entry.aliases, mentions, entry.note)


def in_order_of_appearance(
    entries: Sequence[CatalogueEntry], found: Sequence[Sequence[Occurrence]]
) -> tuple[Initiative, ...]:
    """Return the entries that one article mentions, by number and start of the first mention, then by name."""
    mentioned = [(entry, places) for entry, places in zip(entries, found, strict=True) if places]
    mentioned.sort(key=lambda one: (one[1][0][1], one[1][0][3], one[0].name))
    return tuple(initiative(entry, places) for entry, places in mentioned)


def by_frequency(
    entries: Sequence[CatalogueEntry], found: Sequence[Sequence[Occurrence]]
) -> tuple[Initiative, ...]:
    """Return the entries that are mentioned, the most frequent first, then by name."""
    named = (initiative(entry, places) for entry, places in zip(entries, found, strict=True) if places)
    return tuple(sorted(named, key=lambda one: (-len(one.mentions), one.name)))
