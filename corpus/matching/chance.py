"""Whether a name of three characters only seems to stand in a text: its characters are cut out of other words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.matching.words import is_common_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corpus.matching.weighing import Weighed

SHORT = 3  # characters of a name: with one of them wrong, two in a row stand in many texts by chance
# what shows that a section is meant, however the characters stand
_MEANT = ("exact", "alias", "head", "clause", "titled", "under", "defines", "swapped", "initials")


def is_by_chance(weighed: Weighed, parts: Mapping[str, float], text: str) -> bool:
    """Whether a short name stands in a folded text with one slip, but each time as pieces of other words.

    A name that was mistyped stands there as whole words: 廉组房 is 廉租房; 放管服 is no 放管理 of 投放管理.
    """
    bare = weighed.asked.bare
    if weighed.kind != "name" or len(bare) != SHORT or any(parts[name] for name in _MEANT):
        return False
    if parts["sound"] == 1 or parts["order"] == 1:  # 地方债 is what 地方政府债务 may be shortened to
        return False
    found = [_is_cut(text, start, end) for start, end in _slipped(bare, text)]
    return bool(found) and all(found)


def _slipped(bare: str, text: str) -> Iterator[tuple[int, int]]:
    """Give where a name stands with one character wrong, or with one between two of its own left out."""
    for pattern in _patterns(bare):
        yield from (found.span(1) for found in pattern.finditer(text))


@lru_cache(maxsize=64)
def _patterns(bare: str) -> tuple[re.Pattern[str], ...]:
    first, second, third = map(re.escape, bare)
    ways = (f".{second}{third}", f"{first}.{third}", f"{first}{second}.", f"{first}.{second}{third}")
    return tuple(re.compile(f"(?=({way}))") for way in (*ways, f"{first}{second}.{third}"))


def _is_cut(text: str, start: int, end: int) -> bool:
    """Whether a stretch begins or ends inside a word, as its neighbours tell."""
    return is_common_word(text[max(0, start - 1) : start + 1]) or is_common_word(text[end - 1 : end + 1])
