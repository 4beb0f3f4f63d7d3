"""The one order of passages: what is named, what stands as typed, exact ones, headings, then the likeliest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.search.decide.checks import FITS, is_covered
from corpus.search.score.features import in_full
from corpus.text.normalize import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.search.decide.rule import Case, Passage
    from corpus.search.query.weights import WeightedQuery


def ordered(case: Case, passages: Iterable[Passage]) -> list[Passage]:
    """Return passages best first: by how they stand in the text that was read, then by score, then by id.

    The order is total, so it is the same on every machine.
    """
    analyzed = case.weighted.analyzed
    verbatim, apart = analyzed.typed, analyzed.kind == "keywords" or case.best_fit < FITS
    spaceless = normalize(verbatim)
    return sorted(
        passages,
        key=lambda one: (
            *_as_read(case, verbatim, spaceless, one),
            *_as_scored(case.weighted, one, apart=apart, reworded=case.best_fit < FITS),
        ),
    )


def _as_read(case: Case, verbatim: str, spaceless: str, one: Passage) -> tuple[float, ...]:
    """Sort by the very text: among exact ones those go first that hold the query with its very punctuation.

    The full form of a query goes before it where that stands only as pieces of other words.
    """
    parts = one.parts
    if parts["clause"] or parts["titled"] or not parts["exact"]:
        named = (-parts["clause"], -parts["titled"], -parts["asked"], -parts["stands"])
        return (*named, not in_full(case.weighted, parts), -parts["exact"], 0.0, 0.0)
    text = one.section.text
    return (
        0.0,
        0.0,
        -parts["asked"],
        -parts["stands"],
        True,
        -1.0,
        verbatim not in text,
        spaceless not in normalize(text),
    )


def _as_scored(weighted: WeightedQuery, one: Passage, *, apart: bool, reworded: bool) -> tuple[float, ...]:
    """Sort by the features of the folded text; the sections of a title are in the order of the article.

    `apart` says that the words may stand apart from one another: what holds each of them goes before what does not.
    `reworded` says that nothing fits the query as typed: what says all of it in other words goes before.
    """
    scored = one.scored
    parts, at = scored.parts, scored.entry.id
    if parts["titled"]:
        return (-parts["clause"], -1.0, at)
    return (
        -parts["clause"],
        0.0,
        -parts["stands"],
        not in_full(weighted, parts),
        -parts["exact"],
        -parts["under"],
        -parts["defines"],
        not (apart and _holds_each_word(weighted, parts)),
        -parts["reworded"] if reworded else 0.0,
        -scored.score,
        at,
    )


def _holds_each_word(weighted: WeightedQuery, parts: Mapping[str, float]) -> bool:
    """Whether a section holds each of several key words; typed without a space, one by a heading or a full form."""
    named = weighted.analyzed.kind == "keywords" or parts["head"] > 0 or parts["alias"] > 0
    return weighted.kind == "keywords" and named and is_covered(weighted, parts)
