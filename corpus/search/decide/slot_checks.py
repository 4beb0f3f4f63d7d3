"""What the rules of the judge ask about the slots of a query: its years, and the figure that it asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.search.query.asked_figure import PAST
from corpus.search.query.borders import spaced
from corpus.search.query.holdings import years_of
from corpus.search.query.slots import THIS_YEAR
from corpus.text import expressions
from corpus.text.document_names import places, short_place

if TYPE_CHECKING:
    from corpus.search.decide.rule import Case, Passage

HELD = 0.6  # share of a query's words that a sentence about its year holds
_SENTENCE = re.compile(r"[^。！？\n]+")


def asks_year(case: Case) -> bool:
    """Whether a query asks for the words of a year."""
    return any(year > THIS_YEAR for year in case.weighted.analyzed.slots.years)


def is_of_other_year(case: Case, one: Passage) -> bool:
    """Whether a section of one year says nothing of the year that is asked for about the words of the query.

    It is of the years in its article's title, and of none where that names none. A report calls the year before its
    own 去年.
    """
    if any(one.parts[name] for name in ("exact", "clause", "titled", "under")):
        return False
    slots = case.weighted.analyzed.slots
    own = years_of(one.scored.entry.head.partition("\n")[0])
    asked = [year for year in slots.years if year > THIS_YEAR]
    if not own or not own.isdisjoint(asked):
        return False
    text, words = spaced(one.section.text), slots.words
    return not any(_speaks_of(year, text, words, last=year + 1 in own) for year in asked)


def _speaks_of(year: int, text: str, words: tuple[str, ...], *, last: bool) -> bool:
    """Whether a sentence names a year, or calls it the last one, and holds most of some words."""
    named = re.compile(rf"(?<!\d){year}(?!\d)")
    back = expressions.pattern("slots", "said of last year")
    about = (
        one[0] for one in _SENTENCE.finditer(text) if named.search(one[0]) or (last and back.search(one[0]))
    )
    return any(sum(word in one for word in words) >= HELD * len(words) for one in about)


def asks_figure(case: Case) -> bool:
    """Whether a query asks for a figure."""
    return case.weighted.analyzed.figure is not None


def asks_own_year(case: Case) -> bool:
    """Whether a figure is asked for of the very year of the reports that are read."""
    figure = case.weighted.analyzed.figure
    return figure is not None and figure.dated


def tells_the_past(_case: Case, one: Passage) -> bool:
    """Whether a section of a report tells the figure of years before its own, and of no other."""
    return one.parts["asked"] == PAST


def asks_unit(case: Case) -> bool:
    """Whether a query asks for a figure in a unit that it names: 多少年, 几天."""
    figure = case.weighted.analyzed.figure
    return figure is not None and figure.counted


def lacks_unit(case: Case, one: Passage) -> bool:
    """Whether a section holds no figure in the unit that is asked for."""
    figure = case.weighted.analyzed.figure
    return figure is not None and not figure.unit.search(spaced(one.section.text).replace(" ", ""))


def names_place_apart(case: Case) -> bool:
    """Whether a query has a place as a word of its own beside others: 深圳 最低工资标准."""
    analyzed = case.weighted.analyzed
    apart = any(short_place(chunk) in analyzed.slots.places for chunk in analyzed.chunks)
    return apart and len(analyzed.chunks) > 1


def is_of_no_such_place(case: Case, one: Passage) -> bool:
    """Whether a section names the place neither in its text nor over it, nor what lies in it or it lies in."""
    if one.parts["exact"] or one.parts["titled"] or one.parts["clause"]:
        return False
    known, said = places(), one.scored.entry.head + one.scored.entry.letters
    return not all(
        any(name in said for name in (place, known[place][0], *known[place][1]))
        for place in case.weighted.analyzed.slots.places
    )
