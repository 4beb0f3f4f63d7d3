"""The markers that open a text, by family and number."""

from __future__ import annotations

import pytest

from corpus.text.numbering import marker


@pytest.mark.parametrize(
    ("text", "family", "number"),
    [
        ("第十二章 附则", "chapter", 12),
        ("第一条 为了", "article", 1),
        ("第三条之一 经营者", "article", 3),
        ("第3条之12 经营者", "article", 3),
        ("第十二章\u2002\u2002附则", "chapter", 12),  # as official texts are set
        ("第二编 物权", "part", 2),
        ("第２节 预算", "section", 2),
        ("附件2：表", "annex", 2),
        ("二十三、保障措施", "comma", 23),
        ("（四）打通供应链条。", "bracket", 4),
        ("1.拓展两个市场。", "point", 1),
        ("（2）其他", "round", 2),
        ("③其他", "circle", 3),
        ("3.1 总体要求", "decimal", 3),
        ("第一，围绕", "ordinal", 1),
        ("一是创新", "count", 1),
        ("——经济运行", "dash", 0),
        ("• 一项", "bullet", 0),
    ],
)
def test_markers_are_known_by_family(text: str, family: str, number: int) -> None:
    """Each family of numbering is known by its form, and its number is read."""
    found = marker(text)
    assert found is not None
    assert (found.family, found.number) == (family, number)


@pytest.mark.parametrize(
    "text",
    [
        "依照第三条规定",
        "第三条、第四条",
        "第二章的规定",
        "1.2万亿元",
        "2.5%",
        "2018年",
        "7.2.3的要求适用于幼犬。",
    ],
)
def test_a_reference_or_a_figure_is_no_marker(text: str) -> None:
    """A cross-reference, an amount and a year open with no marker."""
    assert marker(text) is None
