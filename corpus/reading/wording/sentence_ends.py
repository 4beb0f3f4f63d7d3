"""Where sentences end, as far as reading structure needs it."""

from __future__ import annotations

import re

from corpus.text.end_marks import BROKEN, FULL, STATED
from corpus.text.quotes import PAIRS

_BROKEN = tuple(BROKEN)
_CLOSERS = "”’」』）)】]\"'"
_QUOTED = re.compile(rf"[{STATED}][”’」』\"'].{{0,30}}$")
_QUOTATION = 40
TAIL = 1_000
"""Characters of the end of a text that tell how it ends, closing marks included: it may be very long."""
_NOTE = re.compile(r"^[（(][^（()）]*[)）]。?$")
_MARKS = re.compile("[" + re.escape("".join([*PAIRS, *PAIRS.values()])) + f"{FULL}]")


def ended(text: str) -> bool:
    """Return whether a text closes like a sentence or breaks off within one; a heading does neither."""
    if text[-TAIL:].rstrip(_CLOSERS).endswith(_BROKEN) or _QUOTED.search(text[-_QUOTATION:]):
        return True
    return text.endswith(".") and not text.endswith("...")


def first_sentence(text: str) -> str:
    """Return the first sentence with the mark that ends it (。！？), the whole text where there is no other.

    A full stop inside quotation marks, brackets or 《》 ends no sentence; marks left open are ignored.
    """
    for depth_counts in (True, False):
        waiting: list[str] = []
        for mark in _MARKS.finditer(text):
            character = mark.group()
            if depth_counts and character in PAIRS:
                waiting.append(PAIRS[character])
            elif waiting and character == waiting[-1]:
                waiting.pop()
            elif character in FULL and not waiting:
                return text[: mark.end()]
    return text


def is_one(text: str) -> bool:
    """Return whether a text is a single sentence or phrase."""
    return first_sentence(text) == text


def is_note(text: str) -> bool:
    """Return whether a text is nothing but a bracketed note: （财政部负责）."""
    return _NOTE.match(text.strip()) is not None


def unspaced(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())
