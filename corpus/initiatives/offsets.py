"""Where folded characters stand in their source, worked out only for those that are asked for.

A map of every character costs a millisecond for 3,000 of them, as much as a message may take in all; most
characters fold to one, so it is enough to know the few that vanish or grow.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from corpus.matching.folding import plain

if TYPE_CHECKING:
    from corpus.vocabulary import Span


class _Widths(dict[str, int]):
    """How many characters each folds to; worked out when first met."""

    def __missing__(self, char: str) -> int:
        self[char] = len(plain(char))
        return self[char]


@cache
def _widths() -> _Widths:
    return _Widths()


class Offsets:
    """Maps offsets into `plain(text)` back to the text."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._widths: list[tuple[int, int]] = []
        widths = _widths()
        odd = "".join(char for char in set(text) if widths[char] != 1)
        moved = 0
        for match in re.finditer(f"[{re.escape(odd)}]", text) if odd else ():
            width = widths[match.group()]
            self._starts.append(match.start() + moved)
            self._widths.append((match.start(), width))
            moved += width - 1

    def span(self, start: int, end: int) -> Span:
        """Return where folded characters `start` to `end` (not empty) stand in the text."""
        return self._source(start), self._source(end - 1) + 1

    def _source(self, at: int) -> int:
        before = bisect_right(self._starts, at) - 1
        if before < 0:
            return at
        place, width = self._widths[before]
        inside = at - self._starts[before]
        return place if inside < width else place + 1 + inside - width
