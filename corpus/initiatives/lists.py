"""The words by which names are told: heads, governing verbs, modifiers, places and standing names, from corpus/data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from corpus.text.tables import lines, listed

VerbKind = Literal["carry", "use", "make", "other", "soft", "inner"]
HARD: frozenset[VerbKind] = frozenset({"carry", "use", "make", "other"})
"""Verbs that are part of no name."""


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that ends an unquoted name, and the kinds that say what it needs beside it (see name_heads.tsv)."""

    text: str
    kinds: frozenset[str]

    @property
    def joins(self) -> bool:
        """Whether one name may coordinate what it is about (大气、水、土壤污染防治行动计划)."""
        return not self.kinds.isdisjoint({"programme", "scheme"}) or self.text.endswith(
            ("计划", "纲要", "战")
        )


def modifiers(rule: str) -> frozenset[str]:
    """Return the words of a rule of name_words.tsv."""
    return listed("name_words.tsv", rule)


@cache
def regions() -> frozenset[str]:
    """Return what opens the name of a thing of a country, an office or a place, provinces among them."""
    return modifiers("region") | {line.split()[0] for line in lines("places.txt")}


@cache
def heads() -> dict[str, Head]:
    """Return every head by its text."""
    rows = (line.split("\t") for line in lines("name_heads.tsv"))
    return {row[0]: Head(row[0], frozenset(row[1].split(","))) for row in rows}


@cache
def head_pattern() -> re.Pattern[str]:
    """Return what matches a head that is not the beginning of another word; longer heads first."""
    rows = sorted((line.split("\t") for line in lines("name_heads.tsv")), key=lambda row: -len(row[0]))
    return re.compile("|".join(row[0] + (f"(?!{row[2][1:]})" if row[2] else "") for row in rows))


@cache
def verbs() -> dict[str, VerbKind]:
    """Return every governing word and its kind."""
    kinds = cast("tuple[VerbKind, ...]", get_args(VerbKind))
    return {word: kind for kind in kinds for word in listed("governing_verbs.tsv", kind)}


@cache
def known() -> tuple[tuple[str, ...], ...]:
    """Return the standing national initiatives, each with the ways it is written, its own name first."""
    return tuple(tuple(line.split("|")) for line in lines("known_names.txt"))
