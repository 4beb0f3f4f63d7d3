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


TABLES = [
    path.name.removesuffix(".tsv")
    for path in files("corpus.data").iterdir()
    if path.name.endswith(".tsv") and declared(path.name.removesuffix(".tsv"))
]
ROWS = [
    pytest.param(table, rule, one, id=f"{table}: {rule}: {one.text}")
    for table in sorted(TABLES)
    for one in expressions(table)
    for rule in one.rules
]


def holds(table: str, rule: str, source: str, text: str) -> bool:
    """Return whether a text holds an expression where its rule looks for it."""
    return HOW[declared(table)[rule]](re.compile(source), text) is not None


@pytest.mark.parametrize(("table", "rule", "one"), ROWS)
def test_an_expression_is_found_in_its_example(table: str, rule: str, one: Expression) -> None:
    """The example holds the row's expression, where the rule looks for it."""
    assert holds(table, rule, written(table, one), one.example)


@pytest.mark.parametrize(("table", "rule", "one"), ROWS)
def test_a_counterexample_holds_nothing_of_its_rule(table: str, rule: str, one: Expression) -> None:
    """What only looks like the expression is taken for none of the rule."""
    assert not holds(table, rule, any_of(table, rule), one.counterexample)


@pytest.mark.parametrize(("table", "rule", "one"), ROWS)
def test_no_expression_is_needless(table: str, rule: str, one: Expression) -> None:
    """The example is found by its own row alone: what another row says already is not listed again."""
    others = [other for other in expressions(table) if rule in other.rules and other != one]
    assert [other.text for other in others if holds(table, rule, written(table, other), one.example)] == []


@pytest.mark.parametrize("table", sorted(TABLES))
def test_the_head_of_a_table_tells_of_each_rule(table: str) -> None:
    """Every rule that a row belongs to is declared, and every declared one has a row."""
    assert {rule for one in expressions(table) for rule in one.rules} == set(declared(table))
