"""Unnumbered sentences that are headings: a document's habit of setting them apart shows it, not one of them alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.structure.heading_forms import LONGEST, is_sentence, is_topic_sentence
from corpus.reading.wording.topic_phrases import is_topic
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece
    from corpus.reading.structure.heading_rules import Body

_SHORTEST = 7
"""Characters of one that needs no other like it: 基本原则。"""
_TIMES = 3
"""How many times longer than a short sentence the paragraph below it is."""
_CLAUSES = re.compile("[，,]")
_MORE = 2
"""How many times longer than a topic sentence the text below it is, up to the next one."""
_HABIT = 3
"""Topic sentences of two clauses that make it a document's habit to set such apart."""
_EXCEPTIONS = 0.25
"""Share of sentences of the same form that may be paragraphs all the same."""
SURE = 0.6
"""How sure it is that a sentence that might be a heading is a paragraph, or the other way round."""
_MAYBE = "a sentence that stands over longer text; it may be a heading"
_TAKEN = "a sentence taken for a heading, for it stands over longer text in turn with others"


def topic_sentences(body: Body, sure: Sequence[bool]) -> list[int]:
    """Return the places of the topic sentences that are headings, beside those that are `sure` by number or form."""
    pieces = body.pieces
    possible = [place for place in range(len(pieces)) if not sure[place] and _is_possible(pieces, place)]
    stops = sorted({*possible, *(place for place, head in enumerate(sure) if head), len(pieces)})
    over = [place for place in possible if _stands_over(pieces, place, stops)]
    plain = [place for place in over if not _CLAUSES.search(pieces[place].text)]
    alike = sum(is_topic_sentence(piece.text) for place, piece in enumerate(pieces) if place not in set(over))
    if len(over) - len(plain) >= _HABIT and alike <= _EXCEPTIONS * len(over):
        return over
    enough = len(plain) > 1 or any(len(pieces[place].text) <= _SHORTEST for place in plain)
    return plain if enough else []


def in_turn(body: Body, _sure: Sequence[bool]) -> list[int]:
    """Return the places of short sentences that stand over a long paragraph each, three times in turn or more."""
    heads = {place for place in range(len(body.pieces)) if _is_short(body.pieces, place)}
    return [
        place
        for place in sorted(heads)
        if any({first, first + 2, first + 4} <= heads for first in (place - 4, place - 2, place))
    ]


def doubt(pieces: Sequence[Piece], heads: Sequence[bool], place: int) -> str:
    """Return why it is unsure that a piece is a heading, or a paragraph; "" where it is not."""
    text = pieces[place].text
    if not _is_possible(pieces, place) and not (heads[place] and _is_short(pieces, place)):
        return ""
    if not heads[place]:
        return _MAYBE
    return _TAKEN if _CLAUSES.search(text) or not is_topic(text) else ""


def _is_possible(pieces: Sequence[Piece], place: int) -> bool:
    """Return whether a piece is a short topic sentence with a longer paragraph below it."""
    piece = pieces[place]
    if piece.level is not None or len(piece.text) > LONGEST["topic"] or place + 1 >= len(pieces):
        return False
    below = pieces[place + 1].text
    return is_topic_sentence(piece.text) and len(below) > len(piece.text) and marker(below) is None


def _is_short(pieces: Sequence[Piece], place: int) -> bool:
    """Return whether a piece is a short sentence, whatever it says, with a paragraph some times as long below it."""
    text = pieces[place].text
    if len(text) > LONGEST["short"] or place + 1 >= len(pieces):
        return False
    return is_sentence(text) and len(pieces[place + 1].text) > _TIMES * len(text)


def _stands_over(pieces: Sequence[Piece], place: int, stops: Sequence[int]) -> bool:
    """Return whether more text than the sentence itself lies between it and the next one like it."""
    end = next(stop for stop in stops if stop > place)
    return sum(len(piece.text) for piece in pieces[place + 1 : end]) > _MORE * len(pieces[place].text)
