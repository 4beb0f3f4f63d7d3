"""The key of an initiative's name: equal for all spellings that differ by width, script, spaces or marks."""

from __future__ import annotations

from corpus.text.normalize import normalize, normalize_letters


def key_of(name: str) -> str:
    """Return what a name is looked up by: folded, without punctuation where anything else is in it."""
    return normalize_letters(name) or normalize(name)
