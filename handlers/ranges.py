"""Stretches of a section moved to whole sentences, so that no quotation begins or ends inside one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.text.intervals import clipped, disjoint
from corpus.text.sentences import quotable_sentences
from corpus.vocabulary import Excerpt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.vocabulary import Section, Span


def first_sentences(section: Section, start: int, limit: int, hits: Sequence[Span] = ()) -> Excerpt:
    """Quote whole sentences from `start` on: the first, and more as long as they stay within `limit`."""
    ends = [end for _, end in quotable_sentences(section.text) if end > start]
    within = [end for end in ends if end - start <= limit]
    end = within[-1] if within else ends[0]
    return quote_range(section, start, end, hits)


def last_sentences(section: Section, limit: int) -> Excerpt:
    """Quote the last whole sentences of a section: one, and more as long as they stay within `limit`."""
    text = section.text
    starts = [start for start, _ in quotable_sentences(text)] or [0]
    within = [start for start in starts if len(text.rstrip()) - start <= limit]
    return quote_range(section, within[0] if within else starts[-1], len(text))


def quote_range(section: Section, start: int, end: int, hits: Sequence[Span] = ()) -> Excerpt:
    """Quote a range of a section, moved outwards to whole sentences; `hits` in it are highlighted."""
    text = section.text
    touched = [span for span in quotable_sentences(text) if span[1] > start and span[0] < end]
    first, last = (touched[0][0], touched[-1][1]) if touched else (0, len(text))
    return Excerpt(
        text[first:last],
        first,
        last,
        highlights=tuple(disjoint(clipped(hits, (first, last)), lambda hit: hit)),
        cut_before=bool(text[:first].strip()),
        cut_after=bool(text[last:].strip()),
    )
