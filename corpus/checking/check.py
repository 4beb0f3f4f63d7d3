"""The check of one quotation: the verdicts in the order of the contract, each by its own rule."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.checking import splicing
from corpus.checking.alignment import Edit, edits
from corpus.checking.cuts import cuts, hidden
from corpus.checking.dangers import dangers
from corpus.checking.given import Given, read
from corpus.checking.near import nearest_places
from corpus.checking.verdicts import Checked, QuoteDifference, ordered
from corpus.checking.wordings import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.checking.claims import Claim
    from corpus.checking.near import NearPlace
    from corpus.checking.verdicts import Kind, Verdict
    from corpus.checking.wordings import Wordings
    from corpus.search.library import Library

NEAR = 0.38
"""The greatest edit distance over the quotation's length that is still near; the contract leaves 0.30 to 0.45 open."""
COMMON = 6
"""A quotation of fewer characters is common: it is counted, and nothing is said of what was cut."""
_PLACES = 200
_PIECE_PLACES = 60
_SUSPECT = 5  # characters of one difference from which on the words may be sewn together


class Checker:
    """Checks quotations against the wordings that stand, and the earlier ones."""

    def __init__(self, standing: Wordings, earlier: Wordings) -> None:
        self._standing, self._earlier = standing, earlier

    def check(self, quote: str, claim: Claim, library: Library) -> Checked:
        """Return the verdict on a quotation, with what it differs in and from where."""
        given = read(quote, self._stands)
        if not given.words:
            return Checked(quote, "absent")
        return (
            self._whole(quote, given, claim)
            or self._elided(quote, given, claim)
            or self._superseded(quote, given)
            or self._otherwise(quote, given, claim, library)
        )

    def _stands(self, folded: str) -> bool:
        return self._standing.holds(folded) or self._earlier.holds(folded)

    def _whole(self, quote: str, given: Given, claim: Claim) -> Checked | None:
        """Judge words that stand in the library as they are."""
        places = list(self._standing.places(given.words, _PLACES))
        if not places:
            return None
        flags = {"inserted"} if given.inserted else set()
        count = len(self._standing.holders(given.words))
        meeting = [one for one in places if claim.met_by(one.wording.article)]
        if not meeting and claim:
            wider = (one for one in self._standing.holders(given.words) if claim.met_by(one.article))
            held = next(wider, None)
            if held is None:
                return self._answer(quote, "misattributed", flags | {"source"}, places[0], count)
            at = held.folded.text.find(given.words)
            meeting = [Place(held, at, at + len(given.words))]
        if len(given.words) < COMMON:
            return self._answer(quote, "exact", flags | {"common"}, meeting[0], count)
        return self._least_cut(quote, flags, [(one, cuts(one)) for one in meeting], count)

    def _least_cut(
        self, quote: str, flags: set[str], found: Sequence[tuple[Place, frozenset[str]]], count: int
    ) -> Checked:
        """Judge words by the place where the least was cut off."""
        place, cut = min(found, key=lambda one: len(one[1]))
        return self._answer(quote, "truncated" if cut else "exact", flags | cut, place, count)

    def _elided(self, quote: str, given: Given, claim: Claim) -> Checked | None:
        """Judge pieces with ellipses between them, each of which stands in the library."""
        count = len(given.pieces)
        if count < 2:
            return None
        pieces = [given.piece(at) for at in range(count)]
        if not all(map(self._standing.holds, pieces)):
            return None
        flags = {"elided"} | ({"inserted"} if given.inserted else set())
        runs = list(self._runs(pieces))
        if not runs:
            first = next(self._standing.places(pieces[0], 1))
            return self._answer(quote, "spliced", flags, first, 1)
        articles = len({run[0].wording.article.id for run in runs})
        meeting = [run for run in runs if claim.met_by(run[0].wording.article)]
        if not meeting:
            return self._answer(quote, "misattributed", flags | {"source"}, runs[0][0], articles)
        return self._least_cut(quote, flags, [(run[0], _cut(run)) for run in meeting], articles)

    def _runs(self, pieces: Sequence[str]) -> Iterator[list[Place]]:
        """Yield where pieces stand in order within one paragraph."""
        for place in self._standing.places(pieces[0], _PIECE_PLACES):
            run, text = [place], place.wording.folded.text
            _, end = place.wording.paragraph(place.start)
            for piece in pieces[1:]:
                at = text.find(piece, run[-1].end, end)
                if at < 0:
                    break
                run.append(Place(place.wording, at, at + len(piece)))
            if len(run) == len(pieces):
                yield run

    def _superseded(self, quote: str, given: Given) -> Checked | None:
        """Judge words that stand in an earlier version only, elided ones too."""
        place = next(self._earlier.places(given.words, 1), None)
        if place is None:
            return None
        flags = {"inserted"} if given.inserted else set()
        return self._answer(quote, "superseded", flags, place, 0)

    def _otherwise(self, quote: str, given: Given, claim: Claim, library: Library) -> Checked:
        """Judge words that stand nowhere as they are: sewn together, near something, or absent."""
        words = given.words
        found = nearest_places(words, library, self._standing)
        best = found[0] if found else None
        if best is not None:
            ties = [one for one in found if one.distance == best.distance]
            best = next((one for one in ties if claim.met_by(one.place.wording.article)), best)
        changed = [] if best is None else edits(words, _stretch(best))
        far = best is None or best.distance > NEAR * len(words)
        if far or any(max(b - a for a, b in edit) >= _SUSPECT for edit in changed):
            pieces = splicing.pieces_of(words, self._standing)
            if pieces and not splicing.together(pieces, self._standing):
                place = next(self._standing.places(pieces[0], 1))
                return self._answer(quote, "spliced", set(), place, 0)
        if far or best is None:
            return Checked(quote, "absent", articles=0)
        return self._near(quote, given, claim, best, changed)

    def _near(self, quote: str, given: Given, claim: Claim, best: NearPlace, changed: list[Edit]) -> Checked:
        flags = set(dangers(given.words, _stretch(best), changed))
        flags |= {"inserted"} if given.inserted else set()
        flags |= {"elided"} if len(given.pieces) > 1 else set()
        if not claim.met_by(best.place.wording.article):
            flags.add("source")
        place = best.place
        at = place.start + (changed[0].source[0] if changed else 0)
        pointed = Place(place.wording, min(at, place.end - 1), place.end)
        answer = self._answer(quote, "near", flags, pointed, 0)
        return _with_differences(answer, given, place, changed)

    def _answer(
        self, quote: str, verdict: Verdict, flags: set[str] | frozenset[str], place: Place, articles: int
    ) -> Checked:
        wording = place.wording
        start, _ = wording.folded.span(place.start, max(place.end, place.start + 1))
        section = wording.section_at(start)
        return Checked(quote, verdict, ordered(flags), (), wording.article, section, articles)


