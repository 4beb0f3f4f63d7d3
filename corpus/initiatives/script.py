"""Reading traditional script with rules written in simplified: one character for one, so that offsets hold."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from corpus.matching.tables import traditional

if TYPE_CHECKING:
    from collections.abc import Sequence


@cache
def _table() -> dict[int, str]:
    return {ord(char): plain for char, plain in traditional().items()}


def simplified(text: str) -> str:
    """Return the text in simplified script, as long as before."""
    return text.translate(_table())


def as_printed(way: str, texts: Sequence[str]) -> str:
    """Return a way of writing as the first text that holds it prints it; itself if none does."""
    for text in texts:
        at = simplified(text).find(way)
        if at >= 0:
            return text[at : at + len(way)]
    return way
