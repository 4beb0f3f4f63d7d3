"""The passages of an article that initiatives are read from: its sections, their headings and its title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.vocabulary import Section


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the number of the section that it is, None for a heading or the title."""

    text: str
    section: int | None


def passages(sections: Sequence[Section], title: str) -> Iterator[Passage]:
    """Yield the title, then each heading once and each section, in reading order."""
    seen: set[tuple[str, ...]] = set()
    yield Passage(title, None)
    for section in sections:
        for depth in range(1, len(section.headings) + 1):
            path = section.headings[:depth]
            if path not in seen:
                seen.add(path)
                yield Passage(path[-1], None)
        yield Passage(section.text, section.number)
