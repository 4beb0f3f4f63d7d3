"""Whether a phrase in quotation marks stands in a text inside one sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.text.normalize import normalize, normalize_letters

ENDS = "。.!?…"  # of a sentence, as `normalize` leaves them
_ANY_MARK, _NO_END = r"[^\w+%]*", r"[^\w+%。.!?…]*"


def stands_within_sentence(phrase: str, text: str) -> bool:
    """Whether a phrase stands in a text with marks and spaces as may be, and no end of a sentence put in."""
    return re.search(_pattern(phrase), normalize(text)) is not None


@lru_cache(maxsize=64)
def _pattern(phrase: str) -> str:
    """Return what finds a phrase in a plain text: between two letters other marks may stand, ends only where typed."""
    found, anything = "", ""
    for char in normalize(phrase):
        if normalize_letters(char):
            found += (anything or _NO_END) * bool(found) + re.escape(char)
            anything = ""
        elif char in ENDS:
            anything = _ANY_MARK
    return found
