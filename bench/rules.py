"""Turn off one rule of the judge at a time, and print what it is worth on the DEV half.

    python bench/rules.py ../shared/bench [--only small,statutes]

For each rule: the queries on which it settles a passage, those whose answers change without it (the ids that are
shown, their order, answered or not), and by how much the joint figure of bench/fit_search.py falls. A rule without
which nothing changes, and whose examples another rule settles, may go.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from search_features import COLLECTIONS, SEED, library, part, queries, right_in, truth

from corpus.search.decide.rules import RULES, without
from corpus.search.pipeline import search
from corpus.search.query.language import parse

if TYPE_CHECKING:
    from corpus.search.present.matches import Ranking

ALL = ""  # the name under which all rules are on


@dataclass(frozen=True)
class Outcome:
    """What one query earns by the rules, and without each rule that settled something: (earned, changed)."""

    part: str
    earned: bool
    without: dict[str, tuple[bool, bool]]


def outcomes(root: Path, name: str) -> list[Outcome]:
    """Put the queries of one collection, with all rules and without each that settled something."""
    folder = root / "dev" / name
    found, _ = library(folder)
    answers = truth(folder)
    made = []
    for query in queries(folder):
        analyzed, right = parse(query["query"]), answers[query["qid"]]
        answerable = query["class"] != "no_answer"
        whole = search(analyzed, found)
        earned = _earns(whole, right, answerable=answerable)
        off = {}
        for rule in {*(name for _, name in whole.refused), *(one.rule for one in whole.matches)} - {
            "weights"
        }:
            less = search(analyzed, found, without(rule))
            off[rule] = _earns(less, right, answerable=answerable), _shown(less) != _shown(whole)
        made.append(Outcome(part(query), earned, off))
    return made


def _shown(ranking: Ranking) -> list[str]:
    """Return the sections that are shown, best first; none where there is no answer."""
    return [f"{one.section.article} {one.section.number}" for one in ranking.matches if ranking.answered]


def _earns(ranking: Ranking, answers: list[tuple[str, str]], *, answerable: bool) -> bool:
    """Whether the first passage is right, or nothing is shown where there is nothing."""
    if not answerable:
        return not ranking.answered
    return ranking.answered and right_in(ranking.matches[0].section, answers)


def joint(found: list[Outcome], off: str = ALL) -> float:
    """Return the mean over the parts of what queries earn, without one rule."""
    earned: defaultdict[str, list[float]] = defaultdict(list)
    for one in found:
        earned[one.part].append(float(one.without[off][0] if off in one.without else one.earned))
    return sum(sum(values) / len(values) for values in earned.values()) / (len(earned) or 1)


def main() -> None:
    """Put every query, then print a row for each rule."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("bench", type=Path)
    parser.add_argument("--only", help="collections, divided by commas")
    args = parser.parse_args()
    names = args.only.split(",") if args.only else [name for name in COLLECTIONS if name != SEED]
    with get_context("spawn").Pool(2) as pool:
        found = [
            one for some in pool.starmap(outcomes, [(args.bench, name) for name in names], 1) for one in some
        ]
    settles = Counter(rule for one in found for rule in one.without)
    changed = Counter(rule for one in found for rule, (_, other) in one.without.items() if other)
    print(f"{len(found):,} queries, joint {joint(found):.4f}\n")
    print("| rule | settles, queries | changed without it | joint |\n| --- | ---: | ---: | ---: |")
    for rule in RULES:
        name = rule.name
        print(
            f"| {name} | {settles[name]:,} | {changed[name]:,} | {joint(found, name) - joint(found):+.4f} |"
        )


if __name__ == "__main__":
    main()
