"""Where sentences end, as far as reading structure needs it."""

from __future__ import annotations

import re

_MARKED = tuple("。！!；;，,、：:")
_CLOSERS = "”’」』）)】]\"'"
_QUOTED = re.compile(r"[。！!][”’」』\"'].{0,30}$")
_QUOTATION = 40
TAIL = 1_000
"""Characters of the end of a text that tell how it ends, closing marks included: it may be very long."""
_NOTE = re.compile(r"^[（(][^（()）]*[)）]。?$")
_PAIRS = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "（": "）",
    "(": ")",
    "「": "」",
    "『": "』",
    "〈": "〉",
    "【": "】",
}

_MARKS = re.compile("[" + re.escape("".join([*_PAIRS, *_PAIRS.values()])) + "。！？]")


def ended(text: str) -> bool:
    """Return whether a text closes like a sentence or breaks off within one; a heading does neither."""
    if text[-TAIL:].rstrip(_CLOSERS).endswith(_MARKED) or _QUOTED.search(text[-_QUOTATION:]):
        return True
    return text.endswith(".") and not text.endswith("...")


def first(text: str) -> str:
    """Return the first sentence with its full stop, the whole text where there is no other.

    A full stop inside quotation marks, brackets or 《》 ends no sentence; marks left open are ignored.
    """
    for depth_counts in (True, False):
        waiting: list[str] = []
        for mark in _MARKS.finditer(text):
            character = mark.group()
            if depth_counts and character in _PAIRS:
                waiting.append(_PAIRS[character])
            elif waiting and character == waiting[-1]:
                waiting.pop()
            elif character in "。！？" and not waiting:
                return text[: mark.end()]
    return text


def is_one(text: str) -> bool:
    """Return whether a text is a single sentence or phrase."""
    return first(text) == text


def is_note(text: str) -> bool:
    """Return whether a text is nothing but a bracketed note: （财政部负责）."""
    return _NOTE.match(text.strip()) is not None


def unspaced(text: str) -> str:
    """Return a text without white space."""
    return "".join(text.split())
