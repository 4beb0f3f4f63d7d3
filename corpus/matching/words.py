"""Words of Chinese text as jieba cuts them, and which of them say what a text is about."""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING

from corpus.matching import tables
from corpus.matching.folding import skeleton

if TYPE_CHECKING:
    import jieba


@cache
def tokenizer() -> jieba.Tokenizer:
    """Load jieba's own dictionary into a tokenizer of ours."""
    import jieba as library  # noqa: PLC0415 - heavy: loaded only where words are cut

    library.setLogLevel(logging.WARNING)
    made = library.Tokenizer()
    made.initialize()
    return made


def search_words(text: str) -> list[str]:
    """Cut a text into search words of two characters and more, folded, each once, in order of appearance."""
    cut = tokenizer().cut_for_search(text, HMM=False)
    return [word for word in dict.fromkeys(map(skeleton, cut)) if len(word) > 1]


def cut_words(bare: str) -> list[str]:
    """Cut a folded text into words, one after another."""
    return list(tokenizer().cut(bare, HMM=False))


def is_stop(word: str) -> bool:
    """Whether a word says nothing of what a text is about."""
    return word in tables.words("stop_words.txt")


def asks(word: str) -> bool:
    """Whether a word asks a question."""
    return word in tables.words("question_words.txt")
