"""Names that set phrases of policy give away."""

from __future__ import annotations

import pytest

from corpus.initiatives.upheld import upheld


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("坚持精准治水精准管水基本方略。", "精准治水精准管水", ("精准治水精准管水基本方略",)),
        ("以粮食供给侧结构性改革为主线。", "粮食供给侧结构性改革", ()),
        ("以深化粮食供给侧结构性改革为牵引。", "粮食供给侧结构性改革", ()),
        ("为建设书香中国作出贡献。", "书香中国", ()),
        ("加快平安浙江建设。", "平安浙江", ()),
    ],
)
def test_a_principle_a_leading_reform_and_a_country_to_be_are_names(
    text: str, name: str, aliases: tuple[str, ...]
) -> None:
    """The phrase is no part of the name, but for the tail by which it also goes."""
    (found,) = upheld(text)
    assert (found.name, found.aliases) == (name, aliases)
    assert text[found.start : found.end] == name


@pytest.mark.parametrize(
    "text",
    [
        "完善国家的总体布局。",
        "以重大改革为牵引。",
        "以国家重大战略为牵引。",
        "以改善民生为主线。",
        "以粮食供给侧结构性改革为例。",
        "推动签署中国和东盟的协定。",
        "建设书香中国人的家园。",
        "平安浙江人。",
    ],
)
def test_plain_words_in_these_phrases_name_nothing(text: str) -> None:
    """General words, verbs, and words that only happen to stand there."""
    assert list(upheld(text)) == []
