"""Words of Chinese text as jieba cuts them, over its dictionary kept in a memory-mapped trie."""

from __future__ import annotations

import logging
from functools import cache
from typing import TYPE_CHECKING

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
