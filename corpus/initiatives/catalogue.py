"""The initiatives of the whole library: those of all articles joined, the curator's list on top."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.initiatives.gathering import without_tails
from corpus.initiatives.keys import key_of
from corpus.initiatives.lists import known
from corpus.vocabulary import Initiative, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from corpus.initiatives.curated import Curated
    from corpus.text.curated_aliases import Alias


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One initiative: its names, what the curator noted, and the rows that were read under any of them."""

    name: str
    aliases: tuple[str, ...]
    note: str
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every initiative, as of one generation; `by_key` finds one by a folded name or alias."""

    entries: tuple[CatalogueEntry, ...]
    by_key: Mapping[str, CatalogueEntry]

    @property
    def ways(self) -> dict[str, str]:
        """Every way of writing a name, and the name it stands for; a name is never another's alias."""
        ways = {alias: one.name for one in self.entries for alias in one.aliases}
        ways = {way: name for way, name in ways.items() if self.by_key[key_of(way)].name == name}
        return ways | {one.name: one.name for one in self.entries}

    @property
    def keys(self) -> dict[str, str]:
        """Every way of writing a name, and the key of the name it stands for."""
        return {way: key_of(name) for way, name in self.ways.items()}


def changed(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[list[str], set[str]]:
    """Return the ways of writing (way to key) that are new or lead to another key, and the keys that lost one."""
    came = [way for way, key in now.items() if before.get(way) != key]
    went = {key for way, key in before.items() if now.get(way) != key}
    return came, went


def join(
    found: Iterable[tuple[int, str, Sequence[str]]],
    curated: Curated | None,
    short_forms: Sequence[Alias] = (),
) -> Catalogue:
    """Return the catalogue of rows (id, name, aliases), joined by their folded names; the curator's list wins.

    `short_forms` are the curator's aliases: one that stands for a name leads to it, unless it is a name itself.

    乡村振兴战略 in one article is the 乡村振兴 of another: ways of writing a nationwide name are joined, and a
    name whose rest without its tail is a name too is joined to that.
    """
    rows: dict[str, list[int]] = defaultdict(list)
    aliases: dict[str, dict[str, None]] = defaultdict(dict)
    read_out = list(found)
    keys = {name: key_of(name) for _, name, _ in read_out}
    printed = {keys[name]: name for _, name, _ in reversed(read_out)}
    leads = _leads(set(printed))
    names: dict[str, str] = {}
    for row, name, others in read_out:
        key = leads[keys[name]]
        first = names.setdefault(key, printed[key])
        rows[key].append(row)
        aliases[key] |= {other: None for other in (name, *others) if other != first}
    for ways in known():
        lead = next((leads[key] for key in map(key_of, ways) if key in leads), "")
        if lead:
            aliases[lead] |= {way: None for way in ways if key_of(way) != lead}
    # a mention stands for each group here, so that what `combine` joins can be told afterwards
    read = tuple(Initiative(name, tuple(aliases[key]), (Mention(key, 0, 0),)) for key, name in names.items())
    if curated:
        from corpus.initiatives.curated import combine  # as above

        read = combine(read, curated)
    made = _indexed(
        CatalogueEntry(
            one.name, one.aliases, one.note, tuple(row for mark in one.mentions for row in rows[mark.code])
        )
        for one in read
    )
    return _called(made, short_forms) if short_forms else made


def _called(made: Catalogue, short_forms: Sequence[Alias]) -> Catalogue:
    """Return the catalogue with the curator's aliases for the names in it."""
    more: dict[str, dict[str, None]] = defaultdict(dict)
    for alias in short_forms:
        entry = next((made.by_key[key_of(full)] for full in alias.full if key_of(full) in made.by_key), None)
        if entry is not None and key_of(alias.short) not in made.by_key:
            more[entry.name][alias.short] = None
    return _indexed(
        replace(one, aliases=(*one.aliases, *more[one.name])) if one.name in more else one
        for one in made.entries
    )


def _leads(keys: set[str]) -> dict[str, str]:
    """Return for each key the key of the initiative that it belongs to: 乡村振兴战略 belongs to 乡村振兴.

    That is a nationwide initiative's own, else the shortest that is left without a tail, else itself.
    """
    leads = {}
    for ways in known():
        present = [key for key in map(key_of, ways) if key in keys]
        leads.update(dict.fromkeys(present, *present[:1]))
    for key in sorted(keys - leads.keys(), key=len):
        shorter = [leads[left] for left in without_tails(key) if left in leads]
        leads[key] = min(shorter, key=len, default=key)
    return leads


def _indexed(entries: Iterable[CatalogueEntry]) -> Catalogue:
    """Return entries with their index by key: a name goes before an alias, the first before a later one."""
    kept = tuple(entries)
    by_key: dict[str, CatalogueEntry] = {}
    for one in kept:
        by_key.setdefault(key_of(one.name), one)
    for one in kept:
        for alias in one.aliases:
            by_key.setdefault(key_of(alias), one)
    return Catalogue(kept, by_key)
