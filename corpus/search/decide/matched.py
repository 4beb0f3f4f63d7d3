"""How a query stands in a passage: as typed, under a title, by its full form, by its sound, or nearly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.text.normalize import normalize_letters

if TYPE_CHECKING:
    from corpus.search.decide.rule import Case, Passage
    from corpus.search.query.weights import WeightedQuery
    from corpus.vocabulary import Matched


def how_matched(case: Case, one: Passage) -> Matched:
    """Return how a passage matched; while a phrase is missed nothing is exact."""
    how = _how(case.weighted, one)
    if case.phrase_missed:
        return "near" if how == "exact" else how
    return "exact" if how in {"near", "pinyin"} and all_phrases(case) else how


def all_phrases(case: Case) -> tuple[str, ...]:
    """Return the phrases, folded, of a query that is nothing but several: each stands in what was let through."""
    analyzed = case.weighted.analyzed
    if case.phrase_missed or len(analyzed.phrases) < 2:
        return ()
    said = tuple(bare for bare in map(normalize_letters, analyzed.phrases) if bare)
    alone = sum(map(len, said)) == len(analyzed.letters) and analyzed.kind != "question"
    return said if alone and len(said) > 1 else ()


def _how(weighted: WeightedQuery, one: Passage) -> Matched:
    parts = one.parts
    if parts["clause"] or parts["titled"]:
        return "heading"
    if parts["exact"]:
        return "exact"
    if parts["under"]:
        return "heading"
    if not parts["stands"] and (weighted.analyzed.typed_pinyin or parts["initials"]):
        return "pinyin"
    if parts["alias"] or _is_written_out(weighted, one.scored.entry.letters):
        return "alias"
    return "pinyin" if parts["sound"] > parts["edit"] and parts["sound"] == 1 else "near"


def _is_written_out(weighted: WeightedQuery, text: str) -> bool:
    """Whether a text has the full form of a short one that it does not hold, though it has the words it is cut into."""
    return any(
        one.short not in text and any(full in text for full in one.full) for one in weighted.expansions
    )
