"""Names said in passing: which of them mean the initiative though nobody asks about one.

“高地” in quotation marks is a name in one paper, 高地 a plain word in all others; 一件事 and 三类 are names
somewhere too. In running text such a name counts only in quotation marks, or where one asks what it is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from corpus.initiatives.lists import head_pattern, known, modifiers
from corpus.initiatives.noun_phrases import stops
from corpus.initiatives.spotting import straddled
from corpus.text.expressions import any_of, pattern
from corpus.text.normalize import QUOTES, normalize
from corpus.text.tables import rarities
from corpus.text.words import cut_message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.initiatives.spotting import Spotted

SHORT = 3
"""Characters below which a name stands by chance in everyday talk (两新: 这两新人)."""
SHORT_IN_TALK = 4
"""Characters up to which a name must stand for itself where nobody asked."""
RARE = 15
"""Bits that a rare character says: it is one in 30,000 of all text, or less."""
_NUMBER, _COUNTED = (pattern("name_forms", rule) for rule in ("number", "counted"))
_DIRECTED, _TIED = (pattern("name_forms", rule) for rule in ("directed", "tied"))
_RUNS_ON = pattern("name_forms", "tied", "runs on")
_ASKED = re.compile(rf"[”」』\"]?.{{0,6}}?{any_of('name_forms', 'asks')}")


def in_passing(text: str, spotted: Iterable[Spotted]) -> Iterator[Spotted]:
    """Yield the spotted names that surely mean the initiative, though nobody asks about it."""
    for one in spotted:
        if _is_marked(text, one) or is_distinctive(normalize(text[one.start : one.end])):
            yield one


def in_talk(text: str, spotted: Iterable[Spotted]) -> Iterator[Spotted]:
    """Yield the spotted names that are distinctive enough for a reply nobody asked for: stricter than `in_passing`.

    Left out are short names that are a word with one beside it (小课堂, 带娃难), and names with an end inside another
    word or tied to the next by 之 (中国梦之声).
    """
    for one in in_passing(text, spotted):
        short = one.end - one.start <= SHORT_IN_TALK and not text[one.start : one.end].isascii()
        said = normalize(text[one.start : one.end])
        if not short or _is_marked(text, one) or not (_falls_apart(said) or _runs_on(text, one)):
            yield one


@cache
def _falls_apart(name: str) -> bool:
    """Return whether three characters are a word and one beside it, or three by themselves: everyday talk.

    Known ones are not, nor those that end in one character that ends names (林长制, 双元制).
    """
    if len(name) != SHORT or name in _settled():
        return False
    words = cut_message(name)
    if len(words) == SHORT and any(rarities().get(char, RARE) >= RARE for char in name):
        return False  # 果沼畜: nobody says such characters one after the other by chance
    return len(words[-1]) > 1 or not (_has_head(name) or name[-1] in modifiers("coined"))


def _runs_on(text: str, one: Spotted) -> bool:
    """Return whether a name is a part of a longer word or title."""
    return (
        _TIED.match(text, max(0, one.start - 1), one.start) is not None
        or _RUNS_ON.match(text, one.end) is not None
        or (straddled(text, one.start, one.end) and not _opens_with_a_particle(text, one))
    )


def _opens_with_a_particle(text: str, one: Spotted) -> bool:
    """Return whether a name of four characters only seems to run on: 用以 before 工代赈."""
    return (
        one.end - one.start == SHORT_IN_TALK
        and stops(text[one.start])
        and not straddled(text, one.start + 1, one.end)
    )


def _is_marked(text: str, one: Spotted) -> bool:
    """Return whether quotation marks or a question show that a term is meant."""
    around = text[max(0, one.start - 1) : one.start], text[one.end : one.end + 1]
    quoted = all(mark in QUOTES for mark in around) or not QUOTES.isdisjoint(text[one.start : one.end])
    return quoted or _ASKED.match(text, one.end) is not None


@cache
def is_distinctive(name: str) -> bool:
    """Return whether a folded name is no everyday word or phrase: it is known nationwide, or looks made up."""
    if name in _settled():
        return True
    if _NUMBER.fullmatch(name) or len(name) < SHORT:
        return False
    if name.isascii():
        return True
    return _has_head(name) or not (_is_phrase(name) if len(name) == SHORT else len(cut_message(name)) == 1)


def _is_phrase(name: str) -> bool:
    """Return whether three characters are everyday talk: a word, a count, 走出去, a word and one more (打卡点)."""
    if _COUNTED.match(name) or _DIRECTED.fullmatch(name):
        return True
    first, *rest = cut_message(name)
    if rest and name[-1] in modifiers("coined"):
        return False
    # 大湾区 is cut after 大湾 but may be cut before 湾区 as well: the first character goes with no word
    return not rest or (len(first) > 1 and len(cut_message(name[1:])) > 1)


@cache
def _settled() -> frozenset[str]:
    return frozenset(normalize(way) for ways in known() for way in ways)


def _has_head(name: str) -> bool:
    """Return whether a name ends in a word that ends names (林长制, 国家公园)."""
    return any(match.end() == len(name) and match.start() > 0 for match in head_pattern().finditer(name))
