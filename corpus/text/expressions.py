"""Tables of expressions under corpus/data: what words say something, their exceptions, and an example of each."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from corpus.text.tables import lines

_NAMED = re.compile(r"\{(?:([a-z_]+)\.)?([a-z][a-z ]*)\}")  # {rule}, {table.rule}; {1,20} is a count


class Expression(NamedTuple):
    """One row: the rules it belongs to, a regular expression, what may not stand round it, and two examples."""

    rules: tuple[str, ...]
    text: str
    exceptions: tuple[str, ...]
    example: str
    counterexample: str


@cache
def expressions(table: str) -> tuple[Expression, ...]:
    """Return the rows of a table, in its order."""
    rows = (line.split("\t") for line in lines(f"{table}.tsv"))
    return tuple(
        Expression(tuple(rules.split(",")), text, tuple(exceptions.split()), example, counterexample)
        for rules, text, exceptions, example, counterexample in rows
    )


def written(table: str, one: Expression) -> str:
    """Return the regular expression of a row, with its exceptions and the rules that it names written out.

    但 but for …凡 is 但(?!凡), and 那 but for 刹… is (?<!刹)那.
    """
    text = _NAMED.sub(lambda named: any_of(named[1] or table, named[2]), one.text)
    behind = (f"(?<!{said[:-1]})" for said in one.exceptions if said.endswith("…"))
    ahead = (f"(?!{said[1:]})" for said in one.exceptions if said.startswith("…"))
    return "".join((*behind, text, *ahead))


@cache
def any_of(table: str, *rules: str) -> str:
    """Return a regular expression, a group of its own, for any expression of these rules."""
    return f"(?:{'|'.join(written(table, one) for one in expressions(table) if set(rules) & set(one.rules))})"


def pattern(table: str, *rules: str) -> re.Pattern[str]:
    """Return the same, compiled."""
    return re.compile(any_of(table, *rules))
