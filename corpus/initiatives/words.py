"""Cutting a stretch of text into words, by the tokenizer that matching shares with us."""

from __future__ import annotations

from corpus.matching.words import cut_words


def cut(text: str) -> list[str]:
    """Cut a text into dictionary words; joined they are the text. New words come out as single characters."""
    return cut_words(text)


def is_word(text: str) -> bool:
    """Tell whether the dictionary takes the text as one common word."""
    return len(cut(text)) == 1
