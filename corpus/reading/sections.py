"""From a document to its sections: the lead and one paragraph each, only a very long one cut, at a sentence's end."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.reading.canonical import placed
from corpus.text.end_marks import PARTED
from corpus.text.numbering import marker
from corpus.vocabulary import Section

if TYPE_CHECKING:
    from corpus.vocabulary import Block, Document, Span

LONGEST = 1_200
"""Characters that a section may have before it is cut; longer ones hold too much for one answer."""
MOST = 20_000
"""Characters that a section may have at all; a table's longest row has a tenth of it."""
LONGEST_LINE = 500_000
"""Characters of a line: the Civil Code, the longest law there is, has 110,000 in all."""

_END = re.compile(rf"(?:[{PARTED}]|\.(?=\s))[”’」』）)\]》\"']*\s*")

_STOP = re.compile(rf"[{PARTED}.\r\n]")


def split(document: Document) -> tuple[Section, ...]:
    """Cut a document into sections, slices of its canonical text, with codes left empty.

    Paragraphs are numbered from 1. The lead, without its mark (摘要：), is numbered 0, or up to 0 where it is
    very long, so that a paragraph has the same number whether a lead stands above it or not.
    """
    found: list[Section] = []
    leads: list[Section] = []
    above: list[Block] = []
    counted: dict[str, int] = {}
    for start, part in placed(document.outline):
        if part.kind == "heading":
            above = [head for head in above if (head.level or 1) < (part.level or 1)] + [part]
            counted = {}
        elif part.kind == "paragraph":
            above = _open(above, part, counted)
            path = tuple(head.text for head in above)
            found += _sections(document.article.id, len(found) + 1, path, part, start)
        elif part.kind == "title":
            above = []  # what stands over it is the promulgation's
        elif part.kind == "lead":
            leads += _lead(document, part, start)
    return (*leads, *found)


def _open(above: list[Block], part: Block, counted: dict[str, int]) -> list[Block]:
    """Return the headings that stay open over a paragraph: （三） below the heading （二） is its sibling.

    `counted` holds the last number of each family since the last heading, 0 once a list began anew below it
    (1. under 1.平台): its items close nothing.
    """
    mark = marker(part.text)
    if mark is None or not mark.number or mark.family in {"part", "chapter", "section", "article"}:
        return above
    for place, head in enumerate(above):
        own = marker(head.text)
        if own and own.family == mark.family:
            last = counted.setdefault(own.family, own.number)
            begins_anew = mark.number <= own.number or last < own.number
            counted[own.family] = 0 if begins_anew else mark.number
            return above[:place] if last == mark.number - 1 and not begins_anew else above
    return above


def check(text: str, which: str) -> None:
    """Raise ReadingError for a text that goes on as no prose does, without a sentence's end or without a line's."""
    longest, line = max(map(len, _STOP.split(text))), max(map(len, text.split("\n")))
    if longest > MOST or line > LONGEST_LINE:
        lacks = "the end of a sentence or a line" if longest > MOST else "a new line"
        raise ReadingError(
            f"{longest if longest > MOST else line:,} characters without {lacks}",
            which=which,
            next_step="check that it is a text, and give each paragraph a line",
        )


def _lead(document: Document, part: Block, start: int) -> list[Section]:
    """Return the sections of the lead; its mark stays outside where the outline says that it has one."""
    said = document.outline.lead or ""
    mark = len(part.text) - len(said) if said and part.text.endswith(said) else 0
    bare = replace(part, text=part.text[mark:])
    first = 1 - len(pieces(bare.text))
    return _sections(document.article.id, first, (), bare, start + mark)


def _sections(article: str, number: int, path: tuple[str, ...], part: Block, start: int) -> list[Section]:
    return [
        Section(
            article=article,
            number=number + place,
            headings=path,
            text=part.text[first:last],
            start=start + first,
            run_in=len(part.run_in or "") if place == 0 else 0,
        )
        for place, (first, last) in enumerate(pieces(part.text))
    ]


def pieces(text: str) -> list[Span]:
    """Cut a text into spans that cover it whole, none longer than LONGEST where a sentence's end allows."""
    if len(text) <= LONGEST:
        return [(0, len(text))]
    ends = [match.end() for match in _END.finditer(text)]
    cuts, start, at = [0], 0, 0
    while len(text) - start > LONGEST:
        at = bisect_right(ends, start, at)
        within = bisect_right(ends, start + LONGEST, at) - 1
        cut = ends[within] if within >= at else ends[at] if at < len(ends) else len(text)
        if cut >= len(text):
            break
        start = cut
        cuts.append(start)
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))
