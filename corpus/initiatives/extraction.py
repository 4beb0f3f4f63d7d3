"""Named-entity recognition by rules: the initiatives that one article names, read out of its text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from corpus.initiatives.branded import branded
from corpus.initiatives.coordinated import completed, listed, summed_up
from corpus.initiatives.formed import formed
from corpus.initiatives.gathering import Gathered, gather
from corpus.initiatives.lists import known
from corpus.initiatives.passages import passages
from corpus.initiatives.quoted import quoted
from corpus.initiatives.shortened import with_short_forms
from corpus.initiatives.sightings import Sighting
from corpus.initiatives.spotting import Spotter
from corpus.initiatives.subjects import subjects
from corpus.initiatives.titled import titled, topics
from corpus.initiatives.upheld import upheld
from corpus.text.script import simplified
from corpus.vocabulary import Naming, Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def extract(sections: Sequence[Section], title: str) -> tuple[Naming, ...]:
    """Return the initiatives named in an article's sections, in order of first mention.

    Headings and the title count as evidence; `occurrences` are in sections only, offsets into `section.text`.
    """
    gathered = _printed(gather(_sightings(sections, title)), "\n".join(section.text for section in sections))
    spotter = Spotter({way: one.name for one in gathered for way in one.ways})
    occurrences: dict[str, list[tuple[int, int, int]]] = {}
    for place, section in enumerate(sections, start=1):
        for spotted in spotter.spot(section.text):
            occurrences.setdefault(spotted.name, []).append((place, spotted.start, spotted.end))
    named = (
        Naming(one.name, tuple(one.ways[1:]), tuple(occurrences[one.name]))
        for one in gathered
        if one.name in occurrences
    )
    return tuple(sorted(named, key=lambda naming: naming.occurrences[0]))


def _as_printed(way: str, text: str, plain: str) -> str:
    """Return a way of writing as a text prints it, of which `plain` is the simplified form; itself if it does not."""
    at = plain.find(way)
    return text[at : at + len(way)] if at >= 0 else way


def _printed(gathered: list[Gathered], text: str) -> list[Gathered]:
    """Return the names as the article prints them, where it is in traditional script."""
    plain = simplified(text)
    if plain == text:
        return gathered
    ways = ([_as_printed(way, text, plain) for way in one.ways] for one in gathered)
    return [
        Gathered(_as_printed(one.name, text, plain), written)
        for one, written in zip(gathered, ways, strict=True)
    ]


def _sightings(sections: Sequence[Section], title: str) -> Iterator[Sighting]:
    for passage in passages(sections, title):
        text = simplified(passage)
        yield from with_short_forms(text, _in_text(text))
    texts = [simplified(section.text) for section in sections]
    headings = [simplified(heading) for heading in dict.fromkeys(h for one in sections for h in one.headings)]
    yield from topics(simplified(title), "\n".join(texts))
    yield from summed_up(texts)
    yield from subjects(simplified(title), headings, texts)


@cache
def _settled() -> Spotter:
    return Spotter({way: ways[0] for ways in known() for way in ways})


def _in_text(text: str) -> Iterator[Sighting]:
    for reader in (quoted, titled, formed, listed, completed, branded, upheld):
        yield from reader(text)
    for spotted in _settled().spot(text):
        printed = text[spotted.start : spotted.end]
        yield Sighting(printed, spotted.start, spotted.end, known=spotted.name)
