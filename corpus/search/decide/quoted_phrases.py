"""Whether a phrase in quotation marks stands in a text inside one sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.text.normalize import plain, skeleton

ENDS = "。.!?…"  # of a sentence, as `plain` leaves them
_ANY_MARK, _NO_END = r"[^\w+%]*", r"[^\w+%。.!?…]*"


def stands_within_sentence(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text with marks and spaces as may be, and no end of a sentence put in."""
    return re.search(_pattern(phrase), plain(text)) is not None


@lru_cache(maxsize=64)
def _pattern(phrase: str) -> str:
    """Return what finds a phrase in a plain text: between two letters other marks may stand, ends only where typed."""
    found, anything = "", ""
    for char in plain(phrase):
        if skeleton(char):
            found += (anything or _NO_END) * bool(found) + re.escape(char)
            anything = ""
        elif char in ENDS:
            anything = _ANY_MARK
    return found
