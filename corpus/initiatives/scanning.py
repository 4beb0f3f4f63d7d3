"""Scans sections for known names: rows in, rows of mentions out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.initiatives.keys import key_of
from corpus.initiatives.passing import in_passing
from corpus.initiatives.spotting import Spotter, matcher
from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.initiatives.curated import Curated

    SectionText = tuple[int, str]  # a section's id and its text


def curated_mentions(
    sections: Iterable[SectionText], curated: Curated
) -> Iterator[tuple[str, int, int, int]]:
    """Yield (name, section, start, end) for each name of the curator's list, in the order of the sections."""
    spotter = Spotter(curated.ways)
    for section, text in sections:
        for found in spotter.spot(text):
            yield found.name, section, found.start, found.end


def passing_mentions(
    sections: Iterable[SectionText], spotter: Spotter
) -> Iterator[tuple[int, int, int, str]]:
    """Yield (section, start, end, key) for each known name that a section says in passing and surely means."""
    for section, text in sections:
        for found in in_passing(text, spotter.spot(text)):
            yield section, found.start, found.end, key_of(found.name)


def containing(ways: Iterable[str], sections: Iterable[SectionText]) -> Iterator[int]:
    """Yield the ids of sections, given by their folded text without punctuation, that hold one of these names."""
    among = matcher(bare for way in ways if (bare := normalize_letters(way)))
    for section, text in sections:
        if among.find_matches_as_indexes(text):
            yield section
