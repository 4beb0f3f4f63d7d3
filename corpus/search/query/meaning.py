"""What a query is about and what it asks for: its units of meaning, each with what laws and policies call it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from corpus.text.normalize import normalize_letters
from corpus.text.segmentation import asks, is_stop
from corpus.text.tables import lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_LAY = 4  # words in a row that may together be one of the table: 资 遣 费
ABOUT_NOTHING = "nothing"  # the sort of words that ask for nothing


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of a query and what else may stand for it in a text, folded; none of these is found in the word."""

    word: str
    ways: tuple[str, ...] = ()

    def stands_in(self, text: str) -> bool:
        """Whether a folded text holds the word, or what it is called there."""
        return self.word in text or self.is_meant_in(text)

    def is_meant_in(self, text: str) -> bool:
        """Whether a folded text holds what the word is called there."""
        return any(map(text.__contains__, self.ways))


@dataclass(frozen=True, slots=True)
class LayWord:
    """What laws and policies say for a word of everyday speech: the `same`, and what is only `akin` to it; folded."""

    same: tuple[str, ...]
    akin: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedFor:
    """A sort of answer, the words that ask for it, and what finds it in a folded text."""

    sort: str
    words: frozenset[str]
    answer: re.Pattern[str]


@cache
def lay_words() -> dict[str, LayWord]:
    """Read what people say and what laws and policies say for it, by the folded word."""
    rows = (line.split("\t") for line in lines("lay_words.tsv"))
    return {normalize_letters(said): LayWord(_folded(same), _folded(akin)) for said, same, akin in rows}


def _folded(words: str) -> tuple[str, ...]:
    return tuple(map(normalize_letters, words.split()))


@cache
def asked_for() -> tuple[AskedFor, ...]:
    """Read the sorts of answers, in the order of the table."""
    rows = (line.split("\t") for line in lines("asked_for.tsv"))
    return tuple(
        AskedFor(sort, frozenset(map(normalize_letters, words.split())), re.compile(next(iter(more), "(?!)")))
        for sort, words, *more in rows
    )


@cache
def _empty() -> frozenset[str]:
    """Return the words that ask or say nothing."""
    return frozenset(word for one in asked_for() for word in one.words)


def answers_to(letters: str) -> tuple[re.Pattern[str], ...]:
    """Return what finds the sorts of answers that a folded question asks for."""
    return tuple(
        one.answer
        for one in asked_for()
        if one.sort != ABOUT_NOTHING and any(map(letters.__contains__, one.words))
    )


def units(cut: Iterable[tuple[str, ...]]) -> tuple[Unit, ...]:
    """Return the units of a query that was cut into words, each once, in order.

    A unit is one of the table of lay words, the longest where several words are one, or a word that says something.
    """
    return tuple(dict.fromkeys(unit for words in cut for unit in _units(words)))


def _units(words: tuple[str, ...]) -> Iterator[Unit]:
    known, at, rest = lay_words(), 0, []
    while at < len(words):
        ends = range(min(len(words), at + LONGEST_LAY), at, -1)
        end, lay = next(
            ((end, known["".join(words[at:end])]) for end in ends if "".join(words[at:end]) in known),
            (0, None),
        )
        if lay is None or not lay.same:
            rest.append(words[at])
            at += 1
            continue
        yield from _plain(rest)
        yield Unit("".join(words[at:end]), lay.same)
        at, rest = end, []
    yield from _plain(rest)


def _plain(words: list[str]) -> Iterator[Unit]:
    """Give the words of a stretch that say something; lone characters in a row are one word."""
    said = groupby(words, key=lambda word: is_stop(word) or asks(word) or word in _empty())
    for _, run in ((empty, list(group)) for empty, group in said if not empty):
        for longer, group in groupby(run, key=lambda word: len(word) > 1):
            some = list(group)
            yield from map(Unit, some if longer else ["".join(some)] * (len(some) > 1 or len(run) == 1))
