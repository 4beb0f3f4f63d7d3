"""The two dictionaries cut alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jieba
import pytest

from corpus.text import lexicon
from corpus.text.dictionary import LoadedTokenizer
from corpus.text.normalize import normalize_letters
from corpus.text.segmentation import cut_words, search_words

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [
    "推动数字经济高质量发展",
    "全国人民代表大会常务委员会",
    "南京市长江大桥",
    "余蔚是哪国国王",
    "国家发展改革委",
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The trie, built as `make setup` builds it."""
    path = tmp_path_factory.mktemp("lexicon") / "jieba.marisa"
    assert lexicon.build(path) > 300_000
    return path


def test_the_trie_cuts_as_jieba_does(built: Path) -> None:
    """A query is cut as jieba itself would cut it."""
    plain = jieba.Tokenizer()
    plain.FREQ, plain.total = plain.gen_pfdict(plain.get_dict_file())
    plain.initialized = True
    mapped, loaded = lexicon.MappedLexicon(built), LoadedTokenizer()
    for text in TEXTS:
        expected = list(plain.cut(text, HMM=False))
        assert mapped.cut(text) == expected
        assert list(loaded.cut(text, HMM=False)) == expected


def test_search_words_hold_words_in_words() -> None:
    """A long word brings its parts along; lone characters stay out."""
    words = search_words("全国人民代表大会，的")
    assert {"人民", "代表", "大会"} <= set(words)
    assert all(len(word) > 1 for word in words)


def test_search_words_are_those_of_jieba() -> None:
    """The words in a word are remembered, and are what jieba gives, folded and without lone characters."""
    tokenizer = LoadedTokenizer()
    for text in (*TEXTS, "G20杭州峰会", "1+N的ABC平台"):
        cut = map(normalize_letters, tokenizer.cut_for_search(text, HMM=False))
        assert search_words(text) == list(dict.fromkeys(word for word in cut if len(word) > 1))


def test_letters_in_a_row_are_one_word() -> None:
    """A Latin run is not cut."""
    assert cut_words("pm25") == ["pm25"]


def test_letters_between_characters_are_one_word(built: Path) -> None:
    """The trie keeps 1+n and pm25 whole."""
    assert lexicon.MappedLexicon(built).cut("搭建1+n平台") == ["搭建", "1+n", "平台"]
