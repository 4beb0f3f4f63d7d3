"""The phonetic layer: one symbol a syllable, whatever the tone; letters and digits stand for themselves."""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from corpus.text import tables


@cache
def _phrases() -> tuple[ahocorasick_rs.AhoCorasick, tuple[str, ...]]:
    """Build the matcher of phrases with a reading of their own, and list those readings."""
    pairs = tables.readings()
    matcher = ahocorasick_rs.AhoCorasick(
        list(pairs), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, store_patterns=False
    )
    return matcher, tuple(pairs.values())


def sounds(bare: str) -> str:
    """Spell a folded text in symbols; the result is as long as the text, so that places agree."""
    spoken = bare.translate(tables.symbols())
    matcher, special = _phrases()
    found = matcher.find_matches_as_indexes(bare)
    if not found:
        return spoken
    pieces: list[str] = []
    last = 0
    for which, start, end in found:
        pieces += (spoken[last:start], special[which])
        last = end
    pieces.append(spoken[last:])
    return "".join(pieces)


def initials(spoken: str) -> str:
    """Return the first letter of every syllable of a text spelt by `sounds`; other characters stay."""
    return spoken.translate(tables.initials())
