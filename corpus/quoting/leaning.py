"""Tells sentences that lean on their neighbours or point outside themselves, by the rows of data/leaning.tsv."""

from __future__ import annotations

import re

from corpus.text.expressions import any_of, pattern

LEANING = re.compile(
    f"[“‘「『《]?(?:{any_of('leaning', 'leans')}|{any_of('limits', 'contrast')})|{any_of('leaning', 'counts')}"
)
"""The opening of a sentence that needs the one before it."""

ITEM = pattern("leaning", "item")
"""The opening of a later item of a list."""

LIMITING = pattern("limits", "after")
"""The opening of a sentence that limits the one before it."""

OUTSIDE = pattern("leaning", "outside")
"""A reference to what stands outside the sentence."""

NEAR = 12  # characters of an opening, or its first clause: what a later word points at may stand before it
_CLAUSE = re.compile(r"[^，。；：！？]*")
_POINTING = pattern("leaning", "points")
_SUBJECT = pattern("leaning", "subject")
_OWN = pattern("leaning", "own")


def points_back(text: str) -> bool:
    """Return whether the opening points at something before the text, or the text at its own document."""
    clause = _CLAUSE.match(text)
    opening = text[: max(NEAR, clause.end() if clause else 0)]
    return bool(_POINTING.search(opening) or _SUBJECT.match(text) or _OWN.search(text))
