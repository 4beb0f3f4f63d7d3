"""Fit the weights of search on the DEV half and say what cross-validation makes of them.

    python bench/fit_search.py ../shared/bench [--write] [--only pinyin]

The order is fitted by a listwise softmax over the candidates, the decision by logistic regression, both for each
kind of query, both drawn towards where they start. Cross-validation is by article (five folds) and by collection.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from search_asked import ASKED_CLASS
from search_features import COLLECTIONS, SEED, Case, cases, fold_of
from search_parts import ALWAYS_FOR, FOR_AN_ANSWER, KINDS, RANK, SURE

from corpus.search.decide.judge import verdicts
from corpus.search.decide.rules import RULES
from corpus.search.score import model as weights
from corpus.search.score.model import known_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.search.decide.rule import Passage

SHARPNESS = 4.0  # of the softmax: a difference of 0.25 in score is one in log odds
COMPARED = 12  # best candidates of a query that are learnt from
LEAST_EXACT = 2.0  # of the order: an exact match stays well above
FOREIGN_WEIGHT = (
    0.3  # of a part of the joint figure: all queries of other collections of one kind, or spelt one way
)
WORTH = {ASKED_CLASS: 0.5}  # the same for questions made by script
Weights = dict[str, dict[str, float]]


class Adam:
    """Gradient steps of adapted size (Kingma and Ba 2015)."""

    def __init__(self, start: list[float], rate: float) -> None:
        self.values, self.rate, self.steps = list(start), rate, 0
        self._mean, self._square = [0.0] * len(start), [0.0] * len(start)

    def step(self, gradient: list[float]) -> None:
        """Take one step against a gradient."""
        self.steps += 1
        for at, slope in enumerate(gradient):
            self._mean[at] = 0.9 * self._mean[at] + 0.1 * slope
            self._square[at] = 0.99 * self._square[at] + 0.01 * slope**2
            mean = self._mean[at] / (1 - 0.9**self.steps)
            self.values[at] -= (
                self.rate * mean / (math.sqrt(self._square[at] / (1 - 0.99**self.steps)) + 1e-8)
            )


def fit_rank(found: list[Case], counts: Counter[str], steps: int = 40) -> Weights:
    """Fit the order of sections for each kind of query."""
    return {
        kind: _fit_rank([one for one in found if one.weighted.kind == kind], counts, steps) for kind in KINDS
    }


def _fit_rank(found: list[Case], counts: Counter[str], steps: int) -> dict[str, float]:
    start = [value for value, _ in RANK.values()]
    groups = [
        (group, 50 / counts[one.cls]) for one in found if one.answerable and (group := _group(one, start))
    ]
    adam, total = Adam(start, 0.05), sum(weight for _, weight in groups) or 1.0
    for _ in range(steps):
        gradient = [2.0 * (value - first) / total for value, first in zip(adam.values, start, strict=True)]
        for rows, weight in groups:
            _add_slope(gradient, rows, adam.values, weight / total)
        adam.step(gradient)
        adam.values = [
            max(value, LEAST_EXACT if name == "exact" else 0.0)
            for name, value in zip(RANK, adam.values, strict=True)
        ]
    return dict(zip(RANK, adam.values, strict=True))


def _group(one: Case, start: list[float]) -> list[tuple[list[float], bool]]:
    """Choose the candidates to compare; none where all or none are right."""
    rows = [([row.parts[name] for name in RANK], right) for row, right in one.rows]
    rows.sort(key=lambda row: -sum(map(float.__mul__, start, row[0])))
    rows = rows[:COMPARED] + [row for row in rows[COMPARED:] if row[1]][:2]
    return rows if len({right for _, right in rows}) > 1 else []


def _add_slope(
    gradient: list[float], rows: list[tuple[list[float], bool]], values: list[float], weight: float
) -> None:
    scores = [SHARPNESS * sum(map(float.__mul__, values, row)) for row, _ in rows]
    highest = max(scores)
    odds = [math.exp(score - highest) for score in scores]
    everything, right = sum(odds), sum(one for one, (_, ok) in zip(odds, rows, strict=True) if ok) or 1e-12
    for one, (row, ok) in zip(odds, rows, strict=True):
        slope = (one / everything - (one / right if ok else 0.0)) * SHARPNESS * weight
        if abs(slope) > 1e-6:
            for at, value in enumerate(row):
                gradient[at] += slope * value


def best(one: Case, weights: Weights, sure: Weights | None = None) -> tuple[Passage, bool] | None:
    """Return the passage that the judge would put first, and whether it is right; None where it refuses all.

    Its confidence is by these weights of the decision, or 0.5 where there are none yet.
    """
    own = weights[one.weighted.kind]
    scored = [
        replace(
            row, scored=replace(row.scored, score=round(sum(own[name] * row.parts[name] for name in RANK), 9))
        )
        for row, _ in one.rows
    ]
    _, kept, _ = verdicts(one.judged, scored, RULES, lambda _, parts: confidence(one, parts, sure))
    right = {row.scored.entry.id: ok for row, ok in one.rows}
    return (kept[0], right[kept[0].scored.entry.id]) if kept else None


def confidence(one: Case, parts: Mapping[str, float], sure: Weights | None) -> float:
    """Return how sure a passage is an answer by weights of the decision, 0 to 1."""
    if sure is None:
        return 0.5
    total = sum(map(float.__mul__, sure[one.weighted.kind].values(), known(one, parts)))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def known(one: Case, parts: Mapping[str, float]) -> list[float]:
    """Return what the decision sees of a query and its best candidate."""
    every = known_parts(one.weighted, parts)
    return [every[name] for name in SURE]


def fit_sure(found: list[Case], counts: Counter[str], weights: Weights, steps: int = 1000) -> Weights:
    """Fit for each kind of query whether the best candidate is an answer."""
    sure = {}
    for kind in KINDS:
        rows = []
        for one in found:
            top = best(one, weights) if one.weighted.kind == kind else None
            if top and top[0].rule != "weights":
                continue  # a rule decides: there is nothing to learn
            if top and one.answerable == top[1]:  # answering wrongly what has an answer costs nothing more
                worth = FOREIGN_WEIGHT if one.cls.startswith("foreign/") else WORTH.get(one.cls, 1.0)
                rows.append((known(one, top[0].parts), float(one.answerable), worth / counts[one.cls]))
        sure[kind] = dict(zip(SURE, _fit_sure(rows, steps, FOR_AN_ANSWER.get(kind, ALWAYS_FOR)), strict=True))
    return sure


def _fit_sure(rows: list[tuple[list[float], float, float]], steps: int, upwards: set[str]) -> list[float]:
    adam, total = Adam([0.0] * len(SURE), 0.1), sum(weight for _, _, weight in rows) or 1.0
    for _ in range(steps):
        gradient = [0.00006 * value for value in adam.values]
        gradient[-1] = 0.0
        for row, right, weight in rows:
            score = max(-30.0, min(30.0, sum(map(float.__mul__, adam.values, row))))
            slope = (1 / (1 + math.exp(-score)) - right) * weight / total
            for at, value in enumerate(row):
                gradient[at] += slope * value
        adam.step(gradient)
        adam.values = [
            max(value, 0.0) if name in upwards else value
            for name, value in zip(SURE, adam.values, strict=True)
        ]
    return adam.values


def judged(found: list[Case], rank: Weights, sure: Weights) -> dict[str, list[float]]:
    """Return for each part of the joint figure what every query earns."""
    earned = defaultdict(list)
    for one in found:
        top = best(one, rank, sure)
        answered = top is not None and top[0].confidence >= weights.ANSWERED
        right = (answered and top is not None and top[1]) if one.answerable else not answered
        earned[one.cls if one.collection != SEED else f"({SEED}) {one.cls}"].append(float(right))
    return earned


def mean(values: list[float]) -> float:
    """Return the mean, 0 for nothing."""
    return sum(values) / len(values) if values else 0.0


def joint(earned: dict[str, list[float]]) -> float:
    """Return the mean over the parts that the scorer counts."""
    return mean(
        [
            mean(values)
            for name, values in earned.items()
            if not name.startswith(("foreign/", "(", ASKED_CLASS))
        ]
    )


def validated(found: list[Case], groups: list[set[str]] | int) -> dict[str, list[float]]:
    """Fit on all groups but one and judge that one, for each group in turn: collections, or folds of articles."""
    total = defaultdict(list)
    splits = range(groups) if isinstance(groups, int) else groups
    for held in splits:
        is_held = [
            fold_of(one, groups) == held if isinstance(held, int) else one.collection in held for one in found
        ]
        learnt = [one for one, out in zip(found, is_held, strict=True) if not out]
        counts = Counter(one.cls for one in learnt)
        rank = fit_rank(learnt, counts)
        sure = fit_sure(learnt, counts, rank)
        for name, values in judged(
            [one for one, out in zip(found, is_held, strict=True) if out], rank, sure
        ).items():
            total[name] += values
    return total


def table(rank: Weights, sure: Weights) -> str:
    """Write the weights as the table that corpus/search/score/model.py reads."""
    lines = [
        "# Weights of the features. rank: the order; sure: is it an answer?",
        "# Rule: made by a fit and never by hand.",
        "# Origin: fitted by bench/fit_search.py on the DEV half. Licence: MIT, as the program.",
    ]
    lines.append("\t".join(["use", "part", *KINDS, "reason"]))
    for name, (_, reason) in RANK.items():
        lines.append(
            "\t".join(["rank", name, *(f"{rank[kind].get(name, 0.0):.3f}" for kind in KINDS), reason])
        )
    for name, reason in SURE.items():
        lines.append(
            "\t".join(["sure", name, *(f"{sure[kind].get(name, 0.0):.3f}" for kind in KINDS), reason])
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Collect the features, fit, cross-validate, print, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bench", type=Path)
    parser.add_argument("--write", action="store_true", help="write corpus/data/weights.tsv")
    parser.add_argument(
        "--only", choices=KINDS, help="write this kind's weights and leave the others' as they are"
    )
    parser.add_argument("--quick", action="store_true", help="no cross-validation")
    args = parser.parse_args()
    with get_context("spawn").Pool(2) as pool:
        parts = pool.starmap(
            cases, [(args.bench, name, args.only) for name in ("statutes", "small", "cmrc", "drcd", SEED)], 1
        )
    found = [one for some in parts for one in some]
    counts = Counter(one.cls for one in found)
    rank = fit_rank(found, counts)
    sure = fit_sure(found, counts, rank)
    columns = {"fitted": judged(found, rank, sure)}
    if args.write:
        written = [
            {kind: own[kind] if args.only in {None, kind} else weights.table()[use, kind] for kind in KINDS}
            for use, own in (("rank", rank), ("sure", sure))
        ]
        Path("corpus/data/weights.tsv").write_text(table(*written), encoding="utf-8")
    if not args.quick:
        columns["by article"] = validated(found, 5)
        columns["by collection"] = validated(found, [{"small", SEED}, *({name} for name in COLLECTIONS[1:4])])
    print(f"{'part':32}{'n':>5}" + "".join(f"{name:>15}" for name in columns))
    print(f"{'joint':32}{'':5}" + "".join(f"{joint(earned):15.4f}" for earned in columns.values()))
    for name in sorted(columns["fitted"]):
        row = "".join(f"{mean(earned[name]):15.3f}" for earned in columns.values())
        print(f"{name:32}{len(columns['fitted'][name]):5}{row}")


if __name__ == "__main__":
    main()
