"""Short forms that a text gives itself: （以下称1+X证书制度试点） names what stands before it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.initiatives.sightings import Sighting

_SHORT = re.compile(r"（(?:以下|下)?(?:统称|简称|称)(?:为|[:：])?[“\"]?([^（）“”\"，。]{2,20})[”\"]?）")


def with_short_forms(text: str, sightings: Iterable[Sighting]) -> Iterator[Sighting]:
    """Yield the sightings of one text, those before a short form with it among their aliases."""
    given = {match.start(): match.group(1) for match in _SHORT.finditer(text)}
    for sighting in sightings:
        short = next((given[end] for end in _ends(text, sighting) if end in given), None)
        yield replace(sighting, aliases=(*sighting.aliases, short)) if short else sighting


def _ends(text: str, sighting: Sighting) -> Iterator[int]:
    """Yield where the sighting ends, closing quotation mark and tail included."""
    yield sighting.end
    for alias in sighting.aliases:
        start = text.find(alias, max(0, sighting.start - 1))
        if start >= 0:
            yield start + len(alias)
