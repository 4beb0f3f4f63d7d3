"""The word lists under corpus/initiatives/data, each read once when it is first needed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

HeadKind = Literal["own", "proper", "programme", "scheme", "body", "again"]
VerbKind = Literal["carry", "use", "make", "other", "soft", "inner"]


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that ends an unquoted name, and what it needs beside it (see heads.tsv)."""

    text: str
    kind: HeadKind

    @property
    def joins(self) -> bool:
        """Tell whether one name may coordinate what it is about (大气、水、土壤污染防治行动计划)."""
        return self.kind in {"programme", "scheme"} or self.text.endswith(("计划", "纲要", "战"))


def lines(name: str) -> list[str]:
    """Return the lines of a data file that are not empty and no comment (#)."""
    text = (files("corpus.initiatives") / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """Return a word list: the words of a data file, divided by white space."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def heads() -> dict[str, Head]:
    """Return every head by its text."""
    rows = (line.split("\t") for line in lines("heads.tsv"))
    return {row[0]: Head(row[0], cast("HeadKind", row[1])) for row in rows}


@cache
def head_pattern() -> re.Pattern[str]:
    """Return what matches a head that is not the beginning of another word; longer heads first."""
    rows = sorted((line.split("\t") for line in lines("heads.tsv")), key=lambda row: -len(row[0]))
    return re.compile("|".join(row[0] + (f"(?!{row[2]})" if len(row) > 2 else "") for row in rows))


@cache
def verbs() -> dict[str, VerbKind]:
    """Return every governing word and its kind; a word listed twice has the first kind."""
    found: dict[str, VerbKind] = {}
    for line in lines("verbs.tsv"):
        kind, listed = line.split("\t")
        if kind not in get_args(VerbKind):
            raise ValueError(kind)
        for word in listed.split():
            found.setdefault(word, cast("VerbKind", kind))
    return found


@cache
def known() -> tuple[tuple[str, ...], ...]:
    """Return the standing national initiatives, each with the ways it is written, its own name first."""
    return tuple(tuple(line.split("|")) for line in lines("known.txt"))
