"""An excerpt of a match: whole sentences round the best span, going on where the next sentence limits it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.quoting.limits import limits_in_place
from corpus.text.intervals import clipped
from corpus.text.sentences import quotable_sentences
from corpus.vocabulary import Excerpt

if TYPE_CHECKING:
    from corpus.vocabulary import Match, Span

LIMIT = 400  # characters of an excerpt: five of them stay well below what one message may hold
MARKS = "，；。、：！？,;"
_MARK = re.compile(f"[{MARKS}]")


def cut(match: Match, limit: int = LIMIT) -> Excerpt:
    """Return the run of whole sentences that holds most of the matched characters, at most `limit` characters long.

    A sentence longer than that is kept whole up to three times the limit and then cut at a mark. The first
    match in what is quoted is quoted whole; of one that is itself longer, what there is room for.
    """
    text, hits = match.section.text, match.spans
    if len(text) <= limit:
        return _excerpt(text, (0, len(text)), hits)
    sentences = quotable_sentences(text) or [(0, len(text))]
    first, last, _ = _held(sentences, *_best(sentences, hits, limit), hits)
    first, last = _grown(text, sentences, first, last, limit)
    first, last, kept = _held(
        sentences, first, last, hits
    )  # what was taken in may hold a part of another match
    span = sentences[first][0], sentences[last][1]
    return _excerpt(text, _within(text, span, kept or (span[0], span[0]), 3 * limit), hits)


def _best(sentences: list[Span], hits: tuple[Span, ...], limit: int) -> Span:
    """Return the run of sentences (first, last) within the limit that holds most matched characters."""
    matched = [sum(_shared(sentence, hit) for hit in hits) for sentence in sentences]
    best, choice = -1, (0, 0)
    for first in range(len(sentences)):
        for last in range(first, len(sentences)):
            if last > first and sentences[last][1] - sentences[first][0] > limit:
                break
            value = 1000 * sum(matched[first : last + 1]) - (last - first)
            if value > best:
                best, choice = value, (first, last)
    return choice


def _held(
    sentences: list[Span], first: int, last: int, hits: tuple[Span, ...]
) -> tuple[int, int, Span | None]:
    """Return the run (first, last) of sentences, grown until its first match is whole, and that match or None."""
    while True:
        run = sentences[first][0], sentences[last][1]
        kept = next((hit for hit in hits if _shared(hit, run)), None)
        if kept is not None and first and kept[0] < run[0]:
            first -= 1  # which may bring in a part of the match before it
        elif kept is not None and last + 1 < len(sentences) and kept[1] > run[1]:
            last += 1
        else:
            return first, last, kept


def _grown(text: str, sentences: list[Span], first: int, last: int, limit: int) -> Span:
    """Return the run widened by sentences that limit its last one, then by neighbours within the limit."""
    while last + 1 < len(sentences) and limits_in_place(text, sentences[last + 1]):
        last += 1
    while last + 1 < len(sentences) and sentences[last + 1][1] - sentences[first][0] <= limit:
        last += 1
    while last + 1 < len(sentences) and limits_in_place(text, sentences[last + 1]):
        last += 1  # the last neighbour is limited too: a little over the limit is better than half a rule
    while first and sentences[last][1] - sentences[first - 1][0] <= limit:
        first -= 1
    return first, last


def _within(text: str, span: Span, kept: Span, longest: int) -> Span:
    """Return the span cut to `longest` characters round the match `kept`, at punctuation where there is any."""
    start, end = span
    if end - start <= longest:
        return span
    first, last = max(start, kept[0]), min(end, kept[1])
    room = max(0, longest - (last - first))
    earliest = max(start, first - room // 3)
    left = start if earliest == start else _behind_mark(text, earliest, first) or earliest
    latest = min(end, left + longest)
    return left, end if latest == end else _before_cut(text, last, latest) or latest


def _behind_mark(text: str, earliest: int, first: int) -> int | None:
    """Return the offset behind the first punctuation mark between `earliest` and the match; None for none."""
    found = _MARK.search(text, earliest, first)
    return found.end() if found else None


def _before_cut(text: str, last: int, latest: int) -> int | None:
    """Return the offset behind the last punctuation mark between the end of the match and `latest`; None for none."""
    return max((text.rfind(mark, last, latest) for mark in MARKS), default=-1) + 1 or None


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _excerpt(text: str, span: Span, hits: tuple[Span, ...]) -> Excerpt:
    start, end = span
    highlights = tuple(clipped(hits, span))
    return Excerpt(text[start:end], start, end, highlights, cut_before=start > 0, cut_after=end < len(text))
