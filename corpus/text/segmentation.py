"""Words of Chinese text as jieba cuts them, and which of them say what a text is about."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpus.text import tables
from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
    from corpus.text.dictionary import LoadedTokenizer
    from corpus.text.lexicon import MappedLexicon

LONGEST_PIECE = 4  # characters of a word that others are cut into
REMEMBERED = 30_000  # clauses, some 10 MB
_CLAUSE = re.compile(r"[^，。；：、！？\s]+")
_RUNS = re.compile(r"[a-z0-9+%]+|[^a-z0-9+%]+")


@cache
def _indexing() -> LoadedTokenizer:
    """Load jieba with its dictionary in memory: a second once, and then much faster than the trie."""
    from corpus.text.dictionary import LoadedTokenizer

    return LoadedTokenizer()


@cache
def _querying() -> MappedLexicon | None:
    """Map the dictionary where it was built into a trie; its cuts are the same."""
    from corpus.text import lexicon

    return lexicon.MappedLexicon(lexicon.BUILT) if lexicon.BUILT.exists() else None


def search_words(text: str) -> list[str]:
    """Cut a text into search words of two characters and more, folded, each once, in order of appearance."""
    return list(dict.fromkeys(word for clause in _CLAUSE.findall(text) for word in _clause_words(clause)))


@lru_cache(maxsize=REMEMBERED)
def _clause_words(clause: str) -> tuple[str, ...]:
    """Cut one clause; policy texts say the same clauses over and over."""
    return tuple(part for word in _indexing().cut(clause, HMM=False) for part in _parts(word))


@lru_cache(maxsize=REMEMBERED)
def _parts(word: str) -> tuple[str, ...]:
    """Return the words in a word, and itself, as jieba's cut_for_search gives them, folded."""
    known, size = _indexing().FREQ, len(word)
    inside = [
        word[at : at + width]
        for width in (2, 3)
        if size > width
        for at in range(size - width + 1)
        if known.get(word[at : at + width])
    ]
    return tuple(part for part in map(normalize_letters, (*inside, word)) if len(part) > 1)


def is_word(text: str) -> bool:
    """Whether a text of two characters and more is a word of the dictionary. For indexing only."""
    return len(text) > 1 and bool(_indexing().FREQ.get(text))


def pieces(text: str) -> list[str]:
    """Cut a folded text into the smallest words that cover it: 长江三角洲 is 长江, 三角 and 洲. For indexing only."""
    return [piece for word in _indexing().cut(text, HMM=False) for piece in _smallest(word)]


@lru_cache(maxsize=REMEMBERED)
def _smallest(word: str) -> tuple[str, ...]:
    """Cut a word into as few lone characters as can be, and then into as many words."""
    known = _indexing().FREQ
    best: list[tuple[int, int, tuple[str, ...]]] = [(0, 0, ())]
    for end in range(1, len(word) + 1):
        lone, words, cut = best[end - 1]
        ways = [(lone + 1, words, (*cut, word[end - 1]))]
        for start in range(max(0, end - LONGEST_PIECE), end - 1):
            if known.get(word[start:end]):
                lone, words, cut = best[start]
                ways.append((lone, words - 1, (*cut, word[start:end])))
        best.append(min(ways))
    return best[-1][2]


def cut_words(bare: str) -> list[str]:
    """Cut a folded text into words, one after another; letters and digits in a row are one word."""
    mapped = _querying()
    if mapped is not None:
        return mapped.cut(bare)
    runs = _RUNS.findall(bare)
    return [word for run in runs for word in ([run] if run.isascii() else _indexing().cut(run, HMM=False))]


def is_stop(word: str) -> bool:
    """Whether a word says nothing of what a text is about."""
    return word in tables.listed("stop_words.tsv", "search")


def asks(word: str) -> bool:
    """Whether a word asks a question."""
    return word in tables.words("question_words.txt")
