"""Radicals that some programs write for whole characters: ⼯ and ⻓ print as 工 and 长, and are other code points."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

NONE = "-"
RADICAL = re.compile("[\u2e80-\u2fdf]")


@cache
def listed() -> dict[str, str]:
    """Return each radical of both Unicode blocks and the unified ideograph that it prints, "-" where there is none."""
    text = (files("corpus.data") / "radicals.tsv").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {pair[0]: pair[1] for pair in pairs}


@cache
def table() -> dict[int, str]:
    """Return the same for str.translate: one character for one, so that every place in a text stays."""
    return {ord(radical): ideograph for radical, ideograph in listed().items() if ideograph != NONE}


def unified(text: str) -> str:
    """Return a text with the unified ideograph for each radical."""
    return text.translate(table())
