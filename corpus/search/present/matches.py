"""From scored entries to matches: the sections themselves, each text once, with what matched and how."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.search.present.merging import Place, gathered
from corpus.search.present.spans import spans
from corpus.search.score import model as weights
from corpus.search.score.features import in_full
from corpus.text.normalize import bones, plain, skeleton
from corpus.vocabulary import Match

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corpus.search.library import Library
    from corpus.search.query.language import Query
    from corpus.search.query.weights import Weighed
    from corpus.search.score.features import Scored
    from corpus.vocabulary import Matched, Section, Span

ALWAYS = 10  # matches that are kept, sure or not
FLOOR = (
    0.5  # of the first match's score: beside a name that was found whole, sections with half of it are noise
)
FLOOR_ASKED = 0.2  # the same for a question, whose answer need not look like it
FITS, BEHIND = 0.75, 0.2  # likeness that fits as a whole, and how far behind it another is only a part
_MARK = re.compile(r"[^\w\s+%·-]")
MEETING = 3  # characters of a query that may meet by chance where a clause ends and the next begins
_WITHIN = r"[^\w+%,;:。.!?…]*"  # what may stand between two characters of one clause: 京、津、冀
SHOWN = 4  # decimals of a part that is shown


def matches(
    weighed: Weighed, query: Query, ranked: list[tuple[Scored, Section]], library: Library, *, missed: bool
) -> tuple[Match, ...]:
    """Make matches of ranked sections; what is said alike in several places is one, with the other places beside it.

    Among exact matches those go first that hold the query with its very punctuation. Scores never rise.
    `missed` says that a phrase of the query stands nowhere as it is to stand: then no match is exact.
    """
    spaceless = plain(query.verbatim)
    pairs = sorted(ranked, key=lambda pair: _literally(weighed, query.verbatim, spaceless, *pair))
    fitting = best_fit(one for one, _ in ranked)
    named = any(one.parts["clause"] or one.parts["titled"] for one, _ in ranked)
    phrases = () if missed else _said_apart(weighed, query)
    places: list[Place] = []
    for one, section in pairs:
        if is_noise(weighed, one, fitting, named=named) or _by_chance(
            query.verbatim, weighed.asked.bare, one, section
        ):
            continue
        how = _matched(weighed, one)
        how = "near" if missed and how == "exact" else how
        how = "exact" if phrases and how in {"near", "pinyin"} else how
        found_at = spans(weighed, section.text, how, phrases)
        if how == "pinyin" and one.parts["initials"] and crosses_marks(section.text, found_at):
            continue  # letters of two sentences in a row are no word
        places.append(Place(one, section, how, found_at))
    return _told(weighed, gathered(places, library))


def _said_apart(weighed: Weighed, query: Query) -> tuple[str, ...]:
    """Return the phrases, folded, of a query that is nothing but several: each stands in what was let through."""
    said = tuple(bare for bare in map(skeleton, query.phrases) if bare)
    alone = sum(map(len, said)) == len(weighed.asked.bare) and weighed.asked.kind != "question"
    return said if alone and len(said) > 1 else ()


def _by_chance(verbatim: str, bare: str, one: Scored, section: Section) -> bool:
    """Whether a short query's characters only meet where two clauses do: 为人，社会 says nothing of 人社."""
    if len(bare) > MEETING or not one.parts["exact"] or one.parts["stands"] or verbatim in section.text:
        return False
    return re.search(_WITHIN.join(map(re.escape, bare)), plain(section.text)) is None


def _literally(
    weighed: Weighed, verbatim: str, spaceless: str, one: Scored, section: Section
) -> tuple[float, ...]:
    parts = one.parts
    if parts["clause"] or parts["titled"] or not parts["exact"]:
        named = (-parts["clause"], -parts["titled"], -parts["stands"])
        return (*named, not in_full(weighed, parts), -parts["exact"])
    said = (verbatim not in section.text, spaceless not in plain(section.text))
    return (0.0, 0.0, -parts["stands"], True, -1.0, *said)


def best_fit(ranked: Iterable[Scored]) -> float:
    """Return how well the best section fits the query as a whole, by characters or by sound."""
    return max((max(one.parts["edit"], one.parts["sound"]) for one in ranked), default=0.0)


def is_noise(weighed: Weighed, one: Scored, fitting: float, *, named: bool) -> bool:
    """Whether a section fits only a part of a query that another one fits as a whole, or is named by."""
    if named and not (one.parts["clause"] or one.parts["titled"] or one.parts["exact"]):
        return True
    if weighed.kind in {"question", "keywords"} or fitting < FITS:
        return False
    parts = one.parts
    called = (
        parts["exact"]
        or parts["stands"]
        or parts["clause"]
        or parts["under"]
        or parts["initials"]
        or parts["alias"]
    )
    meant = any(full in one.entry.skeleton for form in weighed.expansions for full in form.full)
    return not (called or meant) and max(parts["edit"], parts["sound"]) < fitting - BEHIND


def _told(weighed: Weighed, places: Iterable[Place]) -> tuple[Match, ...]:
    """Make matches of places in their order; scores never rise, and end where they say nothing any more."""
    found: list[Match] = []
    floor = FLOOR_ASKED if weighed.kind == "question" else FLOOR
    for place in places:
        score = round(min(weights.sure(weighed, place.one.parts), found[-1].score if found else 1.0), 6)
        if score < weights.ANSWERED and (len(found) >= ALWAYS or (found and score < floor * found[0].score)):
            break
        found.append(_match(weighed, place, score))
    return tuple(found)


def crosses_marks(text: str, found_at: tuple[Span, ...]) -> bool:
    """Whether a matched stretch holds a mark that ends a word."""
    return any(_MARK.search(text[start:end]) for start, end in found_at)


def _match(weighed: Weighed, place: Place, score: float) -> Match:
    how, parts = place.how, weights.known_parts(weighed, place.one.parts)
    return Match(
        section=place.section,
        score=score,
        matched=how,
        spans=place.spans,
        parts=tuple((name, round(value, SHOWN)) for name, value in parts.items()),
        also=tuple(place.also),
        expansion=_expansion(weighed, place.section.text) if how == "alias" else "",
        rule=weights.rule_of(weighed, place.one.parts),
    )


def _matched(weighed: Weighed, one: Scored) -> Matched:
    parts = one.parts
    if parts["clause"] or parts["titled"]:
        return "heading"
    if parts["exact"]:
        return "exact"
    if parts["under"]:
        return "heading"
    if not parts["stands"] and (weighed.asked.typed_pinyin or parts["initials"]):
        return "pinyin"
    if parts["alias"] or _is_written_out(weighed, one.entry.skeleton):
        return "alias"
    return "pinyin" if parts["sound"] > parts["edit"] and parts["sound"] == 1 else "near"


def _is_written_out(weighed: Weighed, text: str) -> bool:
    """Whether a text has the full form of a short one that it does not hold, though it has the words it is cut into."""
    return any(one.short not in text and any(full in text for full in one.full) for one in weighed.expansions)


def _expansion(weighed: Weighed, text: str) -> str:
    """Return what a short form stands for in the very words of the text; nothing where the text has no such words."""
    folded = bones(text)
    for full in (full for one in weighed.expansions for full in one.full):
        at = folded.text.find(full)
        if at >= 0:
            start, end = folded.span(at, at + len(full))
            return text[start:end]
    return ""
