"""Cutting a stretch of text into words, by the tokenizers that matching shares with us."""

from __future__ import annotations

import re

from corpus.text.segmentation import (  # the import loads the dictionary once, for the index and for us
    _indexing,
    cut_words,
)

_RUNS = re.compile(r"[\u3400-\u9fff]+|[A-Za-z0-9]+|.", re.DOTALL)


def cut(text: str) -> list[str]:
    """Cut a text of an article into dictionary words; joined they are the text.

    New words come out as single characters, letters and digits in a row as one word, each mark by itself.
    """
    return [
        word
        for run in _RUNS.findall(text)
        for word in (_indexing().cut(run, HMM=False) if _is_long(run) else [run])
    ]


def cut_message(text: str) -> list[str]:
    """Cut a few words of a message in the same way, without loading the dictionary for it."""
    return [word for run in _RUNS.findall(text) for word in (cut_words(run) if _is_long(run) else [run])]


def is_word(text: str) -> bool:
    """Tell whether the dictionary takes the text as one common word."""
    return len(cut(text)) == 1


def _is_long(run: str) -> bool:
    return len(run) > 1 and not run.isascii()
