"""A curator's own list of initiatives (TOML): adds, merges, annotates, hides, and wins."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.text.normalize import normalize
from corpus.vocabulary import Initiative

if TYPE_CHECKING:
    from collections.abc import Iterable

EXAMPLE = '[[initiative]] with name = "数字工匠", or hide = ["…"]'
_KEYS = {"name": str, "aliases": list, "note": str}


@dataclass(frozen=True, slots=True)
class Curated:
    """What a curator has written: initiatives without mentions, and the folded names to be hidden."""

    initiatives: tuple[Initiative, ...] = ()
    hidden: frozenset[str] = frozenset()

    @property
    def ways(self) -> dict[str, str]:
        """Every way of writing and the name it stands for, as a Spotter takes them."""
        return {way: one.name for one in self.initiatives for way in (one.name, *one.aliases)}


def load(text: str) -> Curated:
    """Return a curator's list as read from TOML; a fault in it raises ReadingError with one line that names it."""
    try:
        table = tomllib.loads(text)
    except RecursionError as error:
        raise _fault("is nested too deep") from error
    except ValueError as error:  # TOMLDecodeError is one, and so is what a number of too many digits raises
        raise _fault(f"is no TOML: {error}") from error
    strange = sorted(set(table) - {"initiative", "hide"})
    if strange:
        raise _fault(f"has an unknown key {strange[0]!r}")
    hidden = _strings(table.get("hide", []), "hide")
    entries = table.get("initiative", [])
    if not isinstance(entries, list):
        raise _fault("needs double brackets for each initiative")
    made = tuple(_initiative(entry, number) for number, entry in enumerate(entries, start=1))
    _check_once(made)
    return Curated(made, frozenset(map(normalize, hidden)))


def combine(read: Iterable[Initiative], curated: Curated) -> tuple[Initiative, ...]:
    """Return the initiatives of several articles joined by their folded names; the curator's list wins.

    An entry takes in all that was read under its name or one of its aliases; a hidden name goes with its
    mentions. The order is that of first appearance, the curator's unread ones last.
    """
    lead = {normalize(way): name for way, name in curated.ways.items()}
    joined: dict[str, Initiative] = {}
    own = {normalize(one.name): one for one in curated.initiatives}
    for one in read:
        name = next(
            (lead[normalize(way)] for way in (one.name, *one.aliases) if normalize(way) in lead), one.name
        )
        held = joined.get(normalize(name)) or own.get(normalize(name))
        joined[normalize(name)] = _taken_in(held, one) if held else one
    unread = {key: one for key, one in own.items() if key not in joined}
    return tuple(one for key, one in (joined | unread).items() if key not in curated.hidden)


def _taken_in(held: Initiative, one: Initiative) -> Initiative:
    ways = dict.fromkeys((*held.aliases, one.name, *one.aliases))
    aliases = tuple(way for way in ways if way != held.name)
    mentions = tuple(dict.fromkeys((*held.mentions, *one.mentions)))
    return replace(held, aliases=aliases, mentions=mentions)


def _initiative(entry: object, number: int) -> Initiative:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str) or not normalize(entry["name"]):
        raise _fault(f"has no name for initiative {number}")
    for key, value in entry.items():
        if key not in _KEYS:
            raise _fault(f"has an unknown key {key!r} at {entry['name']}")
        if not isinstance(value, _KEYS[key]):
            raise _fault(f"wants {key} of {entry['name']} to be a {_KEYS[key].__name__}")
    return Initiative(
        entry["name"], _strings(entry.get("aliases", []), "aliases"), note=entry.get("note", "")
    )


def _strings(value: object, key: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) and normalize(one) for one in value):
        raise _fault(f"wants {key} to be a list of names")
    return tuple(value)


def _check_once(initiatives: tuple[Initiative, ...]) -> None:
    owner: dict[str, str] = {}
    for one in initiatives:
        for way in {normalize(way) for way in (one.name, *one.aliases)}:
            if owner.setdefault(way, one.name) != one.name:
                raise _fault(f"gives {way!r} to both {owner[way]} and {one.name}")


def _fault(what: str) -> ReadingError:
    return ReadingError(f"the list of initiatives {' '.join(what.split())}", next_step=f"write {EXAMPLE}")
