"""The initiatives that one article names, read out of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.initiatives.formed import formed
from corpus.initiatives.gathering import gather
from corpus.initiatives.lists import known
from corpus.initiatives.places import passages
from corpus.initiatives.quoted import quoted
from corpus.initiatives.sightings import Sighting
from corpus.initiatives.spotting import Spotter
from corpus.initiatives.titled import titled
from corpus.vocabulary import Naming, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def extract(sections: Sequence[Section], title: str) -> tuple[Naming, ...]:
    """Return the initiatives named in an article's sections, in order of first mention.

    Headings and the title count as evidence; `places` are in sections only, offsets into `section.text`.
    """
    gathered = gather(_sightings(sections, title))
    spotter = Spotter({way: one.name for one in gathered for way in one.ways})
    places: dict[str, list[tuple[int, int, int]]] = {}
    for section in sections:
        for spotted in spotter.spot(section.text):
            places.setdefault(spotted.name, []).append((section.number, spotted.start, spotted.end))
    named = (
        Naming(one.name, tuple(one.ways[1:]), tuple(places[one.name]))
        for one in gathered
        if one.name in places
    )
    return tuple(sorted(named, key=lambda naming: naming.places[0]))


def _sightings(sections: Sequence[Section], title: str) -> Iterator[Sighting]:
    settled = Spotter({way: ways[0] for ways in known() for way in ways})
    for passage in passages(sections, title):
        text = passage.text
        yield from quoted(text)
        yield from titled(text)
        yield from formed(text)
        for spotted in settled.spot(text):
            yield Sighting(
                spotted.name, spotted.start, spotted.end, aliases=(text[spotted.start : spotted.end],)
            )
