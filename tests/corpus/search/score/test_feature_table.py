"""The table of features is what scoring computes."""

from __future__ import annotations

import pytest

from corpus.search.query.analysis import analyze
from corpus.search.query.language import parse
from corpus.search.query.weights import weight_query
from corpus.search.score.feature_table import FEATURES
from corpus.search.score.features import alignment, cheap_features, named_by, overlap
from corpus.search.score.meaning import meaning
from corpus.search.score.model import known_parts, table
from tests.corpus.search.in_memory_library import FIRST, SECOND, Shelf

QUERIES = [
    "数字工匠",
    "培育 工匠",
    "什么是数字经济",
    "shuzi gongjiang",
    "szgj",
    "租赁条例",
    "租赁条例第二条",
    "AI",
]


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """Two articles with words, a clause and Latin letters."""
    return Shelf(
        {
            FIRST: ["培育数字工匠，数字经济是指新形态。", "AI赋能"],
            SECOND: ["第一条 制定本条例。", "第二条 租赁住房。"],
        }
    )


@pytest.mark.parametrize("typed", QUERIES)
def test_each_function_computes_what_the_table_says(shelf: Shelf, typed: str) -> None:
    """Every feature comes from the function beside it, and lies in its range; what is judged sees them all."""
    weighted = weight_query(analyze(parse(typed)), shelf.library)
    ranges = {feature.name: (feature.low, feature.high) for feature in FEATURES}
    for entry in shelf.library.entries(range(1, 5)):
        for function in (overlap, meaning, named_by, alignment):
            names = {feature.name for feature in FEATURES if feature.function is function}
            assert set(function(weighted, entry)) == names
        values = cheap_features(weighted, entry) | alignment(weighted, entry)
        every = known_parts(weighted, values)
        assert set(every) == set(ranges)
        assert all(ranges[name][0] <= value <= ranges[name][1] + 1e-9 for name, value in every.items())


def test_only_features_have_weights() -> None:
    """Every name in the fitted table is a feature, and no two features have one name."""
    names = [feature.name for feature in FEATURES]
    assert len(names) == len(set(names))
    assert {name for weights in table().values() for name in weights} <= set(names)
