"""Reading traditional script with rules written in simplified: one character for one, so that offsets hold."""

from __future__ import annotations

from functools import cache

from corpus.radicals import table
from corpus.text.tables import traditional


@cache
def _table() -> dict[int, str]:
    simple = {ord(char): plain for char, plain in traditional().items()}
    return {code: char.translate(simple) for code, char in table().items()} | simple


def simplified(text: str) -> str:
    """Return the text in simplified script and without radicals, as long as before."""
    return text.translate(_table())
