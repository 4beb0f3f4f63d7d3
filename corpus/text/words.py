"""Cuts running text into dictionary words, marks and white space included: joined they are the text."""

from __future__ import annotations

import re

from corpus.text.han import HAN
from corpus.text.segmentation import _indexing, cut_words

_RUNS = re.compile(rf"[{HAN}]+|[A-Za-z0-9]+|.", re.DOTALL)


def cut(text: str) -> list[str]:
    """Return the words of a text of an article, by the dictionary in memory; for indexing only.

    New words come out as single characters, letters and digits in a row as one word, each mark by itself.
    """
    return [
        word
        for run in _RUNS.findall(text)
        for word in (_indexing().cut(run, HMM=False) if _is_long(run) else [run])
    ]


def cut_message(text: str) -> list[str]:
    """Return the words of a message cut in the same way, without loading the dictionary for it."""
    return [word for run in _RUNS.findall(text) for word in (cut_words(run) if _is_long(run) else [run])]


def is_word(text: str) -> bool:
    """Return whether a text of an article is cut as one common word."""
    return len(cut(text)) == 1


def frequency(word: str) -> int:
    """Return how often the dictionary's texts say a word; 0 where it has none. For indexing only."""
    return _indexing().FREQ.get(word) or 0


def _is_long(run: str) -> bool:
    return len(run) > 1 and not run.isascii()
