"""The fifth stage: from what the judge kept to the ranking that is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.search.decide.judge import listed
from corpus.search.decide.matched import all_phrases
from corpus.search.decide.rule import headed
from corpus.search.decide.rules import PARTIAL_NAME
from corpus.search.present.figures import with_figures_of, without_other_numbers
from corpus.search.present.merging import LocatedMatch, merge_alike
from corpus.search.present.polarity import contrary
from corpus.search.present.refusals import Refusal, refusal
from corpus.search.present.spans import spans
from corpus.search.present.suggestions import meant
from corpus.search.present.wording import other_wording
from corpus.search.score import model
from corpus.text.normalize import normalize_letters_with_offsets
from corpus.vocabulary import Match

if TYPE_CHECKING:
    from corpus.search.decide.judge import Judgement
    from corpus.search.decide.rule import Passage
    from corpus.search.library import Library
    from corpus.search.query.analysis import Kind
    from corpus.search.query.taking_up import Follow
    from corpus.search.query.weights import WeightedQuery
    from corpus.vocabulary import Section, Span

SHOWN = 4  # decimals of a feature that is shown


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: what it asks for (2024年), whether it is answered, and what may be said if not."""

    asked: str
    answered: bool
    refusal: Refusal = field(default_factory=Refusal)


@dataclass(frozen=True, slots=True)
class Ranking:
    """What a search found: all matches in a total order, best first, and whether the first is an answer.

    `kind` is the kind of query that it proved to be, whose weights hold. `phrase_missed` says that the phrase in
    quotation marks stands nowhere, so that near ones are shown; `more` that further sections hold the query as it
    stands. `refusal` says what may be said where nothing answers, `did_you_mean` what may have been meant. `refused`
    are the sections that came near and are not shown, each with the name of the rule that refused it. `follow` is set
    where nothing was looked for, as the query has nothing but talk: what it wants of the question before it. `left` is
    then the year, place or clause that it names, as typed (换成2023年 gives `change` and 2023年).
    `sides` are those of a comparison, whose matches come in turn.
    """

    matches: tuple[Match, ...] = ()
    answered: bool = False
    kind: Kind = "name"
    did_you_mean: str | None = None
    phrase_missed: bool = False
    more: bool = False
    refusal: Refusal = field(default_factory=Refusal)
    refused: tuple[tuple[Section, str], ...] = ()
    follow: Follow | None = None
    left: str = ""
    sides: tuple[Side, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the query has nothing that can be looked for."""
        return self.follow is not None

    @property
    def suggestions(self) -> tuple[str, ...]:
        """Terms of the library near a query that is not answered."""
        return self.refusal.suggestions

    @property
    def lacking(self) -> str:
        """The place or document that no passage is about, though some about others come near."""
        return self.refusal.lacking


def present(judgement: Judgement, library: Library) -> Ranking:
    """Return the ranking that is shown: passages that say the same merged, with spans, suggestions and a refusal."""
    case = judgement.case
    weighted, phrases = case.weighted, all_phrases(case)
    places = [LocatedMatch(one, _spans(weighted, one, phrases)) for one in judgement.kept]
    merged = merge_alike(places, library)
    final = listed(judgement, [place.passage for place in merged])
    found = tuple(_match(weighted, one, place) for one, place in zip(final.kept, merged, strict=False))
    return Ranking(
        found,
        final.answered,
        weighted.kind,
        did_you_mean=_told(weighted, final, found, library),
        refusal=Refusal() if final.answered else refusal(final, library),
        phrase_missed=case.phrase_missed,
        more=_holds_more(judgement),
        refused=final.reasons,
    )


def _spans(weighted: WeightedQuery, one: Passage, phrases: tuple[str, ...]) -> tuple[Span, ...]:
    """Return where a passage matched; a number that was not asked for is no part of a near match."""
    found = spans(weighted, one.section.text, one.matched, phrases)
    if one.matched in {"exact", "heading"}:
        return found
    return without_other_numbers(found, one.section.text, weighted.analyzed.typed)


def _told(
    weighted: WeightedQuery, final: Judgement, found: tuple[Match, ...], library: Library
) -> str | None:
    """Return what the first passage says in the place of the query, or what may have been meant where none answers.

    It is the clause that rules the contrary, the words of a mistyped name, its figures, or its words for a short query.
    """
    if not final.answered:
        return meant(weighted, found)
    first = final.kept[0]
    if said := contrary(weighted, first.section.text) or meant(weighted, found):
        return said
    figures = with_figures_of(weighted, found[0], headed(first.scored, first.section))
    article = library.articles().get(first.section.article)
    return figures or other_wording(weighted, found[0], article.title if article else "")


def _holds_more(judgement: Judgement) -> bool:
    """Whether more sections hold the query as it stands than were judged."""
    refused = (one for one, rule in judgement.refused if rule != PARTIAL_NAME)
    return judgement.scoring.retrieved.holds_more([one.scored.parts for one in (*judgement.kept, *refused)])


def _match(weighted: WeightedQuery, one: Passage, place: LocatedMatch) -> Match:
    parts = model.known_parts(weighted, one.parts)
    return Match(
        section=one.section,
        score=one.confidence,
        matched=one.matched,
        spans=place.spans,
        parts=tuple((name, round(value, SHOWN)) for name, value in parts.items()),
        also=tuple(place.also),
        expansion=_expansion(weighted, one.section.text)
        if one.matched == "alias" or one.parts["reworded"]
        else "",
        rule=one.rule,
    )


def _expansion(weighted: WeightedQuery, text: str) -> str:
    """Return the full form of the query's short form as the section prints it (高企: 高新技术企业); empty for none."""
    folded = normalize_letters_with_offsets(text)
    said = (full for one in weighted.expansions for full in one.full)
    meant = (way for unit in weighted.units if unit.word not in folded.text for way in unit.ways)
    for full in (*said, *meant):
        at = folded.text.find(full)
        if at >= 0:
            start, end = folded.span(at, at + len(full))
            return text[start:end]
    return ""
