"""Pinyin as people type it: joined, spaced, with tone digits or diacritics, mixed with characters."""

from __future__ import annotations

import re
from functools import cache
from heapq import nsmallest
from unicodedata import combining, normalize

from corpus.text.normalize import normalize_letters
from corpus.text.phonetics import sounds
from corpus.text.tables import syllables

READINGS = 12  # ways to cut joined pinyin that are tried: more are never needed for a sentence's part
NO_SYLLABLES = frozenset({"m", "n", "hm", "ng"})  # interjections that would cut every word in letters
LONGEST_SYLLABLE = 6  # zhuang, chuang, shuang
DIAERESIS = "\u0308"
_RUN = re.compile(r"[A-Za-z]+")
_TONE = re.compile(r"(?<=[A-Za-z])[0-5](?![0-9])")


@cache
def _typed() -> dict[str, str]:
    return {name: symbol for name, symbol in syllables().items() if name not in NO_SYLLABLES}


def toneless(text: str) -> str:
    """Write a text without tone marks, ü as v; upper case and characters that are no letters stay."""
    parts: list[str] = []
    for char in normalize("NFD", normalize("NFKC", text)):
        if char == DIAERESIS and parts and parts[-1] in "uU":
            parts[-1] = "v" if parts[-1] == "u" else "V"
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

    Spaces and tone digits divide syllables; characters between are spelt as they sound, and letters in capitals
    beside others stand for themselves: AI beside 赋能 is no 爱.
    """
    typed = _TONE.sub(" ", toneless(text))
    runs = [run for run in _RUN.finditer(typed) if not _is_word(run[0], typed)]
    ways, last = [""], 0
    for run in runs:
        between = sounds(normalize_letters(typed[last : run.start()]))
        letters = run[0].lower()
        spaced = len(runs) > 1 and letters in _typed()
        choices = [_typed()[letters]] if spaced else cuts(letters)
        joined = [way + between + choice for way in ways for choice in choices]
        ways = nsmallest(READINGS, joined, key=lambda way: (len(way), way))
        last = run.end()
    rest = sounds(normalize_letters(typed[last:]))
    return [way + rest for way in ways] if last else []


def _is_word(letters: str, text: str) -> bool:
    """Whether letters are a word and no pinyin: in capitals, and not because all the letters of the text are."""
    return letters.isupper() and not (text.isascii() and text.isupper())
