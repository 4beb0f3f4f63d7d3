"""Loads what the first query would wait for."""

from __future__ import annotations

from corpus.search.query.analysis import analyze
from corpus.search.query.language import parse
from corpus.search.query.meaning import asked_for, lay_words


def warm() -> None:
    """Read the dictionary and the tables, by working out a query that needs them all."""
    lay_words()
    asked_for()
    for text in ("数字经济是什么", "shuzi gongjiang", "szgj"):
        analyze(parse(text))
