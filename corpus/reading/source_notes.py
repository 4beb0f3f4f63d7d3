"""Source notes (校注): flaws of the printed text, listed beside it with offsets; the text itself stays as it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.radicals import RADICAL, unified
from corpus.reading.layout.columns import is_ideograph
from corpus.text.clause_references import is_division_number
from corpus.text.end_marks import CLOSING, FULL

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["displaced quote", "unbalanced quote", "stray space", "doubled sentence", "radical"]

_OPEN, _CLOSE = "“‘", "”’"
_SPACE = re.compile(r"(?<=\S)[ \u00a0\u3000]+(?=\S)")
_SENTENCE = re.compile(rf"[^{FULL}\n]++([{FULL}][{CLOSING}]*+)?")
"""A sentence, or what is left of a line without an end: it is taken whole, and not tried from each character."""
_LONG = 12
"""Characters from which a sentence that stands twice is worth a note."""


@dataclass(frozen=True, slots=True)
class Note:
    """One flaw: its kind, where it stands in the canonical text, the text there, and what is wrong in words."""

    kind: Kind
    start: int
    end: int
    text: str
    says: str


def notes(text: str) -> tuple[Note, ...]:
    """Return the flaws of a canonical text in the order in which they stand."""
    found = [*_quotes(text), *_spaces(text), *_doubled(text), *_radicals(text)]
    return tuple(sorted(found, key=lambda note: (note.start, note.end, note.kind)))


def _quotes(text: str) -> Iterator[Note]:
    """Yield the quotation marks of each paragraph that do not open, then close, and hold whole words."""
    start = 0
    for paragraph in text.split("\n"):
        for opening, closing in zip(_OPEN, _CLOSE, strict=True):
            yield from _pairs(paragraph, start, opening, closing)
        start += len(paragraph) + 1


def _pairs(paragraph: str, start: int, opening: str, closing: str) -> Iterator[Note]:
    waiting: int | None = None
    for place, character in enumerate(paragraph):
        if character == opening:
            if waiting is not None:
                yield _quote(paragraph, start, waiting, f"{opening} opens again before it is closed")
            waiting = place
        elif character == closing and not _is_apostrophe(paragraph, place):
            if waiting is None:
                yield _quote(paragraph, start, place, f"{closing} closes what nothing opened")
            elif paragraph[waiting + 1 : waiting + 2] in {"、", "，", "。", "；", closing}:
                yield _quote(paragraph, start, waiting, "the quotation begins with a mark", place + 1)
            waiting = None
    if waiting is not None:
        says = f"{opening} is never closed in this paragraph"
        yield Note("unbalanced quote", start + waiting, start + waiting + 1, opening, says)


def _quote(paragraph: str, start: int, place: int, says: str, end: int | None = None) -> Note:
    last = place + 1 if end is None else end
    return Note("displaced quote", start + place, start + last, paragraph[place:last], says)


def _is_apostrophe(paragraph: str, place: int) -> bool:
    return paragraph[place] == "’" and paragraph[place - 1 : place].isascii() and place > 0


def _spaces(text: str) -> Iterator[Note]:
    """Yield the spaces between two Chinese characters, or on one side only of a number (过去 40年)."""
    for match in _SPACE.finditer(text):
        before, after = text[match.start() - 1], text[match.end()]
        if is_ideograph(before) and is_ideograph(after) and not _parts_a_heading(text, match.start()):
            says = "a space between two Chinese characters"
        elif _one_sided(text, match.start(), match.end()):
            says = "a space on one side of a number or word, none on the other"
        else:
            continue
        yield Note("stray space", match.start(), match.end(), match.group(), says)


def _parts_a_heading(text: str, place: int) -> bool:
    """Return whether a space follows the number that opens a line: 第一条 为了."""
    return is_division_number(text[text.rfind("\n", 0, place) + 1 : place])


def _one_sided(text: str, start: int, end: int) -> bool:
    if is_ideograph(text[start - 1]) and text[end].isascii() and text[end].isalnum():
        run = re.match(r"[0-9A-Za-z.%+-]+", text[end:])
        return run is not None and is_ideograph(text[end + run.end() : end + run.end() + 1] or "a")
    return False


def _radicals(text: str) -> Iterator[Note]:
    """Yield the radicals that stand for whole characters: copied from a PDF, most likely."""
    for match in RADICAL.finditer(text):
        ideograph = unified(match.group())
        if ideograph != match.group():
            says = f"U+{ord(match.group()):04X}, a radical that prints as {ideograph}"
            yield Note("radical", match.start(), match.end(), match.group(), says)


def _doubled(text: str) -> Iterator[Note]:
    """Yield the long sentences that stand twice in the text."""
    seen: dict[str, int] = {}
    for match in _SENTENCE.finditer(text):
        if match[1] is None:
            continue
        sentence = match.group().strip()
        start = match.start() + match.group().index(sentence)
        if len(sentence) < _LONG:
            continue
        if sentence in seen:
            says = f"the same sentence stands at {seen[sentence]}"
            yield Note("doubled sentence", start, start + len(sentence), sentence, says)
        seen.setdefault(sentence, start)
