"""Years in folded text: 2024年, 二〇二四年, 24年, the year alone, and the years that a five-year plan covers."""

from __future__ import annotations

import re

_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_UNIT = "[万亿千百家个元人户亩吨公里米所名项条款]"
_WRITTEN = "[一二][〇零九][〇零一二三四五六七八九]{2}(?=年)"
# 2021-2025 and 到2025年 say until when something runs, and not which year's words are asked for
_RANGE = re.compile(r"(?:19|20)\d\d年?(?:[-—~至到]+)(?:19|20)\d\d")
_UNTIL = "(?<![到至])"
_YEAR = re.compile(
    rf"(?<![\d.,]){_UNTIL}((?:19|20)\d\d)(?:年度?|(?![\d.,]|{_UNIT}|%))|{_UNTIL}({_WRITTEN})年度?"
)
_APART = re.compile(rf"(?<![\d.,])(?:19|20)\d\d(?:年|(?!\w))|{_WRITTEN}")
_ANY = re.compile(rf"(?<!\d)((?:19|20)\d\d)(?!\d)|({_WRITTEN})")
SHORT_YEAR = re.compile(r"(?:^|(?<=\s))(\d\d)年(?![来间内以前后之])")
_PLAN = re.compile("十([一二三四五六七])五|([八九])五(?=规划|计划|时期|期间)")
FIRST_PLAN, LENGTH = 1966, 5  # the third plan began then; those before it left years between
_NUMBERS = "一二三四五六七八九"


def plan_years(text: str) -> tuple[int, ...]:
    """Return the years that the five-year plans named in a folded text cover: 十四五 gives 2021 to 2025."""
    found: list[int] = []
    for named in _PLAN.finditer(text):
        number = 11 + _NUMBERS.index(named[1]) if named[1] else 1 + _NUMBERS.index(named[2])
        first = FIRST_PLAN + LENGTH * (number - 3)
        found += range(first, first + LENGTH)
    return tuple(found)


def all_years(text: str) -> frozenset[int]:
    """Return every year that stands in a folded text, and those that its five-year plans cover."""
    written = (found[1] or found[2].translate(_DIGITS) for found in _ANY.finditer(text))
    return frozenset((*map(int, written), *plan_years(text)))


def asked_years(text: str) -> tuple[tuple[int, ...], str]:
    """Return the years that a folded query asks for, each once in order, and the query without them.

    A range and a year until which something runs (2021—2025, 到2025年) ask for none.
    """
    if _RANGE.search(text):
        return (), text
    found = dict.fromkeys(int(one[1] or one[2].translate(_DIGITS)) for one in _YEAR.finditer(text))
    return tuple(found), _YEAR.sub(" ", text)


def is_year_apart(text: str) -> bool:
    """Whether a year in a folded text has 年 behind it or stands by itself: 2030先锋工程 may be a name."""
    return _APART.search(text) is not None
