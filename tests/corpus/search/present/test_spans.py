"""What a near result marks: the words and characters that were asked for, and no others."""

from __future__ import annotations

import pytest

from corpus.vocabulary import Article
from tests.corpus.search.in_memory_library import Shelf

LAW = Article("law", "工作手册")
TEXTS = [
    "经营者不得泄露商业秘密，违者依法处罚。",
    "加快培育一批高水平的数字工匠，建设数字工匠学院。",
    "用人单位应当为劳动者建立职工名册。",
]


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("商务秘密", ["商", "秘密"]),  # 业 was not typed
        ("商业密秘", ["商业秘密"]),
        ("培育高水平数字工匠", ["培育", "高水平", "数字工匠", "数字工匠"]),
        ("东家 名册", ["用人单位", "名册"]),
    ],
)
def test_a_near_result_marks_what_was_asked(typed: str, marked: list[str]) -> None:
    """Each highlight holds characters of the query, or the law's word for one of its words, and all that stand."""
    best = Shelf({LAW: TEXTS}).search(typed).matches[0]
    text = best.section.text
    assert [text[start:end] for start, end in best.spans] == marked
