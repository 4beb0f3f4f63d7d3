"""The one judge: which scored sections answer a query, how sure that is, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.search.decide import rules
from corpus.search.decide.matched import how_matched
from corpus.search.decide.order import ordered
from corpus.search.decide.rule import REFUSED, Case, read
from corpus.search.decide.scope import scope_of
from corpus.search.score import model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from corpus.search.decide.rule import Passage, Rule
    from corpus.search.library import Library
    from corpus.search.query.weights import WeightedQuery
    from corpus.search.score.scoring import Scoring
    from corpus.vocabulary import Section

    Confidence = Callable[[WeightedQuery, Mapping[str, float]], float]

ROUNDED = 6  # decimals of a confidence that count


@dataclass(frozen=True, slots=True)
class Judgement:
    """The passages that may answer, best first, and those that may not, each with the rule that refused it.

    A kept passage whose confidence is below `model.ANSWERED` comes near and is no answer. `case` is as the rules left
    it, and `table` holds the rules that were asked.
    """

    scoring: Scoring
    case: Case
    kept: tuple[Passage, ...]
    refused: tuple[tuple[Passage, str], ...]
    table: Sequence[Rule] = rules.RULES

    @property
    def answered(self) -> bool:
        """Whether the first passage is an answer."""
        return bool(self.kept) and self.kept[0].confidence >= model.ANSWERED

    def would_answer(self, rule: str) -> bool:
        """Whether a section that a rule refused would be an answer by its features."""
        out = (replace(one, parts=one.scored.parts) for one, name in self.refused if name == rule)
        return any(
            settled(self.case, one, _answers(self.table, self.case))[1] >= model.ANSWERED for one in out
        )

    @property
    def reasons(self) -> tuple[tuple[Section, str], ...]:
        """Each section that was refused, with the name of the rule."""
        return tuple((one.section, name) for one, name in self.refused)


def judge(scoring: Scoring, library: Library, table: Sequence[Rule] = rules.RULES) -> Judgement:
    """Read the scored sections, put them in order, and ask the rules of each, one rule after another."""
    weighted, scored = scoring.weighted, scoring.scored
    sections = library.sections([one.entry.id for one in scored])
    passages = [read(weighted, one, section) for one, section in zip(scored, sections, strict=True)]
    case = Case(weighted, scope_of(weighted, library), scoring.retrieved.phrase_missed)
    return Judgement(scoring, *verdicts(case, passages, table), table)


def verdicts(
    case: Case, passages: Sequence[Passage], table: Sequence[Rule], confidence: Confidence = model.confidence
) -> tuple[Case, tuple[Passage, ...], tuple[tuple[Passage, str], ...]]:
    """Return the case as the rules leave it, the passages that they keep, best first, and those that they refuse.

    The fit gives its own `confidence` for the model's.
    """
    case = case.beside(passages)
    left, refused = ordered(case, passages), []
    for phase in ("alone", "beside"):
        case = case.beside(left)
        for rule in (one for one in table if one.phase == phase and one.verdict == REFUSED):
            case, left, out = _refuse(rule, case, left)
            refused += [(one, rule.name) for one in out]
    answers = _answers(table, case)
    return case, tuple(_kept(case, one, answers, confidence) for one in left), tuple(refused)


def _refuse(rule: Rule, case: Case, left: list[Passage]) -> tuple[Case, list[Passage], list[Passage]]:
    """Return what a rule leaves and what it refuses; nothing is refused where a rule that spares would refuse all."""
    if not rule.applies(case):
        return case, left, []
    out = [one for one in left if rule.holds(case, one)]
    if not out:
        return case, left, []
    if rule.spares and len(out) == len(left):
        return replace(case, phrase_missed=True), left, []
    gone = set(map(id, out))
    return case, [one for one in left if id(one) not in gone], out


def _answers(table: Iterable[Rule], case: Case) -> list[Rule]:
    return [one for one in table if one.verdict != REFUSED and one.applies(case)]


def _kept(case: Case, one: Passage, answers: Iterable[Rule], confidence: Confidence) -> Passage:
    name, sure = settled(case, one, answers, confidence)
    return replace(one, matched=how_matched(case, one), rule=name, confidence=sure)


def settled(
    case: Case, one: Passage, answers: Iterable[Rule], confidence: Confidence = model.confidence
) -> tuple[str, float]:
    """Return the first rule by which a passage is an answer, and how sure it is, 0 to 1: by the rule or the model.

    The name is `weights` where no rule says so.
    """
    sure = confidence(case.weighted, one.parts)
    for rule in answers:
        if rule.holds(case, one):
            return rule.name, max(rule.verdict, sure)
    return "weights", sure


def listed(judgement: Judgement, merged: Iterable[Passage]) -> Judgement:
    """Return the judgement on the list that is shown: confidence never rises in it, and it ends where a rule says so.

    `merged` are the kept passages of which those that say the same are one.
    """
    ends = [rule for rule in judgement.table if rule.phase == "list"]
    kept: list[Passage] = []
    case, refused, some = judgement.case, list(judgement.refused), list(merged)
    for at, passage in enumerate(some):
        sure = round(min(passage.confidence, kept[-1].confidence if kept else 1.0), ROUNDED)
        one = replace(passage, confidence=sure)
        rule = next((rule for rule in ends if rule.applies(case) and rule.holds(case, one)), None)
        if rule:
            refused += [(behind, rule.name) for behind in some[at:]]
            break
        kept.append(one)
        case = replace(case, listed=len(kept), first=kept[0].confidence)
    return replace(judgement, case=case, kept=tuple(kept), refused=tuple(refused))
