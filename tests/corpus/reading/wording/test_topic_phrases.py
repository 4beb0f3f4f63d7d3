"""Topic phrases, told from statements."""

from __future__ import annotations

import pytest

from corpus.reading.wording.topic_phrases import is_topic
from corpus.text.tables import listed


@pytest.mark.parametrize("text", ["推进高水平创新载体建设。", "基本原则。", "多措并举，加强资源化利用。"])
def test_a_topic_names_what_follows(text: str) -> None:
    """A directive or a plain noun names a topic."""
    assert is_topic(text)


@pytest.mark.parametrize(
    "text", ["过去 40年是工业时代、信息时代的全球化大开放、大发展。", "我们要抓住机遇。", "这是关键。"]
)
def test_a_statement_is_no_topic(text: str) -> None:
    """A statement with 是, 我们 or 这 names no topic."""
    assert not is_topic(text)


@pytest.mark.parametrize("verb", sorted(listed("governing_verbs.tsv", "carry")))
def test_a_verb_of_carrying_out_opens_a_topic(verb: str) -> None:
    """What governs a programme's name is a directive: the two tables of verbs agree so far."""
    assert is_topic(f"{verb}清洁水专项治理。")


@pytest.mark.parametrize("word", ["应当", "必须", "可以", "不得", "是"])
def test_a_word_that_governs_a_noun_may_state(word: str) -> None:
    """Why the tables are two: a word before which no name begins makes a statement of what opens as a topic."""
    assert word in listed("governing_verbs.tsv", "other")
    assert is_topic("推进企业清洁生产。")
    assert not is_topic(f"推进企业{word}清洁生产。")
