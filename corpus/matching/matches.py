"""From scored entries to matches: the sections themselves, each text once, with what matched and how."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.matching import weights
from corpus.matching.folding import bones, plain
from corpus.matching.spans import spans
from corpus.vocabulary import Match

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.matching.library import Library
    from corpus.matching.query import Query
    from corpus.matching.scoring import Scored
    from corpus.matching.weighing import Weighed
    from corpus.vocabulary import Matched, Section

ANSWERED = 0.5  # how sure a match must be to be an answer
ALWAYS = 10  # matches that are kept, sure or not
FLOOR = (
    0.5  # of the first match's score: beside a name that was found whole, sections with half of it are noise
)
FLOOR_ASKED = 0.2  # the same for a question, whose answer need not look like it
ENDS = "。！？\n"  # where a sentence ends, near enough to tell whether two are the same
SHOWN = 4  # decimals of a part that is shown


@dataclass(slots=True)
class _Place:
    one: Scored
    section: Section
    also: list[Section] = field(default_factory=list)


def matches(weighed: Weighed, query: Query, ranked: list[Scored], library: Library) -> tuple[Match, ...]:
    """Fetch the ranked sections; what is said alike in several places is one match, with the other places beside it.

    Among exact matches those go first that hold the query with its very punctuation. Scores never rise.
    """
    sections = library.sections([one.entry.id for one in ranked])
    pairs = list(zip(ranked, sections, strict=True))
    spaceless = plain(query.verbatim)
    pairs.sort(
        key=lambda pair: (
            -pair[0].parts["exact"],
            query.verbatim not in pair[1].text,
            pair[0].parts["exact"] and spaceless not in plain(pair[1].text),
        )
    )
    places: dict[str, _Place] = {}
    for one, section in pairs:
        place = places.setdefault(_said(query.verbatim, section.text), _Place(one, section))
        if place.section is not section:
            place.also.append(section)
    found: list[Match] = []
    floor = FLOOR_ASKED if weighed.kind == "question" else FLOOR
    for place in places.values():
        score = round(min(weights.sure(weighed, place.one.parts), found[-1].score if found else 1.0), 6)
        if score < ANSWERED and (len(found) >= ALWAYS or (found and score < floor * found[0].score)):
            break
        found.append(_match(weighed, place, score))
    return tuple(found)


def _said(wanted: str, text: str) -> str:
    """Return the sentence that holds what is wanted, where just one does; else the whole text."""
    at = text.find(wanted) if wanted else -1
    if at < 0 or text.find(wanted, at + 1) >= 0:
        return text
    start = max(text.rfind(mark, 0, at) for mark in ENDS) + 1
    ends = (text.find(mark, at + len(wanted)) for mark in ENDS)
    return text[start : min((end for end in ends if end >= 0), default=len(text))].strip()


def _match(weighed: Weighed, place: _Place, score: float) -> Match:
    how = _matched(weighed, place.one.parts)
    return Match(
        section=place.section,
        score=score,
        matched=how,
        spans=spans(weighed, place.section.text, how),
        parts=tuple((name, round(value, SHOWN)) for name, value in place.one.parts.items()),
        also=tuple(place.also),
        expansion=_expansion(weighed, place.section.text) if how == "alias" else "",
    )


def _matched(weighed: Weighed, parts: Mapping[str, float]) -> Matched:
    if parts["exact"]:
        return "exact"
    if weighed.asked.typed_pinyin or parts["initials"]:
        return "pinyin"
    if parts["alias"]:
        return "alias"
    return "pinyin" if parts["sound"] > parts["edit"] and parts["sound"] == 1 else "near"


def _expansion(weighed: Weighed, text: str) -> str:
    """Return what a short form stands for in the very words of the text; nothing where the text has no such words."""
    folded = bones(text)
    for full in (full for one in weighed.expansions for full in one.full):
        at = folded.text.find(full)
        if at >= 0:
            start, end = folded.span(at, at + len(full))
            return text[start:end]
    return ""
