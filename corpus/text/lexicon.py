"""jieba's dictionary as a memory-mapped trie, so that a query need not wait for 350,000 words to be read.

`python -m corpus.text.lexicon` builds it, once, when the bot is set up; without it jieba's own is read.
"""

from __future__ import annotations

import re
import sys
from math import log
from pathlib import Path

import marisa_trie

BUILT = Path(__file__).parent.parent / "data" / "jieba.marisa"
TOTAL = ""  # the key under which the sum of all frequencies is kept
LONGEST = 16  # characters of jieba's longest word
# the range that jieba itself cuts: with another the trie would cut otherwise than the dictionary in memory
_RUNS = re.compile(r"[\u4e00-\u9fd5]+|[a-z0-9+%]+|.", re.DOTALL)


class MappedLexicon:
    """Cuts folded text as jieba does, over the trie."""

    def __init__(self, path: Path = BUILT) -> None:
        self._trie = marisa_trie.RecordTrie("<Q").mmap(str(path))
        self._whole = log(self._trie[TOTAL][0][0])

    def cut(self, bare: str) -> list[str]:
        """Return the words of a folded text; letters and digits in a row are one word."""
        return [
            word for run in _RUNS.findall(bare) for word in (self._words(run) if run > "\u4e00" else [run])
        ]

    def _words(self, run: str) -> list[str]:
        """Take the likeliest cut of a run of characters; of two alike the longer word first."""
        scores = [0.0] * (len(run) + 1)
        ends = [0] * len(run)
        for at in range(len(run) - 1, -1, -1):
            scores[at], ends[at] = scores[at + 1] - self._whole, at + 1
            for word in self._trie.prefixes(run[at : at + LONGEST]):
                end = at + len(word)
                if word and (score := log(self._trie[word][0][0]) - self._whole + scores[end]) >= scores[at]:
                    scores[at], ends[at] = score, end
        words, at = [], 0
        while at < len(run):
            words.append(run[at : ends[at]])
            at = ends[at]
        return words


def build(path: Path = BUILT) -> int:
    """Write the trie of jieba's dictionary and return how many words it holds."""
    from corpus.text.dictionary import LoadedTokenizer

    tokenizer = LoadedTokenizer()
    records = [(word, (count,)) for word, count in tokenizer.FREQ.items() if count and word]
    marisa_trie.RecordTrie("<Q", [*records, (TOTAL, (tokenizer.total,))]).save(str(path))
    return len(records)


if __name__ == "__main__":
    sys.stdout.write(f"{build()} words in {BUILT.name}\n")
