"""Where folded characters stand in their source, worked out only for those that are asked for.

A map of every character costs a millisecond for 3,000 of them, as much as a message may take in all; most
characters fold to one, so it is enough to know the few that vanish or grow.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from corpus.text.normalize import plain

if TYPE_CHECKING:
    from corpus.vocabulary import Span


_even: set[str] = set()
"""Characters met so far that fold to one; a set leaves them out of a text's characters in no time."""


@cache
def _width(char: str) -> int:
    """Tell how many characters one folds to."""
    return len(plain(char))


def _odd(text: str) -> str:
    """Return the characters of a text that fold to none or to several."""
    new = set(text) - _even
    odd = {char for char in new if _width(char) != 1}
    _even.update(new - odd)
    return "".join(sorted(odd))


class Offsets:
    """Maps offsets into `plain(text)` back to the text."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._widths: list[tuple[int, int]] = []
        odd = _odd(text)
        moved = 0
        for match in re.finditer(f"[{re.escape(odd)}]", text) if odd else ():
            width = _width(match.group())
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
