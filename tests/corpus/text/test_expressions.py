"""Each row of the tables of expressions is tried on its own examples."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import pytest

from corpus.text.expressions import Expression, any_of, expressions, written

HOW = {"opens": re.Pattern[str].match, "stands": re.Pattern[str].search, "whole": re.Pattern[str].fullmatch}
DECLARED = re.compile(r"^# ([a-z][a-z ]*)\t(opens|stands|whole)\t\S", re.MULTILINE)


@cache
def declared(table: str) -> dict[str, str]:
    """Return the rules that the head of a table tells of, and how each is looked for."""
    text = (files("corpus.data") / f"{table}.tsv").read_text(encoding="utf-8")
    return dict(DECLARED.findall(text))


TABLES = sorted(
    path.name.removesuffix(".tsv")
    for path in files("corpus.data").iterdir()
    if path.name.endswith(".tsv") and declared(path.name.removesuffix(".tsv"))
)


@cache
def rows(table: str) -> list[tuple[str, Expression]]:
    """Return the rows of a table with each rule that they belong to."""
    return [(rule, one) for one in expressions(table) for rule in one.rules]


def holds(table: str, rule: str, source: str, text: str) -> bool:
    """Return whether a text holds an expression where its rule looks for it."""
    return HOW[declared(table)[rule]](re.compile(source), text) is not None


@pytest.mark.parametrize("table", TABLES)
def test_an_expression_is_found_in_its_example(table: str) -> None:
    """The example holds the row's expression, where the rule looks for it."""
    missed = [
        f"{rule}: {one.text}"
        for rule, one in rows(table)
        if not holds(table, rule, written(table, one), one.example)
    ]
    assert missed == []


@pytest.mark.parametrize("table", TABLES)
def test_a_counterexample_holds_nothing_of_its_rule(table: str) -> None:
    """What only looks like the expression is taken for none of the rule."""
    taken = [
        f"{rule}: {one.text}"
        for rule, one in rows(table)
        if holds(table, rule, any_of(table, rule), one.counterexample)
    ]
    assert taken == []


@pytest.mark.parametrize("table", TABLES)
def test_no_expression_is_needless(table: str) -> None:
    """The example is found by its own row alone: what another row says already is not listed again."""
    needless = [
        f"{rule}: {one.text}, for there is {other.text}"
        for rule, one in rows(table)
        for other in expressions(table)
        if rule in other.rules and other != one and holds(table, rule, written(table, other), one.example)
    ]
    assert needless == []


@pytest.mark.parametrize("table", TABLES)
def test_the_head_of_a_table_tells_of_each_rule(table: str) -> None:
    """Every rule that a row belongs to is declared, and every declared one has a row."""
    assert {rule for one in expressions(table) for rule in one.rules} == set(declared(table))
