"""The forms in which a word processor prints a count: ①, 甲, 壹, １, 子, ⑴, Roman, letters, words of laws."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text.numerals import in_characters

if TYPE_CHECKING:
    from collections.abc import Callable

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_SERIES = {
    "ideographTraditional": _STEMS,
    "ideographZodiac": _BRANCHES,
    "ideographZodiacTraditional": [_STEMS[at % 10] + _BRANCHES[at % 12] for at in range(60)],
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
}
"""Forms that are signs in a row; beyond the last one the count is printed in digits."""
_COUNTING = frozenset(["chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
                       "taiwaneseCountingThousand", "koreanCounting"])  # fmt: skip
_WIDE = "".join(chr(0xFF10 + digit) for digit in range(10))
_DIGITS = {
    "ideographDigital": "〇一二三四五六七八九",
    "taiwaneseDigital": "○一二三四五六七八九",
    "japaneseDigitalTenThousand": "〇一二三四五六七八九",
    "decimalFullWidth": _WIDE,
    "decimalFullWidth2": _WIDE,
}
_LEGAL = {
    "chineseLegalSimplified": str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟"),
    "ideographLegalTraditional": str.maketrans("一二三四五六七八九十百千", "壹貳參肆伍陸柒捌玖拾佰仟"),
    "japaneseLegal": str.maketrans("一二三四五六七八九十百千", "壱弐参四伍六七八九拾百阡"),
}
_PADDED = re.compile(r"^(0*)1\b")
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def numeral(count: int, form: str) -> str:
    """Return a count in a word processor's form: chineseCounting, upperRoman, ideographTraditional … else decimal.

    A form of one's own is given by its beginning: 001, 002, … counts in three digits.
    """
    if form in _COUNTING:
        return in_characters(count) if count else "〇"
    if form in _SERIES:
        signs = _SERIES[form]
        return signs[count - 1] if 0 < count <= len(signs) else str(count)
    if form in _DIGITS:
        return "".join(_DIGITS[form][int(digit)] for digit in str(count))
    if form in _LEGAL:
        return _legal(count).translate(_LEGAL[form])
    if form in _WRITTEN and count >= 0:
        return _WRITTEN[form](count)
    padded = _PADDED.match(form)
    return str(count).zfill(len(padded[1]) + 1) if padded else str(count)


def _legal(count: int) -> str:
    """Return a count as sums are written: 10 is 一十, and so 壹拾."""
    text = in_characters(count) if count else "零"
    return f"一{text}" if text.startswith("十") else text


def _roman(count: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text, count = text + letters * (count // value), count % value
    return text


def _letter(count: int) -> str:
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if count > 0 else str(count)


def _ordinal(count: int) -> str:
    ending = "th" if count % 100 in _TEENS else _ORDINALS.get(count % 10, "th")
    return f"{count}{ending}"


_WRITTEN: dict[str, Callable[[int], str]] = {
    "upperRoman": lambda count: _roman(count).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerLetter": _letter,
    "decimalZero": lambda count: str(count).zfill(2),
    "numberInDash": lambda count: f"- {count} -",
    "ordinal": _ordinal,
    "hex": lambda count: f"{count:X}",
}
