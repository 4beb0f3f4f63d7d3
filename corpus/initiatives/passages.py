"""The passages of an article that initiatives are read from: its title, headings and sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.vocabulary import Section


def passages(sections: Sequence[Section], title: str) -> Iterator[str]:
    """Yield the title, then each heading once and each section, in reading order."""
    seen: set[tuple[str, ...]] = set()
    yield title
    for section in sections:
        for depth in range(1, len(section.headings) + 1):
            path = section.headings[:depth]
            if path not in seen:
                seen.add(path)
                yield path[-1]
        yield section.text
