"""What the judge works with: a passage as it was read, the case it is judged in, and what a rule is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from corpus.search.query.borders import spaced
from corpus.search.query.latin import WHOLE
from corpus.text.normalize import normalize, normalize_letters
from corpus.text.polarity import is_cut_denial

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from corpus.search.decide.scope import Scope
    from corpus.search.query.weights import WeightedQuery
    from corpus.search.score.features import Scored
    from corpus.vocabulary import Matched, Section

Phase = Literal["alone", "beside", "list"]
ALL_TOLD = 0.999  # shares add up to one, less what rounding takes
REPORT = "工作报告"  # what the title of a government's report ends with
REFUSED = 0.0  # the verdict of a rule by which a section is no answer


@dataclass(frozen=True, slots=True)
class Passage:
    """A scored section whose text was read; `parts` are its features with how Latin words stand in that very text.

    `matched`, `rule` and `confidence` (0 to 1) are set on those that are kept: how the query stands there, and the
    rule that settled how sure it is an answer.
    """

    scored: Scored
    section: Section
    parts: Mapping[str, float]
    matched: Matched = "near"
    rule: str = "weights"
    confidence: float = 0.0

    @property
    def fit(self) -> float:
        """How well the section fits the query as a whole, by characters or by sound, 0 to 1."""
        return max(self.parts["edit"], self.parts["sound"])


@dataclass(frozen=True, slots=True)
class Case:
    """A query and what is known of all its passages that are left.

    `best_fit` is the fit of the best of them, `phrase_missed` says that a phrase of the query stands nowhere as it is
    to stand. `listed` and `first` are the passages that are listed so far and the confidence of the first.
    """

    weighted: WeightedQuery
    scope: Scope
    phrase_missed: bool
    best_fit: float = 0.0
    listed: int = 0
    first: float = 0.0

    def beside(self, left: Iterable[Passage]) -> Case:
        """Return the case as it is when only these passages are left."""
        return replace(self, best_fit=max((one.fit for one in left), default=0.0))


@dataclass(frozen=True, slots=True)
class Example:
    """A query, the texts of one article, and the numbers (from 1) of those that the rule settles.

    None of them (`settles=()`) shows what the rule leaves alone.
    """

    query: str
    texts: tuple[str, ...]
    settles: tuple[int, ...] = ()
    title: str = "工作手册"
    headings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason for which a section is an answer or none: a table of them is the judge.

    `applies` says whether the rule is about such a query, `holds` whether it settles a passage. `verdict` is REFUSED,
    or the least confidence (to 1) that the passage then has. A rule looks at a passage alone, beside the best of those
    that are left, or at its place in the list that is shown (`phase`). One that `spares` refuses no passage where it
    would refuse each; the query's phrase is then missed.
    """

    name: str
    why: str
    applies: Callable[[Case], bool]
    holds: Callable[[Case, Passage], bool]
    verdict: float = REFUSED
    examples: tuple[Example, ...] = ()
    phase: Phase = "alone"
    spares: bool = False


def read(weighted: WeightedQuery, scored: Scored, section: Section) -> Passage:
    """Return a passage with how Latin words and numbers stand in its text, its headings and its title.

    What is nothing but Latin words and numbers is exact only where it stands as typed, and what holds some only where
    it cuts no number and no word in two: 18.52万人 does not hold 5.2万人.
    """
    latin, figure = weighted.latin, weighted.analyzed.figure
    parts = scored.parts
    if parts["asked"] and figure is not None:
        in_report = REPORT in scored.entry.head.partition("\n")[0]
        whole = figure.indicator or parts["words"] + parts["head"] + parts["alias"] > ALL_TOLD
        worth = figure.worth(section.text, "".join(section.headings), in_report=in_report) if whole else 0.0
        parts = {**parts, "asked": worth}
    if parts["exact"] and is_cut_denial(normalize(weighted.analyzed.typed), normalize(section.text)):
        parts = {**parts, "exact": 0.0}
    if latin.whole is None:
        return Passage(scored, section, parts)
    head = headed(scored, section)
    stands = latin.stands(section.text, head)
    own = {**parts, "stands": stands}
    if latin.alone and stands < WHOLE:
        own["exact"] = 0.0
        own["under"] = max(own["under"], float(not stands and latin.stands_whole(head)))
    elif weighted.analyzed.letters == normalize_letters(weighted.analyzed.typed) and latin.is_cut(
        section.text
    ):
        own["exact"] = 0.0
    return Passage(scored, section, own)


def headed(scored: Scored, section: Section) -> str:
    """Return the title and headings over a section, folded as Latin words and numbers are looked for in them."""
    return spaced("\n".join((scored.entry.head.partition("\n")[0], *section.headings)))
