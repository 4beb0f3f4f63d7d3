"""Pinyin as people type it: joined, spaced, with tone digits or diacritics, mixed with characters."""

from __future__ import annotations

import re
from functools import cache
from heapq import nsmallest
from unicodedata import combining, normalize

from corpus.matching.folding import skeleton
from corpus.matching.sounds import sounds
from corpus.matching.tables import syllables

READINGS = 12  # ways to cut joined pinyin that are tried: more are never needed for a sentence's part
NO_SYLLABLES = frozenset({"m", "n", "hm", "ng"})  # interjections that would cut every word in letters
LONGEST_SYLLABLE = 6  # zhuang, chuang, shuang
DIAERESIS = "\u0308"
_RUN = re.compile(r"[a-z]+")
_TONE = re.compile(r"(?<=[a-z])[0-5](?![0-9])")


@cache
def _typed() -> dict[str, str]:
    return {name: symbol for name, symbol in syllables().items() if name not in NO_SYLLABLES}


def toneless(text: str) -> str:
    """Write a text in lower case without tone marks, ü as v; characters that are no letters stay."""
    parts: list[str] = []
    for char in normalize("NFD", normalize("NFKC", text).lower()):
        if char == DIAERESIS and parts and parts[-1] == "u":
            parts[-1] = "v"
        elif not combining(char):
            parts.append(char)
    return "".join(parts)


def cuts(run: str) -> list[str]:
    """Cut a run of letters into syllables in every way, as symbols, fewest first, at most READINGS."""
    known = _typed()
    ways: list[list[str]] = [[""]] + [[] for _ in run]
    for end in range(1, len(run) + 1):
        found = [
            way + known[run[start:end]]
            for start in range(max(0, end - LONGEST_SYLLABLE), end)
            if run[start:end] in known
            for way in ways[start]
        ]
        ways[end] = nsmallest(READINGS, found, key=lambda way: (len(way), way))
    return ways[len(run)]


def spellings(text: str) -> list[str]:
    """Spell a query with pinyin in it in symbols, in every likely way; [] where its letters are no pinyin.

    Spaces and tone digits divide syllables; characters between are spelt as they sound.
    """
    typed = _TONE.sub(" ", toneless(text))
    runs = list(_RUN.finditer(typed))
    ways, last = [""], 0
    for run in runs:
        between = sounds(skeleton(typed[last : run.start()]))
        spaced = len(runs) > 1 and run[0] in _typed()
        choices = [_typed()[run[0]]] if spaced else cuts(run[0])
        joined = [way + between + choice for way in ways for choice in choices]
        ways = nsmallest(READINGS, joined, key=lambda way: (len(way), way))
        last = run.end()
    rest = sounds(skeleton(typed[last:]))
    return [way + rest for way in ways] if last else []
