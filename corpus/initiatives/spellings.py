"""Ways of writing watched names, and which of them a text says, whether or not it shows them to be names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol

from corpus.initiatives.gathering import without_tails
from corpus.initiatives.keys import key_of
from corpus.text.normalize import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from corpus.initiatives.curated import Curated


class NamesByKey(Protocol):
    """Reads the initiatives of the articles by a key."""

    def __call__(self, key: str, *, as_name: bool) -> Iterable[str]:
        """Return name and aliases of each initiative with this key; with `as_name` only if it is its name's."""
        ...


def spellings(watched: Mapping[str, str], read: NamesByKey, curated: Curated | None) -> dict[str, set[str]]:
    """Return every way, folded, of writing the watched names (key to name) with the keys it stands for.

    A name counts with and without its tail (乡村振兴战略), where that is a name of its own.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for key, name in watched.items():
        for way in (name, *_spellings(key, read, curated)):
            found[normalize(way)].add(key)
    return dict(found)


def _spellings(key: str, read: NamesByKey, curated: Curated | None) -> Iterator[str]:
    """Yield names and aliases of the initiatives that a key stands for, as read and as curated."""
    yield from read(key, as_name=False)
    for short in without_tails(key):
        yield from read(short, as_name=True)
    if curated:
        names = {name for way, name in curated.ways.items() if key_of(way) == key}
        yield from (way for way, name in curated.ways.items() if name in names)


def said(texts: Iterable[str], ways: Mapping[str, set[str]], names: Iterable[str]) -> set[str]:
    """Return the keys of the watched names, by their `ways` of writing, that stand in the texts of an article.

    The article's own `names` are looked for too: a name inside a longer one belongs to the longer one.
    """
    from corpus.initiatives.spotting import Spotter  # what only asks for spellings does without the matcher

    spotter = Spotter({name: normalize(name) for name in names} | {way: way for way in ways})
    seen = {spotted.name for text in texts for spotted in spotter.spot(text)}
    return {key for way in seen for key in ways.get(way, ())}
