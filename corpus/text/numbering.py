"""The families of numbering in Chinese and English documents, and the marker that opens a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from corpus.radicals import RADICAL, unified
from corpus.text.clause_references import ARTICLE, CHAPTER, PART, SECTION
from corpus.text.numerals import NUMBER, value

Family = Literal[
    "part", "chapter", "section", "article", "annex", "comma", "bracket", "ordinal", "point", "decimal",
    "figure", "round", "circle", "letter", "count", "dash", "bullet",
]  # fmt: skip

_HAN_NUMERALS = "〇零一二三四五六七八九十百千两"
_SPACE = r"[ \u2000-\u200a\u3000\u00a0\t]"
_FORMS: tuple[tuple[Family, str], ...] = (
    ("part", rf"{PART}(?:{_SPACE}+|(?=[^\s，。、]))"),
    ("chapter", rf"{CHAPTER}(?:{_SPACE}+|：|$|(?=[^\s，。、的]))"),
    ("section", rf"{SECTION}(?:{_SPACE}+|：|$|(?=[^\s，。、的]))"),
    ("article", rf"{ARTICLE}(?:{_SPACE}+|：|$|(?=[【（\[]))"),
    ("annex", rf"附(?:件|录|表){NUMBER}?(?:{_SPACE}+|[：:．.]|$)"),
    ("comma", rf"[{_HAN_NUMERALS}]+、"),
    ("bracket", rf"[（(][{_HAN_NUMERALS}]+[）)]、?"),
    ("ordinal", rf"第{NUMBER}[，、]|(?:首先|其次|再次|最后)，"),
    ("decimal", rf"\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}(?![\d%％.])[．、]?{_SPACE}*(?![万亿倍个元年月的%％])"),
    ("point", rf"[0-9\uff10-\uff19]{{1,3}}(?:[、．]|[.](?![0-9\uff10-\uff19])){_SPACE}*"),
    ("round", rf"[（(][0-9\uff10-\uff19]{{1,3}}[）)]、?{_SPACE}*"),
    ("figure", rf"[0-9]{{1,3}}[)）]{_SPACE}*"),
    ("circle", rf"[①-⑳㈠-㈩⑴-⒇⒈-⒛❶-❿]{_SPACE}*"),
    ("letter", rf"[A-Za-z](?:[)）．、]|\.{_SPACE}){_SPACE}*"),
    ("count", rf"[{_HAN_NUMERALS}]+(?:是|要|则|来)(?=[^\s])"),
    ("dash", rf"(?:——|——|--|－－|──){_SPACE}*"),
    ("bullet", rf"[•·●▪■◆◇★☆○►▶*＊-]{_SPACE}+|[•●▪■◆◇★☆►▶]"),
)
_OPENING = re.compile("|".join(f"(?P<{family}>{form})" for family, form in _FORMS))
"""All forms at once; of those that match, the first in the table counts."""
_DIGITS = re.compile(NUMBER)
_LONGEST = 16
"""Characters that a marker has at most, blanks behind it left out."""


@dataclass(frozen=True, slots=True)
class Marker:
    """The marker that opens a text: its family, its printed form, and its number (0 where it has none)."""

    family: Family
    text: str
    number: int


def marker(text: str) -> Marker | None:
    """Return the marker that a text opens with, or None; 依照第三条 and 2.5万 open with none."""
    # （⼀） is （一）, and few texts have any
    found = _OPENING.match(unified(text) if RADICAL.search(text, 0, _LONGEST) else text)
    if not found:
        return None
    return Marker(cast("Family", found.lastgroup), text[: found.end()], _number(found.group()))


def _number(printed: str) -> int:
    """Read the first number in a marker, Chinese or Arabic; circled ones by their place in Unicode."""
    if "①" <= printed[0] <= "⑳":
        return ord(printed[0]) - ord("①") + 1
    digits = _DIGITS.search(printed)
    return value(digits.group()) if digits else 0
