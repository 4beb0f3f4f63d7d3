"""What a query asks for, worked out once: its folded text, its words, how it sounds, and what kind it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.matching.folding import skeleton
from corpus.matching.pinyin import spellings
from corpus.matching.sounds import sounds
from corpus.matching.words import asks, cut_words, is_stop

if TYPE_CHECKING:
    from corpus.matching.query import Query

Kind = Literal["name", "keywords", "long", "question", "letters"]
LONGEST_NAME = 8  # characters: longer texts without a space are pieces of sentences
SHORTEST_INITIALS, LONGEST_INITIALS = 3, 24
_BREAK = re.compile(r"[^\w+%·・.\-]+")
_LETTERS = re.compile(r"[a-z0-9]+")
_ENDS_ASKING = re.compile(r"[?？]\s*[”’\"']?\s*$|[吗呢]$")


@dataclass(frozen=True, slots=True)
class Asked:
    """A query ready to be looked for.

    `chunks` are its pieces between spaces and punctuation, folded; `bare` is all of them joined; `words` are
    the words that say what is asked, `filler` those that do not; `spoken` is how it sounds, in every likely
    way where it holds pinyin; `initials` is set where it may be the first letters of syllables.
    """

    bare: str
    chunks: tuple[str, ...]
    words: tuple[str, ...]
    filler: tuple[str, ...]
    spoken: tuple[str, ...]
    initials: str
    kind: Kind
    typed_pinyin: bool = False


def ask(query: Query) -> Asked:
    """Work out what a query asks for."""
    chunks = tuple(chunk for chunk in map(skeleton, _BREAK.split(query.text)) if chunk)
    bare = "".join(chunks)
    cut = [word for chunk in chunks for word in cut_words(chunk)]
    words = tuple(dict.fromkeys(word for word in cut if not is_stop(word) and not asks(word)))
    filler = tuple(word for word in cut if word not in words)
    ways = tuple(way for way in spellings(query.text) if len(way) > 1)
    letters = _LETTERS.fullmatch(bare) is not None
    initials = (
        bare if letters and SHORTEST_INITIALS <= len(bare) <= LONGEST_INITIALS and not bare.isdigit() else ""
    )
    spoken = ways or ((sounds(bare),) if not letters else ())
    kind = _kind(query.text, chunks, cut, letters=letters)
    return Asked(bare, chunks, words, filler, spoken, initials, kind, typed_pinyin=bool(ways))


def _kind(text: str, chunks: tuple[str, ...], cut: list[str], *, letters: bool) -> Kind:
    if letters:
        return "letters"
    if _ENDS_ASKING.search(text) or any(asks(word) for word in cut):
        return "question"
    if len(chunks) > 1 and " " in text.strip():
        return "keywords"
    return "name" if sum(map(len, chunks)) <= LONGEST_NAME else "long"
