"""Where an unquoted name begins: from its head leftwards to a verb, a function word or a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.initiatives.lists import VerbKind, verbs, words
from corpus.initiatives.words import cut

LONGEST = 24
"""Characters in the longest unquoted name; 中国特色高水平高等职业学校和专业建设计划 has 20."""

_CLAUSE = re.compile(r"[^，。；：！？,;:!?（）()《》〈〉【】\[\]“”‘’「」『』\"'\n\t…—\u3000]*\Z")
_JOINTS = frozenset("、和与及")
_COUNT = re.compile(r"[\d.%一二三四五六七八九十百千万亿两]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase that ends in a head: its words, its start, what governs it and what precedes."""

    words: tuple[str, ...]
    start: int
    before: str
    verb: str
    verb_kind: VerbKind | None

    @property
    def text(self) -> str:
        """The phrase as printed."""
        return "".join(self.words)


def verb_kind(word: str) -> VerbKind | None:
    """Return the kind of a governing word; a four-character one (全面推行) counts as its last two."""
    listed = verbs()
    return listed.get(word) or (listed.get(word[2:]) if len(word) == 4 else None)  # noqa: PLR2004 - two words of two


def stops(word: str) -> bool:
    """Tell whether a name cannot go on leftwards over this word."""
    return (
        word in words("stops.txt") or word in _JOINTS or (bool(_COUNT.fullmatch(word)) and not word.isdigit())
    )


def phrase(text: str, head_start: int, head_end: int) -> Phrase | None:
    """Return the phrase that ends with the head at `head_start`:`head_end` or None if only the head."""
    window = _CLAUSE.search(text, max(0, head_start - 60), head_end)
    if window is None:
        return None
    tokens = cut(window.group())
    first = _first(tokens, head_end - head_start)
    kept = tokens[first:]
    start = head_end - len("".join(kept))
    if start >= head_start:
        return None
    verb = _governor(tokens[:first])
    before = tokens[first - 1] if first else text[window.start() - 1 : window.start()]
    return Phrase(tuple(kept), start, before, verb, verb_kind(verb) if verb else None)


def _first(tokens: list[str], head: int) -> int:
    """Return which token the phrase begins with."""
    at, length = len(tokens), 0
    while at and length < head:
        at -= 1
        length += len(tokens[at])
    adjacent = True
    while at and length + len(tokens[at - 1]) <= LONGEST:
        word = tokens[at - 1]
        kind = verb_kind(word)
        if stops(word) or kind in {"carry", "make", "other"} or (kind == "soft" and not adjacent):
            break
        at, length, adjacent = at - 1, length + len(word), False
    return _without_opening_verbs(tokens, at, head)


def _without_opening_verbs(tokens: list[str], at: int, head: int) -> int:
    """Leave out the verbs and blanks that open the phrase, as long as something stays before the head."""
    while at < len(tokens) - 1 and (verb_kind(tokens[at]) or tokens[at].isspace()):
        if len("".join(tokens[at + 1 :])) <= head:
            break
        at += 1
    return at


def _governor(tokens: list[str]) -> str:
    """Return the nearest governing word on the left, over coordinated items, or nothing."""
    for word in reversed(tokens):
        if verb_kind(word) in {"carry", "make", "other", "soft", "inner"} and word not in words(
            "adverbs.txt"
        ):
            return word
        if word in {"的", "等", "以", "将", "把", "对", "为"}:
            return ""
    return ""
