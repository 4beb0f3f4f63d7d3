"""Numbers in Chinese characters and in digits: what they are written with, how they are read and written."""

from __future__ import annotations

import re

from corpus.text.expressions import any_of

NUMBER = any_of("clause_references", "number")
"""A regular expression for a number below 10,000: 二十三, 〇八, 23 in either width."""
_CHARACTERS = "零一二三四五六七八九"
_VALUES = {digit: value for value, digit in enumerate(_CHARACTERS)} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_PLACES = ("", *_UNITS)


def value(numeral: str) -> int:
    """Return the value of a numeral: 二十三 is 23, 〇八 is 8; digits may be of either width."""
    total, current = 0, 0
    for character in numeral:
        if character in _UNITS:
            total += (current or 1) * _UNITS[character]
            current = 0
        else:
            digit = int(character) if character.isdecimal() else _VALUES.get(character, 0)
            current = current * 10 + digit
    return total + current


def in_characters(number: int) -> str:
    """Write a number from 1 to 9,999 as laws do, any other in digits: 15 is 十五, 110 is 一百一十."""
    digits = str(number)
    if len(digits) > len(_PLACES) or number <= 0:
        return digits
    parts = [
        _CHARACTERS[int(digit)] + _PLACES[len(digits) - at - 1] if digit != "0" else "零"
        for at, digit in enumerate(digits)
    ]
    joined = re.sub("零+", "零", "".join(parts)).rstrip("零")
    return joined.removeprefix("一") if joined.startswith("一十") else joined
