"""What a document may be called by its title: acronyms made by rule, amendments by number, and usage kept by hand."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpus.text.normalize import normalize_letters
from corpus.text.numerals import in_characters
from corpus.text.segmentation import cut_words
from corpus.text.tables import lines

LONGEST_ACRONYM = 6  # characters of a short form before its kind: 海南自贸港法
LONGEST_TITLE = 5  # characters of a title's subject for each of them
LONGEST_WORD = 3  # characters of one word: the dictionary joins longer ones out of two
KINDS = ("条例", "办法", "规定", "法")  # what the acronym of a law ends in, as its title does
_AMENDMENT = re.compile(r"第?([一二三四五六七八九十]{1,3}|[0-9]{1,2})修正案$|修正案([0-9]{1,2})$")


def canonical(name: str) -> str:
    """Return a folded name with the number of an amendment as titles write it: 刑法修正案11 is 刑法修正案十一."""
    found = _AMENDMENT.search(name)
    if not found:
        return name
    number = found[1] or found[2]
    return f"{name[: found.start()]}修正案{in_characters(int(number)) if number.isdigit() else number}"


def is_acronym(short: str, title: str) -> bool:
    """Whether a short form is made of a bare title: characters from the beginnings of its words, in order, and kind.

    社保法 is 社会保险法, 海南自贸港法 海南自由贸易港法. The first word and one more must give some.
    """
    kind = next((one for one in KINDS if short.endswith(one) and title.endswith(one)), "")
    body, subject = short.removesuffix(kind), title.removesuffix(kind)
    if not kind or not 1 < len(body) <= LONGEST_ACRONYM or body in subject[: len(body)]:
        return False
    return len(subject) <= LONGEST_TITLE * len(body) and _from_beginnings(body, _pieces(subject))


@lru_cache(maxsize=4_096)
def _pieces(subject: str) -> tuple[str, ...]:
    """Cut a subject into words of two characters: 自由贸易港 is 自由, 贸易, 港."""
    words = cut_words(subject)
    steps = (2 if len(word) > LONGEST_WORD else len(word) for word in words)
    return tuple(
        word[at : at + step]
        for word, step in zip(words, steps, strict=True)
        for at in range(0, len(word), step)
    )


def _from_beginnings(body: str, pieces: tuple[str, ...]) -> bool:
    """Whether a text is made of the beginnings of two words and more, in order, of the first one among them."""

    def left(rest: str, at: int, used: int) -> bool:
        if not rest:
            return used > 1
        if at == len(pieces):
            return False
        piece, width = pieces[at], 0
        while width < min(len(piece), len(rest)) and piece[width] == rest[width]:
            width += 1
        if any(left(rest[size:], at + 1, used + 1) for size in range(width, 0, -1)):
            return True
        return at > 0 and left(rest, at + 1, used)

    return left(body, 0, 0)


@cache
def laws() -> frozenset[str]:
    """Return the names of the laws of the state, folded: each is a law of its own, and no short form of another."""
    return frozenset(normalize_letters(name) for line in lines("law_titles.txt") for name in line.split())


@cache
def nicknames() -> dict[str, tuple[str, ...]]:
    """Return what documents are called that no title says and no rule makes, folded, with the titles meant."""
    rows = (line.split("\t") for line in lines("document_nicknames.tsv"))
    return {
        normalize_letters(name): tuple(map(normalize_letters, documents.split()))
        for name, documents, _ in rows
    }
