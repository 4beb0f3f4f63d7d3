"""Numbers in folded text, whichever way they are written: where they stand and what they are worth."""

from __future__ import annotations

import re
from fractions import Fraction

_DIGITS = "〇零一二三四五六七八九"
_VALUES = {one: max(0, at - 1) for at, one in enumerate(_DIGITS)}
_SINGLE = {"两": Fraction(2), "半": Fraction(1, 2)}
_SMALL = {"十": 10, "百": 100, "千": 1_000}
_GREAT = {"万": 10_000, "亿": 100_000_000}
NUMBER = re.compile(
    rf"(?:百分之)?(?:\d|[{_DIGITS}两半十百千万亿])(?:[,.点](?=[\d{_DIGITS}])|\d|[{_DIGITS}两半十百千万亿])*(?:%|成(?![为本立员果效就长功年分都])|分之[\d{_DIGITS}十]+)?"
)
"""A number with the shares that belong to it: 46%, 三成, 百分之五, 三分之一, 1.5万."""


def worth(number: str) -> Fraction | None:
    """Return the value of a number as `NUMBER` finds it; None where it has none (万, 千千)."""
    share = number.startswith("百分之") or number.endswith("%")
    text = number.removeprefix("百分之").removesuffix("%").replace(",", "")
    if "分之" in text:
        below, above = (_plain(one) for one in text.split("分之", 1))
        return Fraction(above) / below if above is not None and below else None
    tenths = text.endswith("成")
    value = _plain(text.removesuffix("成"))
    if value is None:
        return None
    return value / (100 if share else 10 if tenths else 1)


def _plain(text: str) -> Fraction | None:
    total, section, current, seen = Fraction(0), Fraction(0), None, False
    for part in re.findall(rf"\d+(?:\.\d+)?|[{_DIGITS}]+(?:点[{_DIGITS}]+)?|.", text):
        value = _digits(part)
        if value is not None:
            current = value if current is None else None
            if current is None:
                return None
            seen = True
        elif part in _SMALL:
            section += (Fraction(1) if current is None else current) * _SMALL[part]
            current, seen = None, True
        elif part in _GREAT:
            whole = section + (current or 0)
            total = (total + whole) * _GREAT[part] if part == "亿" else total + whole * _GREAT[part]
            section, current = Fraction(0), None
        else:
            return None
    return total + section + (current or 0) if seen else None


def _digits(part: str) -> Fraction | None:
    if part[0].isascii() and part[0].isdigit():
        return Fraction(part)
    if part in _SINGLE:
        return _SINGLE[part]
    if part[0] not in _DIGITS:
        return None
    whole, _, rest = part.partition("点")
    plain = "".join(str(_VALUES[one]) for one in whole)
    return Fraction(plain + ("." + "".join(str(_VALUES[one]) for one in rest) if rest else ""))
