"""A search for what meets the slots of a query: in the articles of its year and place, once a side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from corpus.search.present.matches import Ranking, Side
from corpus.search.present.refusals import Refusal
from corpus.search.query.analysis import analyze
from corpus.search.query.article_filters import FEW, Within
from corpus.search.query.asked_figure import PAST
from corpus.search.query.holdings import held, looking_back, with_local_places, years_of
from corpus.search.score.model import ANSWERED
from corpus.text.document_names import places
from corpus.text.normalize import normalize

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.search.library import Library
    from corpus.search.query.analysis import AnalyzedQuery
    from corpus.search.query.holdings import Held
    from corpus.search.query.language import Query
    from corpus.search.query.slots import Slots
    from corpus.vocabulary import Match

    Find = Callable[[AnalyzedQuery, Within], Ranking]

MOST_SIDES = 4  # values of a slot that are set side by side, the first of them
NAMED = 3  # years or places that a refusal names, on either side of the one asked for
WHOLE = frozenset(
    {"clause", "titled"}
)  # rules by which a document or clause was named: slots are part of its name


@dataclass(frozen=True, slots=True)
class SlotSearch:
    """Finds what meets the slots of one query in one library."""

    query: Query
    within: Within
    library: Library
    find: Find

    def found(self, slots: Slots, plain: Ranking) -> Ranking:
        """Return the sections that meet the slots, or what a search without them found (`plain`)."""
        slots = with_local_places(slots, self.library)
        if _is_as_typed(plain) or not (slots.years or slots.places):
            return plain
        sides = self._sides(slots)
        if len(sides) > 1:
            return self._side_by_side(sides, plain)
        if plain.answered and not (slots.years or slots.figure):
            return plain
        there = held(slots, self.library)
        scoped = self._told(slots, there)
        if scoped is not None and scoped.answered:
            return replace(scoped, did_you_mean=None) if slots.figure else scoped  # a figure is no wording
        kept = self._meeting(slots, there, plain)
        return kept if kept.answered else _refused(slots, there, kept)

    def _meeting(self, slots: Slots, there: Held, plain: Ranking) -> Ranking:
        """Leave of what was found without slots what is about the place and year of a figure that is asked for."""
        if not plain.answered or not slots.of_reports:
            return plain
        titles = self.library.articles()
        kept = tuple(
            one for one in plain.matches if _meets(one, titles[one.section.article].title, slots, there.year)
        )
        sure = bool(kept) and kept[0].score >= ANSWERED
        return replace(plain, matches=kept, answered=sure, did_you_mean=plain.did_you_mean if sure else None)

    def _sides(self, slots: Slots) -> list[Slots]:
        """Return the query once for each year or place that it compares; itself alone where it compares none."""
        if not slots.rest:
            return [slots]
        if len(slots.years) > 1:
            return [replace(slots, years=(year,)) for year in slots.years[:MOST_SIDES]]
        if len(slots.places) > 1 and (slots.compares or slots.figure):
            several = [replace(slots, places=(place,)) for place in slots.places[:MOST_SIDES]]
            if slots.compares or all(held(one, self.library).articles for one in several):
                return several
        return [slots]

    def _told(self, slots: Slots, there: Held) -> Ranking | None:
        """Return what the articles of the year say, and behind it what those of the year after say of that year.

        Where only these tell the figure that is asked for, they alone are returned. None where there are none.
        """
        own, after = self._within(slots, there), looking_back(slots, there, self.library)
        later = self._within(slots, after) if after is not None else None
        if later is None or own is None:
            return own or later
        if not _tells(own):
            return later
        told = [one for one in later.matches if _asked(one)]
        return replace(own, matches=tuple(_falling([*own.matches, *told])))

    def _within(self, slots: Slots, there: Held) -> Ranking | None:
        """Return what the articles that meet the slots say of the rest; None where there are none."""
        some = there.articles if self.within.articles is None else there.articles & self.within.articles
        if not some:
            return None
        titles = sorted(self.library.articles()[key].title for key in some)
        analyzed = analyze(replace(self.query, text=slots.rest or titles[-1]))
        figure = slots.figure
        if figure is not None and there.back:
            figure = figure.of_year(there.year)
        elif figure is not None and slots.years:
            figure = figure.of_own_year()
        scope = Within(some, frozenset(self.library.of_articles(sorted(some), FEW)))
        ranking = self.find(replace(analyzed, slots=type(slots)(), figure=figure), scope)
        return ranking if not there.back or _tells(ranking) else None

    def _side_by_side(self, sides: Sequence[Slots], plain: Ranking) -> Ranking:
        """Return the answers of several searches in turn: the first of each, then the second."""
        heres = [held(one, self.library) for one in sides]
        rankings = [self._told(one, there) or Ranking() for one, there in zip(sides, heres, strict=True)]
        if not any(one.answered for one in rankings):
            return plain if plain.answered else _refused(sides[0], heres[0], plain)
        rows = zip_longest(*(one.matches if one.answered else () for one in rankings))
        matches = tuple(_falling([one for one in chain.from_iterable(rows) if one is not None]))
        told = tuple(
            Side(_label(one, there), ranking.answered, _refused(one, there, ranking).refusal)
            for one, there, ranking in zip(sides, heres, rankings, strict=True)
        )
        return replace(
            plain, matches=matches, answered=True, sides=told, refusal=Refusal(), did_you_mean=None
        )


def _is_as_typed(plain: Ranking) -> bool:
    """Whether a search without slots found the query as it stands, or the document that it names."""
    if not (plain.answered and plain.matches):
        return False
    return plain.matches[0].matched == "exact" or plain.matches[0].rule in WHOLE


def _meets(one: Match, title: str, slots: Slots, year: int) -> bool:
    """Whether a match says in its title, headings or text that it is about the place and the year asked for."""
    said = normalize("\n".join((title, *one.section.headings, one.section.text)))
    own = year in years_of(normalize(title))
    if own and slots.years and dict(one.parts).get("asked") == PAST:
        return False  # it tells of the year before
    there = not slots.places or any(
        name in said for place in slots.places for name in (place, *places().get(place, ("", ()))[1])
    )
    return there and (not slots.years or own or f"{year}年" in said)


def _tells(ranking: Ranking) -> bool:
    return ranking.answered and _asked(ranking.matches[0])


def _asked(one: Match) -> bool:
    return dict(one.parts).get("asked", 0.0) > 0


def _falling(matches: Sequence[Match]) -> list[Match]:
    """Let no score rise down the list."""
    kept: list[Match] = []
    for one in matches:
        kept.append(replace(one, score=min(one.score, kept[-1].score if kept else 1.0)))
    return kept


def _label(slots: Slots, there: Held) -> str:
    place = slots.places[0] if slots.places else ""
    return f"{place}{there.year}年" if there.year and (slots.years or not place) else place


def _refused(slots: Slots, there: Held, plain: Ranking) -> Ranking:
    """Say which year or place the library has no report of, and of which it has; nothing else is denied."""
    if there.articles and not there.back:
        return plain
    if not slots.of_reports:
        return plain
    place = slots.places[0] if slots.places else ""
    if there.elsewhere and not place:
        return plain  # a province has one of that year
    if there.years and there.year:
        near = sorted(there.years, key=lambda year: abs(year - there.year))[: 2 * NAMED]
        asked, others = f"{place}{there.year}年", tuple(f"{year}年" for year in sorted(near))
        claim = Refusal(asked, "year", (asked, *others), plain.suggestions)
    elif place and there.places:
        claim = Refusal(place, "place", (place, *there.places[: 2 * NAMED]), plain.suggestions)
    else:
        return plain
    return replace(plain, refusal=claim)
