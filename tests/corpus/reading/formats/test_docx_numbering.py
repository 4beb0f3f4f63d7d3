"""The numbers that a word processor sets by itself, and what its styles say."""

from __future__ import annotations

import pytest
from lxml import etree

from corpus.reading.formats.docx_numerals import numeral
from corpus.reading.formats.docx_styles import W, styles

CHINESE = [(0, "〇"), (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (23, "二十三"), (100, "一百"),
           (101, "一百零一"), (110, "一百一十"), (115, "一百一十五"),
           (120, "一百二十"), (999, "九百九十九"), (1000, "一千"), (2005, "二千零五")]  # fmt: skip
OTHERS = [(4, "upperRoman", "IV"), (1994, "lowerRoman", "mcmxciv"), (1, "upperLetter", "A"), (27, "lowerLetter", "aa"),
          (3, "decimalEnclosedCircle", "③"), (21, "decimalEnclosedCircle", "21"), (7, "decimal", "7"), (7, "", "7"),
          (12, "ideographDigital", "一二"), (12, "japaneseCounting", "十二")]  # fmt: skip


@pytest.mark.parametrize(("count", "printed"), CHINESE)
def test_a_count_is_printed_in_chinese(count: int, printed: str) -> None:
    """十 stands without 一 alone and with it behind a hundred; a gap of tens is 零."""
    assert numeral(count, "chineseCounting") == printed


@pytest.mark.parametrize(("count", "form", "printed"), OTHERS)
def test_a_count_is_printed_in_its_form(count: int, form: str, printed: str) -> None:
    """Roman, letters, circles up to twenty; what no form says is decimal."""
    assert numeral(count, form) == printed


def style(name: str, more: str = "") -> str:
    """Write a style of an id and a name."""
    return f'<w:style w:styleId="{name}"><w:name w:val="{name}"/>{more}</w:style>'


def test_a_style_takes_from_its_base_what_it_does_not_say() -> None:
    """Level and bold come from the nearest style that says them; a ring of styles says nothing and ends."""
    xml = (
        style("heading 2", "<w:rPr><w:b/></w:rPr>")
        + style("Own", '<w:basedOn w:val="heading 2"/>')
        + style("Plain", '<w:basedOn w:val="Own"/><w:rPr><w:b w:val="0"/></w:rPr>')
        + style("Outline", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
        + style("Body", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>')
        + style("标题")
        + style("A", '<w:basedOn w:val="B"/>')
        + style("B", '<w:basedOn w:val="A"/>')
    )
    known = styles(etree.fromstring(f'<w:styles xmlns:w="{W[1:-1]}">{xml}</w:styles>'))
    told = {name: (one.level, one.bold, one.title) for name, one in known.items()}
    assert told == {
        "heading 2": (2, True, False),
        "Own": (2, True, False),
        "Plain": (2, False, False),
        "Outline": (1, False, False),
        "Body": (None, False, False),
        "标题": (None, False, True),
        "A": (None, False, False),
        "B": (None, False, False),
    }
