"""Putting the lines of a block together: a space comes back only where the document itself would have one."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.reading.columns import is_han, others

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SPACE = " \u00a0\u3000\t"


class Spacing:
    """Whether a document sets a space between two kinds of characters, counted inside its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._with: Counter[tuple[str, str]] = Counter()
        self._without: Counter[tuple[str, str]] = Counter()
        for line in lines:
            self._count(line)

    def _count(self, line: str) -> None:
        # between two Chinese characters there is nothing to count, and most characters are
        places = (place for start, end in others(line) for place in range(start, end + 1))
        for place in places:
            if not 0 < place < len(line) or line[place] in _SPACE:
                continue
            before, after = line[place - 1], line[place]
            spaced = before in _SPACE and place > 1
            votes = self._with if spaced else self._without
            for pair in _pairs(line[place - 2] if spaced else before, after):
                votes[pair] += 1

    def between(self, before: str, after: str) -> str:
        """Return the space, or nothing, that belongs between a line's last character and the next's first."""
        kinds = _kind(before), _kind(after)
        if kinds == ("han", "han"):
            return ""
        for pair in _pairs(before, after):
            yes, no = self._with[pair], self._without[pair]
            if kinds != ("latin", "latin") and yes + no > 0:
                return " " if yes > no else ""
        return " " if _words(before, after) else ""


def _words(before: str, after: str) -> bool:
    """Tell whether two characters end and begin words that Latin writing parts by a space."""
    return bool(re.match(r"[A-Za-z0-9,.;:!?)\]\"'%]", before)) and bool(
        re.match(r"[A-Za-z0-9(\[\"'#@&$]", after)
    )


@lru_cache(maxsize=4_096)
def _pairs(before: str, after: str) -> Sequence[tuple[str, str]]:
    kinds = _kind(before), _kind(after)
    return tuple(dict.fromkeys([(before, kinds[1]), (kinds[0], after), kinds]))


def _kind(character: str) -> str:
    if is_han(character):
        return "han"
    if (character.isascii() and character.isalnum()) or character.isalpha():
        return "latin"
    return character


def join(lines: Sequence[str], spacing: Spacing) -> str:
    """Join the lines of one block; no character but a space is ever added, none is taken away."""
    return joined(lines, spacing)[0]


def joined(lines: Sequence[str], spacing: Spacing) -> tuple[str, tuple[int, ...]]:
    """Join the lines of one block, and say at which offsets all lines but the last end."""
    parts, ends, length = [lines[0]], [], len(lines[0])
    for before, line in pairwise(lines):
        ends.append(length)
        parts.append(spacing.between(before[-1], line[0]) + line)
        length += len(parts[-1])
    return "".join(parts), tuple(ends)
