"""Figures beside the text that is shown: none is highlighted that was not asked for, and another one is told."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.search.query.borders import FIGURE, numbers, spaced
from corpus.text.figures import in_digits

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.search.query.weights import WeightedQuery
    from corpus.vocabulary import Match, Span

LONGEST_TOLD = 80  # characters of a sentence that is offered in the place of a query
_NUMBER = re.compile(r"\d(?:[.,．，]?\d)*[%％]?[万亿]*")
_ENDS = "。！？；\n"


@lru_cache(maxsize=8)  # one query is asked of each of its matches
def typed_numbers(typed: str) -> frozenset[str]:
    """Return the numbers of a query, those written out in characters too."""
    return numbers(typed) | numbers(in_digits(spaced(typed)))


def without_other_numbers(spans: Sequence[Span], text: str, typed: str) -> tuple[Span, ...]:
    """Return the matched stretches of a text without the numbers in them that the query does not hold."""
    asked = typed_numbers(typed)
    found: list[Span] = []
    for start, end in spans:
        at = start
        for number in _NUMBER.finditer(text):
            if number.end() <= start or number.start() >= end or numbers(number[0]) <= asked:
                continue
            found.append((at, max(at, number.start())))
            at = min(end, number.end())
        found.append((at, end))
    kept = tuple((start, end) for start, end in found if end > start)
    return kept or tuple(spans)


def with_figures_of(weighted: WeightedQuery, match: Match, head: str) -> str | None:
    """Return the query with the figures that a match has in the place of its own; None where it has the same.

    Where the match has no figure to put in, its sentence is returned: what differs is told in either case.
    """
    latin, text = weighted.latin, match.section.text
    sentence = _sentence(text, match.spans)  # the figure of another sentence is told of something else
    if match.matched == "exact" or not latin.figures or not latin.lacks_figure(sentence, head):
        return None
    query, there = spaced(weighted.analyzed.query.text), [one[0] for one in FIGURE.finditer(spaced(sentence))]
    if typed_numbers(query) <= numbers(sentence) | numbers(in_digits(spaced(sentence))) | numbers(head):
        return None
    asked = typed_numbers(query)
    others = [one for one in there if not numbers(one) <= asked]
    said, at = "", 0
    for found, other in _paired(query, others, sentence):
        said += query[at : found.start()] + other
        at = found.end()
    return f"{said}{query[at:]}" if at else sentence.strip()[:LONGEST_TOLD]


def _paired(query: str, others: list[str], text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each figure of a query that a text lacks, with the first other one of the same unit, else the first."""
    held = numbers(text)
    for found in FIGURE.finditer(query):
        if numbers(found[0]) <= held or not others:
            continue
        other = next((one for one in others if one[-1] == found[0][-1]), others[0])
        others.remove(other)
        yield found, other


def _sentence(text: str, spans: Sequence[Span]) -> str:
    first, last = (spans[0][0], spans[-1][1]) if spans else (0, len(text))
    start = max(text.rfind(mark, 0, first) for mark in _ENDS) + 1
    ends = [at for mark in _ENDS if (at := text.find(mark, last)) >= 0]
    return text[start : min(ends, default=len(text))]
