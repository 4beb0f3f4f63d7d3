"""Takes the frame of talk off a query: courtesy, addressing, requests, hedges, hearsay and closing questions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.search.query.borders import spaced
from corpus.search.query.frame_before import opens_frame
from corpus.search.query.frame_behind import closes_frame
from corpus.search.query.held import is_held
from corpus.search.query.joints import parted
from corpus.search.query.taking_up import Follow, taken_up
from corpus.search.query.talk import STILL, beginnings, endings, offsets_of
from corpus.text.normalize import QUOTES, normalize_letters
from corpus.text.segmentation import asks, cut_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corpus.search.library import Library
    from corpus.search.query.language import Query
    from corpus.search.query.talk import Path, Token

LONGEST = 120  # characters of a query that may be talk with a core: more is pasted
COPIED = 5  # characters from which words of talk that stand in a text are copied from it
REMEMBERED = 256
LONE = {
    ("framed", "none"),
    ("none", "framed"),
    ("none", "none"),
}  # talk on one side that needs some on the other
MANY = 3  # words of talk in a row from which a word over their border may be chance
LONGEST_SPOKEN = 16  # characters of a name behind which 呢 is no part of a question
MOST_GIVEN = 4  # words on either side that the library may join to a core
PLAIN = ("courtesy", "aside", "topic", "ask", "which", "define", "mark", "english please", "english topic")
"""Classes of words that are talk, whatever the library holds them beside."""
_QUESTION = re.compile("[?？]")
_LETTER = re.compile(r"[^\W_]|[+%]")


@dataclass(frozen=True, slots=True)
class Framed:
    """A query without its frame of talk.

    `query` is what is to be looked for. `asks` says that a question was taken off with the frame, so that what is
    left may be no name but what a question is about. `follow` is set where nothing is left to look for: what the query
    then wants of the question before it; `left` is what it says besides, as typed (2023年 of 换成2023年).
    """

    query: Query
    asks: bool = False
    follow: Follow | None = None
    left: str = ""


@dataclass(frozen=True, slots=True)
class _Cut:
    """Where the core of a folded text stands, and the words of talk on both sides of it; `unsure`: it must be held."""

    start: int
    end: int
    before: Path = ()
    behind: Path = ()
    unsure: bool = False


def unframed(query: Query, library: Library) -> Framed:
    """Take the frame of talk off a query; what the library holds as it stands is no talk."""
    text = query.text
    if len(text) > LONGEST or not normalize_letters(text):
        return Framed(query)
    follow = taken_up(text)
    may_be = follow is not None and (follow.may_be_looked_for or len(normalize_letters(text)) >= COPIED)
    if follow is not None and not (may_be and is_held(spaced(text), library)):
        return Framed(query, follow=follow.kind, left=follow.left)
    cut = _cut(spaced(text), library)
    core = _as_typed(text, cut) if cut.before or cut.behind else text
    apart = parted(core)
    core = core if apart == core or is_held(spaced(core), library) else apart
    if core == text or any(phrase not in core for phrase in query.phrases):
        return Framed(query)
    words = (*cut.before, *cut.behind)
    asked = any(
        token.is_a("ask", "which", "define", "mark", "english ask") or token.word == "?" for token in words
    )
    phrases = () if asked else query.phrases
    return Framed(replace(query, text=core, phrases=phrases, meaning=core * _defines(words)), asked)


def _defines(words: Path) -> bool:
    """Whether words ask what something means: 什么是…, …是什么意思, …的定义."""
    if any(token.is_a("define", "sense") for token in words):
        return True
    return any(left.is_a("means") and right.is_a("what") for left, right in pairwise(words))


def _as_typed(text: str, cut: _Cut) -> str:
    """Return the core as it was typed, with the quotation marks that stand round it."""
    offsets = offsets_of(text)
    start, end = offsets[cut.start], offsets[cut.end - 1] + 1
    while start and text[start - 1] in QUOTES:
        start -= 1
    while end < len(text) and text[end] in QUOTES:
        end += 1
    return text[start:end]


def _cut(folded: str, library: Library) -> _Cut:
    """Return the shortest core that may stand between words of talk, with what of them the library joins to it."""
    whole = _Cut(0, len(folded))
    options = _options(folded)
    if not options or is_held(folded, library):
        return whole
    borders = _word_borders(folded)
    found = next((cut for cut in options if _is_sound(folded, cut, borders, library)), whole)
    return _widened(folded, found, library)


@lru_cache(maxsize=REMEMBERED)
def _options(folded: str) -> tuple[_Cut, ...]:
    """Return every way of cutting talk off both ends, the shortest cores first, by what words may stand there."""
    heads = [(at, path) for at, path in beginnings(folded).items() if _is_letter(folded[at : at + 1])]
    tails = [(at, path) for at, path in endings(folded).items() if at and _is_letter(folded[at - 1])]
    closings = {
        asked: [(end, path, closes_frame(path, asked=asked)) for end, path in tails]
        for asked in (True, False)
    }
    found = []
    for start, before in heads:
        sure = opens_frame(before)
        for end, behind, closing in closings[sure == "sure"] if sure != "no" else ():
            if (
                start < end
                and closing != "no"
                and (sure, closing) not in LONE
                and _is_name(folded[start:end], behind)
            ):
                unsure = closing == "held" or (sure == "held" and closing == "none")
                found.append(_Cut(start, end, before, behind, unsure))
    return tuple(sorted(found, key=lambda cut: cut.end - cut.start))


def _is_name(core: str, behind: Path) -> bool:
    """Whether a core is no two questions, and no piece that 的 joins to the words behind it."""
    joined = core.endswith("的") and bool(behind) and behind[0].is_a("kind", "material")
    asked = any(token.is_a("sense") for token in behind) and any(
        map(asks, cut_words(normalize_letters(core)))
    )
    spoken = (
        len(core) > LONGEST_SPOKEN
        and all(token.is_a("mark", "break", "space") for token in behind)
        and bool(behind)
    )
    return not (joined or asked or spoken or _QUESTION.search(core))


def _is_letter(char: str) -> bool:
    return _LETTER.match(char) is not None


def _word_borders(folded: str) -> frozenset[int]:
    """Return where words begin and end in a text: a border that is none of these cuts a word in two."""
    found, at = {0}, 0
    for run in re.findall(r"\w+|\W+", folded):
        for word in cut_words(run):
            at += len(word)
            found.add(at)
    return frozenset(found)


def _is_sound(folded: str, cut: _Cut, borders: frozenset[int], library: Library) -> bool:
    """Whether a cut leaves words whole, or else what the library holds without the rest of these words."""
    start, end = cut.start, cut.end
    if start in borders and end in borders:
        return not cut.unsure or is_held(folded[start:end], library)
    left = max(at for at in borders if at <= start)
    right = min(at for at in borders if at >= end)
    if is_held(folded[left:right], library):
        return False
    plain = (start in borders or _is_known(cut.before[::-1])) and (end in borders or _is_known(cut.behind))
    return (plain and not cut.unsure) or is_held(folded[start:end], library)


def _is_known(outward: Path) -> bool:
    """Whether words, from the core outward, are known for talk, whatever word a dictionary sees over their border."""
    if len(outward) < MANY:
        return False
    light = outward[0].is_a("briefly") and len(outward[0].word) > 1  # 一下
    return light or (len(outward[1].word) > 1 and outward[1].is_a("material", "point"))


def _widened(folded: str, cut: _Cut, library: Library) -> _Cut:
    """Give back to a core the words beside it with which the library holds it as one phrase, the longest of these."""
    if not is_held(folded[cut.start : cut.end], library):
        return cut
    starts = [cut.start, *(token.start for token in _inward(reversed(cut.before)))]
    ends = [cut.end, *(token.end for token in _inward(cut.behind))]
    ways = sorted((start - end, start, end) for start in starts for end in ends)
    for _, start, end in ways:
        if (start, end) == (cut.start, cut.end) or is_held(folded[start:end], library):
            before = tuple(token for token in cut.before if token.end <= start)
            return _Cut(start, end, before, tuple(token for token in cut.behind if token.start >= end))
    return cut


def _inward(path: Iterable[Token]) -> Iterator[Token]:
    """Give the words beside a core that may begin or end it, as far as they are no plain talk."""
    for count, token in enumerate(path):
        bound = token.is_a("be", "in", "mood", "point") and not token.is_a("exists")
        if count == MOST_GIVEN or token.divides or bound or token.is_a(*PLAIN):
            return
        if not token.classes <= STILL:
            yield token
