"""Topic phrases, told from statements."""

from __future__ import annotations

import pytest

from corpus.reading.wording.topic_phrases import is_topic


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
