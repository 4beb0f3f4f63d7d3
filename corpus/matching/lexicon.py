"""jieba's dictionary as a memory-mapped trie, so that a query need not wait for 350,000 words to be read.

`python -m corpus.matching.lexicon` builds it, once, when the bot is set up; without it jieba's own is read.
"""

from __future__ import annotations

import sys
from functools import cached_property
from math import log
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


class LoadedTokenizer(jieba.Tokenizer):  # type: ignore[misc] # jieba has no types
    """jieba's tokenizer with its dictionary in memory and one pass instead of two: the same cuts, sooner.

    The dictionary is read, and not its cache: anyone may write that file in the temporary folder.
    """

    def __init__(self) -> None:
        super().__init__()
        self.FREQ, self.total = self.gen_pfdict(self.get_dict_file())
        self.initialized = True
        whole = log(self.total)
        self._rarest = -whole
        self._logs = {word: log(count) - whole if count else None for word, count in self.FREQ.items()}

    def get_DAG(self, sentence: str) -> dict[int, list[int]]:  # noqa: ARG002, N802 - jieba's name and argument
        """Return nothing: `calc` looks words up as it goes."""
        return {}

    def calc(self, sentence: str, DAG: dict[int, list[int]], route: dict[int, tuple[float, int]]) -> None:  # noqa: ARG002, N803 - jieba's arguments
        """Find the likeliest cut from each place to the end; of two alike the longer word, as jieba does."""
        logs, length = self._logs, len(sentence)
        scores = [0.0] * (length + 1)
        for at in range(length - 1, -1, -1):
            best, last = self._rarest + scores[at + 1], at
            for end in range(at + 1, length + 1):
                word = sentence[at:end]
                if word not in logs:
                    break
                value = logs[word]
                if value is not None and value + scores[end] >= best:
                    best, last = value + scores[end], end - 1
            scores[at] = best
            route[at] = best, last


def build(path: Path = BUILT) -> int:
    """Write the trie of jieba's dictionary and return how many words it holds."""
    tokenizer = LoadedTokenizer()
    words = {word: frequency for word, frequency in tokenizer.FREQ.items() if frequency and word}
    records = [(word, (frequency,)) for word, frequency in words.items()]
    marisa_trie.RecordTrie("<Q", [*records, (TOTAL, (tokenizer.total,))]).save(str(path))
    return len(words)


if __name__ == "__main__":
    sys.stdout.write(f"{build()} words in {BUILT.name}\n")
