"""Figures in two ways of writing: 一百三十四点九万亿 is 134.9万亿, 百分之五 is 5%, 五百元 is 500元."""

from __future__ import annotations

import re

from corpus.text.numerals import value

_NUMERALS = "〇零一二两三四五六七八九十百千"
_DECIMALS = str.maketrans("〇零一二两三四五六七八九", "001223456789")
_SHARE = re.compile(rf"百分之([{_NUMERALS}]+(?:点[{_NUMERALS}]+)?)")
_POINT = re.compile(rf"((?<![{_NUMERALS}])[{_NUMERALS}]++)点([〇零一二三四五六七八九]+)")
_COUNT = re.compile(
    rf"(?<![第{_NUMERALS}])((?:[一二两三四五六七八九][十百千]|十[一二三四五六七八九])[{_NUMERALS}]*)(?=[万亿元年月天日个项家倍户人公])"
)


def in_digits(text: str) -> str:
    """Return a folded text with its written-out figures in digits: 百分之五点五 is 5.5%; 第三条, 三 and 千万 stay."""
    text = _SHARE.sub(lambda found: f"{_number(found[1])}%", text)
    text = _POINT.sub(lambda found: _number(found[0]), text)
    return _COUNT.sub(lambda found: str(value(found[1])), text)


def _number(written: str) -> str:
    whole, point, rest = written.partition("点")
    return f"{value(whole)}.{rest.translate(_DECIMALS)}" if point else str(value(whole))
