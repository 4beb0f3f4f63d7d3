"""Scans sections for known names: rows in, rows of mentions out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.initiatives.spotting import Spotter

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
