"""Run-in heads: the short topic sentence that opens a paragraph and names what it is about."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.reading.structure.heading_forms import NUMBERED
from corpus.reading.wording import sentence_ends
from corpus.reading.wording.topic_phrases import is_topic
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece

_LONGEST = 50
_LONGEST_SIBLING = 24
_SHARE = 0.4
"""Share of a numbering family's paragraphs that open with a topic sentence where any is taken for one."""
_RULES = re.compile(r"应当|不得|可以|[；：？！]")
_SAYS = re.compile(r"是(?!否)|我们|我国|了(?!解)|，")


def run_ins(pieces: Sequence[Piece], heads: Sequence[bool]) -> list[str | None]:
    """Return the run-in head of each piece, None where it has none."""
    marks = [marker(piece.text) for piece in pieces]
    if sum(mark is not None and mark.family == "article" for mark in marks) > 2:
        return [None] * len(pieces)
    found: list[str | None] = [None] * len(pieces)
    for first, last in _stretches(heads):
        for place, run in _unnumbered(pieces, range(first, last)).items():
            found[place] = run
    for place, run in _numbered(pieces, heads).items():
        found[place] = run
    return found


def _stretches(heads: Sequence[bool]) -> list[tuple[int, int]]:
    """Return the stretches of paragraphs between headings."""
    edges = [-1, *[place for place, head in enumerate(heads) if head], len(heads)]
    return [(before + 1, after) for before, after in pairwise(edges) if after > before + 1]


def opening(piece: Piece) -> str | None:
    """Return the first sentence of a piece where more than a bracketed note follows it."""
    sentence = sentence_ends.first_sentence(piece.text)
    rest = piece.text[len(sentence) :]
    if not sentence.endswith("。") or not rest.strip() or sentence_ends.is_note(rest):
        return None
    return sentence


def _numbered(pieces: Sequence[Piece], heads: Sequence[bool]) -> dict[int, str]:
    """Return the topic sentences of numbered paragraphs, in the families where they are the custom."""
    found: dict[int, tuple[str, str]] = {}
    members: Counter[str] = Counter()
    for place, piece in enumerate(pieces):
        mark = marker(piece.text)
        if heads[place] or mark is None or mark.family not in NUMBERED | {"dash"}:
            continue
        members[mark.family] += 1
        sentence = opening(piece)
        body = sentence[len(mark.text) :] if sentence else ""
        if sentence and 0 < len(body) <= _LONGEST and not _RULES.search(body):
            found[place] = (mark.family, sentence)
    topical = Counter(family for family, _ in found.values())
    return {
        place: sentence
        for place, (family, sentence) in found.items()
        if topical[family] >= _SHARE * members[family]
    }


def _unnumbered(pieces: Sequence[Piece], places: range) -> dict[int, str]:
    """Return the topic phrases that open paragraphs under one heading; one alone proves no custom."""
    first = {place: sentence for place in places if (sentence := opening(pieces[place]))}
    plain = {place: sentence for place, sentence in first.items() if marker(pieces[place].text) is None}
    bold = {
        place: text
        for place, text in plain.items()
        if 0 < pieces[place].bold <= len(text) + 1 and pieces[place].bold >= len(text) - 1
    }
    topics = {place: sentence for place, sentence in plain.items() if is_topic(sentence)} | bold
    if len(topics) < 2 and not bold:
        return {}
    if len(topics) > 2 and len(topics) > _SHARE * len(places):
        topics |= {
            place: sentence
            for place, sentence in plain.items()
            if len(sentence) <= _LONGEST_SIBLING
            and not _RULES.search(sentence)
            and not _SAYS.search(sentence)
        }
    return topics
