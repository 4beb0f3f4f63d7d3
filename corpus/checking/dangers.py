"""What is dangerous in the differences between a quotation and its source: the flags of the contract."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpus.checking.numbers import NUMBER, worth
from corpus.text.expressions import any_of, expressions, pattern, written
from corpus.text.tables import words

if TYPE_CHECKING:
    from corpus.checking.alignment import Edit
    from corpus.vocabulary import Span

_RULES = ("negation", "modality", "strength", "entity")
_SPLIT = re.compile(r"[、,;]|以及|和|与|及|或者?")
_LIMIT = re.compile(
    rf"[,;:。]?{any_of('checking', 'contrast')}|{any_of('checking', 'back')}|{any_of('checking', 'in gap')}"
)
_UNIT = re.compile(any_of("checking", "unit"))


@cache
def _pattern(rule: str) -> re.Pattern[str]:
    if rule != "entity":
        return pattern("checking", rule)
    places = "|".join(sorted(words("places.txt"), key=len, reverse=True))
    return re.compile(f"{any_of('checking', rule)}|{places}")


@cache
def _opposites() -> tuple[re.Pattern[str], ...]:
    rows = (one for one in expressions("checking") if "opposite" in one.rules)
    return tuple(re.compile(written("checking", one)) for one in rows)


def dangers(quote: str, source: str, edits: list[Edit]) -> tuple[str, ...]:
    """Return the danger flags of the differences between two folded texts."""
    if not edits:
        return ()
    if _reordered(quote, source, edits):
        return ("order",)
    found: set[str] = {"limit"} if _limit_left_out(quote, source, edits) else set()
    for edit in edits:
        found |= _of(quote, source, edit)
    return tuple(sorted(found))


def _of(quote: str, source: str, edit: Edit) -> set[str]:
    """Return the flags of one difference."""
    found = _numbers(quote, source, edit)
    for rule in _RULES:
        asked = _pattern(rule)
        if _touched(asked, quote, edit.quote) != _touched(asked, source, edit.source):
            found.add(rule)
    for asked in _opposites():
        ours, theirs = _touched(asked, quote, edit.quote), _touched(asked, source, edit.source)
        if ours and theirs and not set(ours) & set(theirs):
            found.add("negation")
    return found


def _limit_left_out(quote: str, source: str, edits: list[Edit]) -> bool:
    """Return whether a limit of the source, that a difference touches, stands nowhere in the quotation."""
    return any(
        one.start() < edit.source[1] and edit.source[0] < one.end() and one[0] not in quote
        for one in _LIMIT.finditer(source)
        for edit in edits
    )


def _touched(asked: re.Pattern[str], text: str, span: Span) -> list[str]:
    """Return the words that a difference touches, in order: those it overlaps, or breaks in two."""
    start, end = span
    left, right = max(0, start - 10), end + 10
    found = asked.finditer(text, left, min(len(text), right))
    return sorted(
        one[0]
        for one in found
        if (one.start() < end and start < one.end()) or (start == end and one.start() < start < one.end())
    )


def _numbers(quote: str, source: str, edit: Edit) -> set[str]:
    ours, theirs = _number_at(quote, edit.quote), _number_at(source, edit.source)
    if ours == theirs:
        return {"number"} if _units_differ(quote, source, edit) else set()
    if ours and theirs and len(ours) == len(theirs):
        pairs = [(worth(one), worth(other)) for one, other in zip(ours, theirs, strict=True)]
        if all(one is not None and one == other for one, other in pairs):
            return {"number_style"}
    return {"number"}


def _number_at(text: str, span: Span) -> list[str]:
    start, end = span
    left = max(0, start - 24)
    return [
        one[0]
        for one in NUMBER.finditer(text, left, min(len(text), end + 24))
        if (one.start() < end and start < one.end()) or (start == end and one.start() <= start <= one.end())
    ]


def _units_differ(quote: str, source: str, edit: Edit) -> bool:
    """Return whether the difference stands in the unit right behind a number that is the same."""
    for found in NUMBER.finditer(source, max(0, edit.source[0] - 12), edit.source[1] + 1):
        behind = found.end()
        if not behind <= edit.source[0] <= behind + 4:
            continue
        shift = edit.quote[0] - edit.source[0]
        ours, theirs = _UNIT.match(quote, behind + shift), _UNIT.match(source, behind)
        reaches = (theirs and edit.source[0] < theirs.end()) or (ours and edit.quote[0] < ours.end())
        if ours and theirs and reaches and ours[0] != theirs[0]:
            return True
    return False


def _reordered(quote: str, source: str, edits: list[Edit]) -> bool:
    """Return whether the differences only put the items of a list into another order."""
    start, end = edits[0].quote[0], edits[-1].quote[1]
    first, last = edits[0].source[0], edits[-1].source[1]
    while start > 0 and first > 0 and not _SPLIT.fullmatch(quote[start - 1]):
        start, first = start - 1, first - 1
    while end < len(quote) and last < len(source) and not _SPLIT.fullmatch(quote[end]):
        end, last = end + 1, last + 1
    ours, theirs = quote[start:end], source[first:last]
    if sorted(ours) != sorted(theirs):
        return False
    return _items(ours, theirs)


def _items(ours: str, theirs: str) -> bool:
    """Return whether two texts hold the same items, of two characters at least, in different order."""
    one, other = _SPLIT.split(ours), _SPLIT.split(theirs)
    if len(one) > 1 and sorted(one) == sorted(other):
        return True
    return _swapped(ours, theirs)


def _swapped(ours: str, theirs: str) -> bool:
    """Return whether one text is the other with two stretches, each of two characters or more, changed over."""
    same = next((at for at, (one, other) in enumerate(zip(ours, theirs, strict=True)) if one != other), 0)
    ours, theirs = ours[same:], theirs[same:]
    while ours and ours[-1] == theirs[-1]:
        ours, theirs = ours[:-1], theirs[:-1]
    for cut in range(2, len(ours) - 1):
        for joint in range(min(4, len(ours) - cut - 1)):
            left, middle, right = ours[:cut], ours[cut : cut + joint], ours[cut + joint :]
            if len(right) > 1 and right + middle + left == theirs:
                return True
    return False
