"""One term in the words of several documents, with what differs marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from corpus.text.intervals import merged
from corpus.text.normalize import normalize_with_offsets
from corpus.text.words import cut_message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.vocabulary import Span


@dataclass(frozen=True, slots=True)
class MarkedWording:
    """The words of one document; `differs` are the stretches that the others do not have, in order."""

    text: str
    differs: tuple[Span, ...]


def compare(texts: Sequence[str]) -> tuple[MarkedWording, ...]:
    """Return wordings with what differs marked, word by word; the first is what the others are held against.

    In the first is marked what any other lacks. Width, script, quotes and spaces make no difference.
    """
    words = [_words(text) for text in texts]
    marked: list[set[Span]] = [set() for _ in texts]
    for which in range(1, len(texts)):
        ours, theirs = _unlike(words[0], words[which])
        marked[0] |= ours
        marked[which] |= theirs
    return tuple(MarkedWording(text, tuple(merged(spans))) for text, spans in zip(texts, marked, strict=True))


def _words(text: str) -> list[tuple[str, Span]]:
    """Return the words of a folded text and where they stand in the text itself."""
    found, at, folded = [], 0, normalize_with_offsets(text)
    for word in cut_message(folded.text):
        found.append((word, folded.span(at, at + len(word))))
        at += len(word)
    return found


def _unlike(one: list[tuple[str, Span]], other: list[tuple[str, Span]]) -> tuple[set[Span], set[Span]]:
    """Return where each of two wordings has words that the other has not there."""
    ours: set[Span] = set()
    theirs: set[Span] = set()
    for step in Indel.opcodes([word for word, _ in one], [word for word, _ in other]):
        if step.tag != "equal":
            ours |= {span for _, span in one[step.src_start : step.src_end]}
            theirs |= {span for _, span in other[step.dest_start : step.dest_end]}
    return ours, theirs
