"""What a library holds for the slots of a query: its articles by year, place and kind, read from title and date."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.search.per_library import PerLibrary
from corpus.search.query.asked_figure import asked_figure
from corpus.search.query.slots import THIS_YEAR
from corpus.text.document_names import parted, places
from corpus.text.normalize import normalize, normalize_letters
from corpus.text.years import all_years

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.search.library import Library
    from corpus.search.query.slots import Slots
    from corpus.vocabulary import Article

REPORT = "工作报告"
_YEAR = re.compile(r"(?:19|20)\d\d年?")
_ENDS = "(?:自治[区州县旗]|[省市县区州盟旗])?"


@dataclass(frozen=True, slots=True)
class Holding:
    """One article: the years that its title names (else that of its date), its places, and whether it is a report."""

    key: str
    years: frozenset[int]
    places: frozenset[str]
    report: bool


@dataclass(frozen=True, slots=True)
class Held:
    """The articles that meet the slots of a query, and what there is of the kind where none does.

    `year` is the year asked for, 今年 and 去年 worked out; `back` says that `articles` are those of the year after it,
    which look back; `years` and `places` are those of the reports of the kind, whatever the year or place.
    `elsewhere` says that there is one of the year for another place.
    """

    articles: frozenset[str] = frozenset()
    year: int = 0
    back: bool = False
    years: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    elsewhere: bool = False


def years_of(title: str, published: str = "") -> frozenset[int]:
    """Return the years of an article: those in its folded title, else that of its date."""
    return all_years(title) or (frozenset({int(published[:4])}) if published[:4].isdigit() else frozenset())


def with_local_places(slots: Slots, library: Library) -> Slots:
    """Return slots with the places that no list knows and that a report of the library is of: 安吉县, 滨江区."""
    if not (slots.of_reports or slots.years):
        return slots
    named = next((place for place in _local(library.articles()) if place in slots.rest), "")
    if not named:
        return slots
    rest = re.sub(f"{re.escape(named)}{_ENDS}的?", " ", slots.rest, count=1).strip()
    return replace(slots, places=(*slots.places, named), rest=rest, figure=asked_figure(rest, slotted=True))


def _read(articles: Mapping[str, Article]) -> tuple[Holding, ...]:
    return tuple(_holding(key, article) for key, article in articles.items())


def _holding(key: str, article: Article) -> Holding:
    title = normalize(article.title)
    named = normalize_letters(f"{article.title}{article.author or ''}")
    known = frozenset(place for place in places() if place in named)
    if not known and REPORT in title:
        local = parted(_YEAR.sub("", normalize_letters(article.title)))[0]
        known = frozenset({local} - {""})
    return Holding(key, years_of(title, article.published or ""), known, REPORT in title)


def _unlisted(articles: Mapping[str, Article]) -> tuple[str, ...]:
    """Return the places of a library's articles that no list knows, the longest first."""
    every = {place for one in _holdings(articles) for place in one.places}
    return tuple(sorted(every - places().keys(), key=lambda place: (-len(place), place)))


_holdings = PerLibrary(_read)
_local = PerLibrary(_unlisted)


def held(slots: Slots, library: Library) -> Held:
    """Return which articles of a library meet the slots of a query, by their titles and dates."""
    every = _holdings(library.articles())
    of_kind = [one for one in every if one.report] if slots.of_reports else list(every)
    there = [one for one in of_kind if _is_there(one, slots)]
    if not slots.places and slots.of_reports:
        there = [one for one in there if not one.places] or ([] if slots.national else there)
    years = sorted({year for one in there for year in one.years})
    known = tuple(dict.fromkeys(place for one in of_kind for place in sorted(one.places)[:1]))
    year = _year(slots, years)
    if not year:
        articles = frozenset(one.key for one in there) if slots.places else frozenset()
        return Held(articles, years=tuple(years), places=known)
    met = _of(year, there)
    back = (
        not met and slots.figure is not None and not slots.figure.aims
    )  # what was set, no later report tells
    articles = met or (_of(year + 1, there) if back else frozenset())
    return Held(articles, year, back, tuple(years), known, elsewhere=bool(_of(year, of_kind)))


def looking_back(slots: Slots, there: Held, library: Library) -> Held | None:
    """Return the reports of the year after the one that is asked for, which tell what it reached; None where none do.

    They tell nothing of what was set for it. `there` is what the library holds of the year itself.
    """
    if there.back or not there.year or slots.figure is None or slots.figure.aims:
        return None
    after = held(replace(slots, years=(there.year + 1,)), library)
    return None if after.back or not after.articles else replace(after, year=there.year, back=True)


def of_places(names: frozenset[str], library: Library) -> frozenset[str]:
    """Return the articles whose title or author names one of some places."""
    return frozenset(one.key for one in _holdings(library.articles()) if not one.places.isdisjoint(names))


def _of(year: int, some: Iterable[Holding]) -> frozenset[str]:
    return frozenset(one.key for one in some if year in one.years)


def _is_there(one: Holding, slots: Slots) -> bool:
    return not slots.places or not one.places.isdisjoint(slots.places)


def _year(slots: Slots, years: list[int]) -> int:
    """Return the year that is asked for; the newest where 今年 is, or a figure of a report without a year; else 0."""
    asked = slots.years[0] if slots.years else None
    if asked is not None and asked > THIS_YEAR:
        return asked
    if asked is None and not (slots.of_reports and (slots.figure or slots.report)):
        return 0
    return years[-1] + (asked or 0) if years else 0