def _stretch(near: NearPlace) -> str:
    return near.place.wording.folded.text[near.place.start : near.place.end]


def _cut(run: Sequence[Place]) -> frozenset[str]:
    """Return what was cut off round pieces, and what the ellipses between them hide."""
    text = run[0].wording.folded.text
    gaps = (text[one.end : other.start] for one, other in pairwise(run))
    round_all = cuts(Place(run[0].wording, run[0].start, run[-1].end))
    return frozenset({*round_all, *(flag for gap in gaps for flag in hidden(gap))})


def _with_differences(answer: Checked, given: Given, place: Place, changed: Sequence[Edit]) -> Checked:
    """Add the differences, as far as they stand in the section that is shown."""
    section, start = answer.section, given.bounds[0]
    if section is None:
        return answer
    found = []
    for edit in changed:
        ours = given.whole.span(start + edit.quote[0], start + edit.quote[1])
        theirs = place.wording.folded.span(place.start + edit.source[0], place.start + edit.source[1])
        left, right = (min(max(one - section.start, 0), len(section.text)) for one in theirs)
        found.append(QuoteDifference(_kind(edit), ours, (left, right)))
    return replace(answer, differences=tuple(found))


def _kind(edit: Edit) -> Kind:
    if edit.source[0] == edit.source[1]:
        return "put in"
    return "left out" if edit.quote[0] == edit.quote[1] else "replaced"
