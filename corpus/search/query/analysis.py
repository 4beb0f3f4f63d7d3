"""What a query asks for, worked out once: its folded text, its words, how it sounds, and what kind it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from corpus.search.query.references import ClausePart, clause_of, defined_of, part_of
from corpus.search.query.slots import Slots, slots_of
from corpus.text.abbreviations import listed
from corpus.text.document_names import document_in
from corpus.text.normalize import normalize_letters
from corpus.text.phonetics import sounds
from corpus.text.pinyin import spellings
from corpus.text.polarity import is_open
from corpus.text.segmentation import asks, cut_words, is_stop

if TYPE_CHECKING:
    from corpus.search.query.asked_figure import AskedFigure
    from corpus.search.query.language import Query

Kind = Literal["name", "keywords", "long", "question", "pinyin"]
LONGEST_NAME = 8  # characters: longer texts without a space are pieces of sentences
LONGEST_HEARD = 64  # characters of a query that is compared by its sound too: nobody types a page in pinyin
SHORTEST_INITIALS, LONGEST_INITIALS = 3, 24
NO_SLOTS = Slots()
NO_PART = ClausePart()
_BREAK = re.compile(r"[^\w+＋%％·・.．\-－]+")
_SYMBOL = re.compile(r"[^\w\s]")
_LETTERS = re.compile(r"[a-z0-9]+")
_ENDS_ASKING = re.compile(r"[?？]\s*+(?:[”’\"']\s*+)?+$|[吗呢]$")


@dataclass(frozen=True, slots=True)
class AnalyzedQuery:
    """A query ready to be looked for.

    `chunks` are its pieces between spaces and punctuation, folded, `cut` the words of each; `letters` is
    all of them joined; `words` are the words that say what is asked, `runs` those that follow one another joined;
    `spoken` is how it sounds, in every likely way where it holds pinyin; `initials` is set where it may be
    the first letters of syllables; `kind_spelt` is its kind if its letters prove to be words; `law` and `clause`
    are set where it names a clause of a law, `part` says which 款 and 项 of it, `defined` to the term whose
    meaning it may ask for; `typed` is the query as it was typed, its filters left out; `document` is the document
    that it names, as typed, and `document_alone` says that it says nothing else; `phrases` are to stand exactly so, as
    typed: in a question quotation marks name a thing and ask for nothing exact.
    """

    query: Query
    letters: str
    chunks: tuple[str, ...]
    cut: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]
    runs: tuple[str, ...]
    spoken: tuple[str, ...]
    initials: str
    kind: Kind
    kind_spelt: Kind
    typed_pinyin: bool = False
    law: str = ""
    clause: tuple[str, ...] = ()
    part: ClausePart = NO_PART
    defined: str = ""
    typed: str = ""
    document: str = ""
    document_alone: bool = False
    phrases: tuple[str, ...] = ()
    slots: Slots = NO_SLOTS
    figure: AskedFigure | None = None


def analyze(query: Query) -> AnalyzedQuery:
    """Work out what a query asks for."""
    chunks = _unglossed(tuple(chunk for chunk in map(normalize_letters, _pieces(query.text)) if chunk))
    letters = "".join(chunks)
    cut = tuple(tuple(cut_words(chunk)) for chunk in chunks)
    runs = [run for words in cut for run in _runs(words)]
    ways = tuple(way for way in spellings(query.text) if len(way) > 1)
    law, clause = clause_of(query.text)
    only_latin = _LETTERS.fullmatch(letters) is not None
    short = (
        SHORTEST_INITIALS <= len(letters) <= LONGEST_INITIALS
        and not letters.isdigit()
        and not listed(letters)
    )
    kind_spelt = _kind(query.text, chunks, cut)
    document, alone = document_in(query.text)
    slots = NO_SLOTS if query.phrases or clause or alone else slots_of(query.text)
    kind: Kind = "pinyin" if only_latin or ways else kind_spelt
    return AnalyzedQuery(
        query=query,
        letters=letters,
        chunks=chunks,
        cut=cut,
        words=tuple(dict.fromkeys(word for run in runs for word in _whole_words(run))),
        runs=tuple("".join(run) for run in runs),
        spoken=ways or ((sounds(letters),) if not only_latin else ()),
        initials=letters if only_latin and short else "",
        kind=kind,
        kind_spelt=kind_spelt,
        typed_pinyin=bool(ways),
        law=law,
        clause=clause,
        part=part_of(query.text) if clause else NO_PART,
        defined=defined_of(query.text)
        or normalize_letters(query.meaning)
        or _named(kind_spelt, letters, clause),
        typed=query.verbatim,
        document=document,
        document_alone=alone,
        slots=slots,
        figure=slots.figure,
        phrases=() if kind == "question" else tuple(phrase.strip() for phrase in query.phrases),
    )


def _named(kind: Kind, letters: str, clause: tuple[str, ...]) -> str:
    """Return a name that is typed alone: of the sections that hold it, the one that defines it goes first."""
    return letters if kind == "name" and not clause and len(letters) > 1 else ""


def _pieces(text: str) -> list[str]:
    """Cut a text at spaces and marks, and not at a symbol that stands for letters: 100㎡ is 100m2, ℃ is c."""
    return _BREAK.split(_SYMBOL.sub(lambda found: normalize_letters(found[0]) or found[0], text))


def _unglossed(chunks: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the letters that a chunk beside them is the full form of: 人工智能 AI says one thing twice."""
    return tuple(
        chunk for chunk in chunks if not (chunk.isascii() and any(full in chunks for full in listed(chunk)))
    )


def _runs(words: tuple[str, ...]) -> list[list[str]]:
    """Cut a row of words at those that say nothing of what is asked."""
    groups = groupby(words, key=lambda word: is_stop(word) or asks(word))
    return [list(group) for filler, group in groups if not filler]


def _whole_words(run: list[str]) -> list[str]:
    """Join the lone characters in a row: a name that no dictionary has falls into characters.

    A character that is left alone beside other words is left out: its pairs say more.
    """
    groups = groupby(run, key=lambda word: len(word) > 1)
    whole = [word for longer, group in groups for word in (group if longer else ["".join(group)])]
    return [word for word in whole if len(word) > 1 or len(whole) == 1]


def _kind(text: str, chunks: tuple[str, ...], cut: tuple[tuple[str, ...], ...]) -> Kind:
    if _ENDS_ASKING.search(text) or is_open(text) or any(asks(word) for words in cut for word in words):
        return "question"
    if len(chunks) > 1 and " " in text.strip():
        return "keywords"
    return "name" if sum(map(len, chunks)) <= LONGEST_NAME else "long"
