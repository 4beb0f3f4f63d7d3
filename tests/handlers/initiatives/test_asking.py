"""Words that only ask or point are told from words that say what is asked."""

from __future__ import annotations

import time

import pytest

from handlers.initiatives.asking import only_asks


@pytest.mark.parametrize("text", ["数字工匠", "这个数字工匠", "政策文件", "what is 1+N", "出自农村"])
def test_a_text_that_says_something_does_not_only_ask(text: str) -> None:
    """However many words that ask stand round it."""
    assert not only_asks(text)


@pytest.mark.parametrize("text", ["这是" * 2_000 + "甲", "说的 " * 2_000 + "乙", "what is " * 2_000 + "zz"])
def test_a_long_text_is_told_at_once(text: str) -> None:
    """A stranger's text cannot keep the bot busy: no way of reading it is tried twice."""
    begun = time.thread_time()
    assert not only_asks(text)
    assert time.thread_time() - begun < 1
