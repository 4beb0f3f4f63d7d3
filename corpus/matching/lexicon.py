"""jieba's dictionary as a memory-mapped trie, so that a query need not wait for 350,000 words to be read.

`python -m corpus.matching.lexicon` builds it, once, when the bot is set up; without it jieba's own is read.
"""

from __future__ import annotations

import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import jieba
import marisa_trie

if TYPE_CHECKING:
    from collections.abc import Iterator

BUILT = Path(__file__).parent.parent / "data" / "jieba.marisa"
TOTAL = ""  # the key under which the sum of all frequencies is kept
LONGEST = 16  # characters of jieba's longest word


class _Frequencies(dict[str, int]):
    """Words and their frequencies, looked up in the trie when first asked for."""

    def __init__(self, trie: marisa_trie.RecordTrie) -> None:
        super().__init__()
        self._trie = trie

    def get(self, word: str, default: int | None = None) -> int | None:  # type: ignore[override] # narrower, as jieba calls it
        found = self._trie.get(word)
        return found[0][0] if found else default


class MappedTokenizer(jieba.Tokenizer):  # type: ignore[misc] # jieba has no types
    """jieba's tokenizer over the trie: the same cuts without loading the dictionary."""

    def __init__(self, path: Path = BUILT) -> None:
        super().__init__()
        self._path = path
        self.total = self._trie[TOTAL][0][0]
        self.FREQ = _Frequencies(self._trie)
        self.initialized = True

    @cached_property
    def _trie(self) -> marisa_trie.RecordTrie:
        return marisa_trie.RecordTrie("<Q").mmap(str(self._path))

    def get_DAG(self, sentence: str) -> dict[int, list[int]]:  # noqa: N802 - jieba's name
        """Return for each place the ends of the words that begin there."""
        return {at: list(self._ends(sentence, at)) or [at] for at in range(len(sentence))}

    def _ends(self, sentence: str, at: int) -> Iterator[int]:
        return (at + len(word) - 1 for word in self._trie.prefixes(sentence[at : at + LONGEST]) if word)


def loaded() -> jieba.Tokenizer:
    """Read jieba's dictionary, and not its cache: anyone may write that file in the temporary folder."""
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


def build(path: Path = BUILT) -> int:
    """Write the trie of jieba's dictionary and return how many words it holds."""
    tokenizer = loaded()
    words = {word: frequency for word, frequency in tokenizer.FREQ.items() if frequency and word}
    records = [(word, (frequency,)) for word, frequency in words.items()]
    marisa_trie.RecordTrie("<Q", [*records, (TOTAL, (tokenizer.total,))]).save(str(path))
    return len(words)


if __name__ == "__main__":
    sys.stdout.write(f"{build()} words in {BUILT.name}\n")
