"""Known names in a running text: in any script and width, longest first, never inside another word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import ahocorasick_rs

from corpus.text.han import HAN
from corpus.text.normalize import QUOTES, normalize, normalize_with_offsets
from corpus.text.quotes import WHOLE
from corpus.text.words import cut_message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corpus.vocabulary import Span

SHORT = 3
"""Characters up to which a Chinese name may by chance be the end of one word and the start of the next."""
_AROUND = 3
REMEMBERED = 8_192  # windows of a few characters, some 2 MB
_RUN_BEFORE = re.compile(rf"[{HAN}]{{1,{_AROUND}}}\Z")
_RUN_AFTER = re.compile(rf"[{HAN}]{{1,{_AROUND}}}")


@dataclass(frozen=True, slots=True)
class Spotted:
    """A known name found at `start`:`end` of the text as it was given."""

    name: str
    start: int
    end: int


def matcher(words: Iterable[str]) -> ahocorasick_rs.AhoCorasick:
    """Return an automaton that finds any of many words in a text, of those that overlap the first and longest."""
    return ahocorasick_rs.AhoCorasick(list(words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


class Spotter:
    """Matches a dictionary of names against text: `names` maps every spelling to the name that it stands for."""

    def __init__(self, names: Mapping[str, str]) -> None:
        written = {normalize(way): name for way, name in names.items()}
        self._ways = sorted(way for way in written if way)
        self._names = [written[way] for way in self._ways]
        self._matcher = matcher(self._ways)

    def spot(self, text: str) -> tuple[Spotted, ...]:
        """Return the names that a text holds, in order, none overlapping."""
        folded, found = normalize_with_offsets(text), []
        for which, first, last in self._matcher.find_matches_as_indexes(folded.text):
            start, end = _balanced(text, *folded.span(first, last))
            if _stands_alone(text, start, end):
                found.append(Spotted(self._names[which], start, end))
        return tuple(found)


def _balanced(text: str, start: int, end: int) -> Span:
    """Return the span with the mark that pairs with one inside: at its end (贸易“单一窗口”) or start (“双碳”目标)."""
    marks = [char for char in text[start:end] if char in QUOTES]
    closing = WHOLE.get(marks[-1]) if marks else None
    if closing and text[end : end + 1] == closing:
        end += 1
    if marks and start and WHOLE.get(text[start - 1]) == marks[0]:
        start -= 1
    return start, end


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Return whether a name is no part of another word (G20 in G200, AI in MAIL, 双创 in 双创新)."""
    if _joined(text, start) or _joined(text, end):
        return False
    if end - start > SHORT or _is_quoted(text, start, end) or text[start:end].isascii():
        return True
    return not straddled(text, start, end)


def _joined(text: str, at: int) -> bool:
    """Return whether Latin letters or digits run on over this place."""
    return 0 < at < len(text) and _is_latin(text[at - 1]) and _is_latin(text[at])


def _is_latin(char: str) -> bool:
    return char.isalnum() and (char.isascii() or "\uff10" <= char <= "\uff5a")


def _is_quoted(text: str, start: int, end: int) -> bool:
    return text[max(0, start - 1) : start] in QUOTES and text[end : end + 1] in QUOTES


def straddled(text: str, start: int, end: int) -> bool:
    """Return whether a dictionary word begins inside the name and ends outside, or the other way round."""
    first, last = _RUN_BEFORE.search(text, max(0, start - _AROUND), start), _RUN_AFTER.match(text, end)
    at = first.start() if first else start
    if at == start and last is None:
        return False
    for word in _words(text[at : last.end() if last else end]):
        after = at + len(word)
        if at < start < after or (at < end < after and at > start):
            return True
        at = after
    return False


@lru_cache(maxsize=REMEMBERED)
def _words(window: str) -> tuple[str, ...]:
    """Return the words of a name with its neighbours, remembered: people say the same ones over and over."""
    return tuple(cut_message(window))
