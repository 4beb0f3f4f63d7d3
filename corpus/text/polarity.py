"""Whether a text allows something or denies it: 可以担任, 不得担任."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from corpus.text import expressions

if TYPE_CHECKING:
    import re

Polarity = Literal["allows", "denies"]


@cache
def _pattern(rule: str) -> re.Pattern[str]:
    return expressions.pattern("polarity", rule)


def is_open(text: str) -> bool:
    """Whether a folded text asks which of the two holds: 能不能, 可以…吗."""
    return _pattern("open").search(text) is not None


def polarity(text: str) -> Polarity | None:
    """Return whether a folded text allows or denies; None for neither, for both, and for a question."""
    if is_open(text):
        return None
    rest, denied = _pattern("denies").subn(" ", text)
    allowed = _pattern("allows").search(rest) is not None
    if bool(denied) == allowed:
        return None
    return "denies" if denied else "allows"


def denied_before(text: str, at: int) -> int:
    """Return where the word begins that denies what stands at a place of a text; that place itself where none does."""
    for found in _pattern("denies").finditer(text, max(0, at - 6), at):
        if found.end() == at:
            return found.start()
    return at


def is_cut_denial(typed: str, text: str) -> bool:
    """Whether what a query allows stands in a text only behind 不: 可以停泊 in 不可以停泊."""
    if not _pattern("allows").match(typed):
        return False
    at, every = text.find(typed), []
    while at >= 0:
        every.append(at > 0 and text[at - 1] == "不")
        at = text.find(typed, at + 1)
    return bool(every) and all(every)
