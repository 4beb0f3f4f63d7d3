"""What a heading looks like by itself, line by line: forms, families of numbering and lengths, in one place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.layout.columns import CLOSERS, OPENERS
from corpus.reading.structure import mastheads
from corpus.reading.wording import front_lines, sentence_ends
from corpus.reading.wording.topic_phrases import is_topic
from corpus.text.expressions import pattern
from corpus.text.han import HAN
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from corpus.reading.pieces import Piece

CHAPTERS = frozenset(["part", "chapter", "section"])
"""Families of numbering whose members are headings wherever they stand."""
SET_ALONE = frozenset(["comma", "bracket", "point", "round", "ordinal"])
"""Families whose members are headings, or items, or open paragraphs."""
NUMBERED = SET_ALONE | {"decimal", "circle", "count", "figure"}
"""The same, and those that never run into a full line."""
LONGEST = {
    "bare": 48,
    "latin": 90,
    "chapter": 60,
    "bold": 80,
    "sibling": 60,
    "sentence": 36,
    "topic": 30,
    "short": 20,
}
"""Characters of a heading by its form; a longer unnumbered one is a sentence without a full stop."""
_WITHIN = "的地得和与及或之将把被对在以由从向为并而、"
"""Characters that end no heading."""
_ANNEX = re.compile(r"^附\s*[件录表]\s*+[\d一二三四五六七八九十]{0,3}+\s*+[：:]?$")
_NO_HEADING = pattern("headings", "talk", "caption", "speaker", "row", "bracketed")
_ROW = pattern("headings", "row")
_LETTER = re.compile(f"[{HAN}A-Za-z]")


def is_bold(piece: Piece) -> bool:
    """Return whether a format sets a piece as a heading: by a level, or in bold from end to end."""
    return piece.level is not None or (len(piece.text) <= piece.bold and len(piece.text) <= LONGEST["bold"])


def is_annex(text: str) -> bool:
    """Return whether a line opens an annex (附件1), a unit of its own after all that a document has."""
    return _ANNEX.match(text) is not None


def is_row(text: str) -> bool:
    """Return whether a line is a row of a table: three cells with gaps between."""
    return _ROW.search(text) is not None


def is_refused(text: str) -> bool:
    """Return whether an unnumbered line is no heading by its form: closed, long, a caption, a date, a number, talk."""
    return (
        sentence_ends.ended(text)
        or "。" in text
        or len(text) > LONGEST["latin" if text.isascii() else "bare"]
        or _NO_HEADING.search(text) is not None
        or _LETTER.search(text) is None
        or front_lines.is_number(text)
        or front_lines.is_date(text)
        or front_lines.is_masthead(text)
        or front_lines.is_imprint(text)
        or mastheads.is_issue(text)
    )


def is_unclosed(text: str) -> bool:
    """Return whether an unnumbered line is closed by no mark and no longer than a heading."""
    short = len(text) <= LONGEST["bare"]
    return text[-1] not in CLOSERS and "。" not in text and marker(text) is None and short


def may_end(text: str, following: str) -> bool:
    """Return whether a text up to a line's end can be a whole heading, and what follows a paragraph."""
    if not is_unclosed(text) or text[-1] in _WITHIN or text[-1] in OPENERS or following[0] in CLOSERS:
        return False
    return text.count("“") == text.count("”") and text.count("《") == text.count("》")


def is_phrase(text: str) -> bool:
    """Return whether a text is one phrase: closed by a full stop or by nothing."""
    return sentence_ends.is_one(text) and (text.endswith("。") or not sentence_ends.ended(text))


def is_sentence(text: str) -> bool:
    """Return whether a text is one unnumbered sentence."""
    return text.endswith("。") and marker(text) is None and sentence_ends.is_one(text)


def is_topic_sentence(text: str) -> bool:
    """Return whether a text is one unnumbered sentence of the form that topic sentences have."""
    return is_topic(text) and is_sentence(text)
