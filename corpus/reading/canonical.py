"""The canonical text: what an outline's parts say, one line each; every quotation is a slice of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.vocabulary import Block, Outline


def compose(outline: Outline) -> str:
    """Join the printed parts by one line feed each: the file less its layout breaks and furniture."""
    return "\n".join(part.text for part in outline.parts)


def placed(outline: Outline) -> Iterator[tuple[int, Block]]:
    """Yield each part with the offset at which it starts in the canonical text."""
    start = 0
    for part in outline.parts:
        yield start, part
        start += len(part.text) + 1
