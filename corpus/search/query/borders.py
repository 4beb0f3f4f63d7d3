"""Latin words and numbers between their borders: the folding that keeps marks, and the patterns that find them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpus.text.han import HAN
from corpus.text.normalize import QUOTES, normalize
from corpus.text.numerals import in_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.vocabulary import Span

LONGEST_NUMBER = 24  # characters on either side of a place in which the number round it is looked for
LONGEST_WRITTEN = 4  # digits of a number that may be written in characters: 20 is 二十
FULL_COMMA, LISTING = "\uff0c", "、"  # NFKC makes a comma of numbers (1,000) of the one that divides a list
_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212")
# of folded text: Latin, Greek and Cyrillic letters; wider classes take milliseconds to compile
LETTER = "[a-z\u00df-\u024f\u0370-\u052f\u1e00-\u1fff]"
_BORDERS = {
    "letter": (f"(?<!{LETTER})", f"(?!{LETTER})"),
    "digit": (r"(?<!\d)", r"(?!\d)"),
    "other": ("", ""),
}
_COMMAS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_THREES = re.compile(r"(?:\d{3})+(?!\d)")
_DIGITS = re.compile(r"\d(?:[.,]?\d)*")
_UNIT = "[公千里米小时天项个家人户元吨亩件岁分次倍条座所名位届平克升度台辆套批场期级类]"
_NUMERAL = "[〇零一二三四五六七八九十百千万亿]"
# a number, with what multiplies it, the letters beside it and its unit: 5.2万人, 3.5%, 5g, g331
FIGURE = re.compile(
    rf"(?<!{LETTER})(?<!\d)(?:{LETTER}|\d)*\d(?:{LETTER}|\d)*(?:[.,]\d+)*(?:%|[万亿]+)?{_UNIT}?"
)
_ROUGH = "[多余个来]"  # 80余公里
WORDED = re.compile(rf"(?:(?!{_UNIT}|{_NUMERAL})[{HAN}].*?){{3}}")  # three characters beside numbers
_UNITED = re.compile(f"{_UNIT}$")
_MULTIPLIED = re.compile(r"[\d万亿]$")
_NO_MULTIPLE = "(?! *[万亿])"  # 5 is another number than 5万
BESIDE = r"[^\w+%]*"  # what may stand round a Chinese character of a query that stands as it is
LOOSE_MARK = re.compile(r"(?<![a-z0-9])[^\w\s+%]|[^\w\s+%](?![a-z0-9])")
_ONE_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")


class _Spaced(dict[int, str]):
    """What each code point becomes in a folded text that keeps its spaces; worked out when first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = " " if char.isspace() or char in QUOTES else normalize(char)
        self[code] = LISTING if char == FULL_COMMA else "-" if char in _DASHES else kept
        return self[code]


@cache
def folding() -> dict[int, str]:
    """Return the table by which `spaced` folds a text, for str.translate."""
    return _Spaced()


def spaced(text: str) -> str:
    """Fold a text as Latin words are looked for in it: its spaces and marks stay (AI 5G becomes ai 5g)."""
    return text.translate(folding())


def numbers(text: str) -> frozenset[str]:
    """Return the numbers that stand in a text, without the commas between their thousands."""
    return frozenset(_COMMAS.sub("", one) for one in _DIGITS.findall(spaced(text)))


def figure(typed: str) -> re.Pattern[str]:
    """Return what finds a number before its unit, and no multiple of it: in digits, or as Chinese writes it."""
    number = _UNITED.sub("", typed)
    found = pattern(number).pattern + _NO_MULTIPLE * bool(_MULTIPLIED.search(number))
    if number.isdecimal() and len(number) <= LONGEST_WRITTEN and int(number):
        found = f"(?:{found}|(?<!{_NUMERAL}){in_characters(int(number))}(?!{_NUMERAL}))"
    return re.compile(f"{found}(?= *{_ROUGH}? *{typed[-1]})" if number != typed else found)


def pattern(spaced: str, between: str = "", beside: str = "") -> re.Pattern[str]:
    """Return what finds a folded text between its borders; `between` is what else may stand between its letters.

    `beside` is what may stand round what is neither a letter nor a digit.
    A space or a hyphen stands between words where one was typed; between a letter, a digit and a character, spaces
    may or may not, and so may commas between the thousands of a number.
    """
    found, before, blank = "", "", False
    spaced = _COMMAS.sub("", spaced)
    for at, char in enumerate(spaced):
        if char == " ":
            blank = True
            continue
        kind = _kind(char)
        if before:
            inside = between if kind == "letter" else ",?" * bool(_THREES.match(spaced, at))
            same = kind == before and kind != "other"
            apart = beside if beside and "other" in {kind, before} else f"{between} *"
            found += ("[ -]+" if blank else inside) if same else apart
        found, before, blank = found + re.escape(char), kind, False
    first, last = _kind(spaced[:1]), _kind(spaced[-1:])
    return re.compile(f"{_BORDERS[first][0]}{found}{_BORDERS[last][1]}")


def _kind(char: str) -> str:
    if char.isdigit():
        return "digit"
    return "letter" if re.match(LETTER, char) else "other"


def stands(wanted: re.Pattern[str], spaced: str) -> bool:
    """Whether a pattern stands in a folded text, and cuts no number in two."""
    return next(places(wanted, spaced), None) is not None


def places(wanted: re.Pattern[str], spaced: str) -> Iterator[Span]:
    """Yield where a pattern stands in a folded text, and cuts no number in two."""
    for found in wanted.finditer(spaced):
        start, end = found.span()
        if start < end and not (_cuts(spaced, start) or _cuts(spaced, end)):
            yield start, end


def _cuts(spaced: str, at: int) -> bool:
    """Whether a place lies inside a number: 3.5 and 1,000 are one, the parts of 2026.12.01 and 12,15 are not."""
    if set(spaced[max(0, at - 1) : at + 1]).isdisjoint(".,"):
        return False  # between two digits the pattern itself finds no border
    runs = _DIGITS.finditer(spaced, max(0, at - LONGEST_NUMBER), at + LONGEST_NUMBER)
    return any(run.start() < at < run.end() and _ONE_NUMBER.fullmatch(run[0]) for run in runs)
