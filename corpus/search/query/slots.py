"""What a query says of year, place and kind of report, apart from the words that are to be looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpus.search.query.asked_figure import AskedFigure, asked_figure, names_indicator
from corpus.search.query.borders import spaced
from corpus.text import expressions
from corpus.text.document_names import PLACE_ENDS, places, short_place
from corpus.text.segmentation import asks, cut_words, is_stop
from corpus.text.years import SHORT_YEAR, asked_years, is_year_apart

if TYPE_CHECKING:
    from collections.abc import Iterable

THIS_YEAR, LAST_YEAR = 0, -1  # in the place of a year, until the library says which year is its newest
CENTURY = 2000
LONGEST = 60  # characters of a query that is read for slots: a longer one is a piece of a text
JOINED = 3  # words in a row that may together be a place
GOVERNMENT = "政府"
_EDGES = re.compile(r"^(?:[\s的和与及跟同、,，:：]|在|里|中)+|(?:[\s和与及跟同、,，:：])+$")
_LONE = re.compile(r"(?<=\s)(?:[和与及跟同、,，到]\s*)+(?=\s|\w)")
_END = f"(?:[^\\W\\d]{{0,4}}自治[区州]|{PLACE_ENDS})?"


@dataclass(frozen=True, slots=True)
class Slots:
    """The slots of a query and what is left of it.

    `years` are those asked for, THIS_YEAR and LAST_YEAR among them; `places` are in their short forms; `national` says
    that the whole country is named, `report` that a government's report is; `congress` is the party congress named,
    as 十九大. `rest` is the query without them, folded; `figure` is the figure that it asks for; `compares` says that
    it sets the values of a slot side by side.
    """

    years: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    national: bool = False
    report: bool = False
    rest: str = ""
    figure: AskedFigure | None = None
    compares: bool = False

    @property
    def of_reports(self) -> bool:
        """Whether only a report can be meant: it is named, or a figure is asked for that reports set every year."""
        return self.report or bool(self.figure and self.figure.indicator)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that are left, those aside that say nothing or that ask."""
        return tuple(
            word
            for word in cut_words("".join(re.findall(r"\w", self.rest)))
            if not (is_stop(word) or asks(word))
        )


@cache
def slot_pattern(*rules: str) -> re.Pattern[str]:
    """Return what finds any of these rules of the table in a folded text."""
    return expressions.pattern("slots", *rules)


@lru_cache(maxsize=256)
def slots_of(text: str) -> Slots:
    """Return the slots of a query as typed: 四川2026年GDP目标 is year 2026, place 四川, and GDP目标 to be found."""
    folded = spaced(text).strip()
    if len(folded) > LONGEST:
        return Slots(rest=folded)
    years, rest = _years(folded)
    named, rest = _places(rest)
    short = SHORT_YEAR.search(rest)
    if not years and short and _says_report(rest):
        years, rest = (CENTURY + int(short[1]),), SHORT_YEAR.sub(" ", rest, count=1)
    if years and years[0] > THIS_YEAR and not (short or is_year_apart(folded) or named or _says_report(rest)):
        return Slots(rest=folded)
    rest, compares = _without("compare", rest)
    rest, report = _without("report", rest)
    shorter, national = _without("national", rest)
    rest = shorter if national and (years or report or names_indicator(shorter)) else rest
    rest = _EDGES.sub("", _LONE.sub(" ", rest)).strip()
    rest = " ".join(dict.fromkeys(rest.split()))
    figure = asked_figure(rest, slotted=bool(years or named or national))
    return Slots(years, named, national, report, rest, figure, compares)


def _says_report(rest: str) -> bool:
    return names_indicator(rest) or slot_pattern("report").search(rest) is not None


def _years(folded: str) -> tuple[tuple[int, ...], str]:
    years, rest = asked_years(folded)
    marks = {"last year": LAST_YEAR, "this year": THIS_YEAR}
    said = sorted(
        (found.start(), marks[rule]) for rule in marks for found in slot_pattern(rule).finditer(rest)
    )
    found = tuple(dict.fromkeys((*years, *(mark for _, mark in said))))
    return found, slot_pattern(*marks).sub(" ", rest)


def _places(folded: str) -> tuple[tuple[str, ...], str]:
    """Return the places that are whole words of a text, in their short forms, and the text without them."""
    found: dict[str, None] = {}
    for chunk in re.findall(r"\w+", folded):
        words = _apart(cut_words(chunk))
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + JOINED) + 1):
                word = "".join(words[start:end])
                if short_place(word) in places():
                    found[short_place(word)] = None
                    folded = re.sub(f"{re.escape(word)}{_END}", " ", folded, count=1)
    return tuple(found), folded


def _apart(words: Iterable[str]) -> list[str]:
    """Cut 政府 off the place before it, where the dictionary has both as one word: 上海市政府."""
    parts = ((word.removesuffix(GOVERNMENT), GOVERNMENT * word.endswith(GOVERNMENT)) for word in words)
    return [part for both in parts for part in both if part]


def _without(rule: str, text: str) -> tuple[str, bool]:
    shorter = slot_pattern(rule).sub(" ", text)
    return shorter, shorter != text
