"""The tables under corpus/data, each read once when it is first needed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

FIRST_SYMBOL = 0xE000  # private use: a syllable's symbol can never be mistaken for a character of the text


def lines(name: str) -> list[str]:
    """Return the lines of a data file that are not empty and no comment (#)."""
    text = (files("corpus.data") / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def traditional() -> dict[str, str]:
    """Every traditional or variant character and the simplified one that stands for it in matching."""
    pairs = (line.split("\t") for line in lines("traditional.tsv"))
    return {char: plain for plain, chars in pairs for char in chars}


@cache
def syllables() -> dict[str, str]:
    """Every toneless syllable (ü written v) and its symbol; the file's order fixes the symbols."""
    return {line.split("\t")[0]: chr(FIRST_SYMBOL + at) for at, line in enumerate(lines("syllables.tsv"))}


@cache
def symbols() -> list[int]:
    """At each code point: the symbol of a Han character's usual syllable, or the code point itself.

    For str.translate, which looks a list up twice as fast as a dict and leaves what lies beyond its end.
    """
    table = list(range(FIRST_SYMBOL))
    for at, line in enumerate(lines("syllables.tsv")):
        for char in line.split("\t")[1]:
            table[ord(char)] = FIRST_SYMBOL + at
    return table


@cache
def initials() -> dict[int, str]:
    """Every syllable's symbol and the letter it begins with, for str.translate."""
    return {ord(symbol): syllable[0] for syllable, symbol in syllables().items()}


@cache
def readings() -> dict[str, str]:
    """Phrases that are not read as their characters are one by one, and their symbols."""
    known = syllables()
    pairs = (line.split("\t") for line in lines("readings.tsv"))
    return {phrase: "".join(known[syllable] for syllable in spoken.split()) for phrase, spoken in pairs}


@cache
def rarities() -> dict[str, int]:
    """Every Han character that is not among the rarest, and how many bits it says: -log2 of its share of all text."""
    pairs = (line.split("\t") for line in lines("rarities.tsv"))
    return {char: int(bits) for bits, chars in pairs for char in chars}


@cache
def words(name: str) -> frozenset[str]:
    """Read a word list: the words of a data file, divided by white space."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def listed(name: str, rule: str) -> frozenset[str]:
    """Return the words of a rule: those of the rows `rule,rule<tab>word word` that name it."""
    rows = (line.split("\t") for line in lines(name))
    return frozenset(word for rules, words in rows if rule in rules.split(",") for word in words.split())
