"""From a document to its sections: one paragraph each, and only a very long one cut, at a sentence's end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.canonical import placed
from corpus.vocabulary import Section

if TYPE_CHECKING:
    from corpus.vocabulary import Block, Document, Span

LONGEST = 1_200
"""Characters that a section may have before it is cut; longer ones hold too much for one answer."""

_END = re.compile(r"(?:[。！？!?；;]|\.(?=\s))[”’」』）)\]》\"']*\s*")


def split(document: Document) -> tuple[Section, ...]:
    """Cut a document into sections, slices of its canonical text, numbered from 1, with codes left empty."""
    found: list[Section] = []
    above: list[Block] = []
    for start, part in placed(document.outline):
        if part.kind == "heading":
            above = [head for head in above if (head.level or 1) < (part.level or 1)] + [part]
        elif part.kind == "paragraph":
            path = tuple(head.text for head in above)
            found += _sections(document.article.id, len(found) + 1, path, part, start)
    return tuple(found)


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
    cuts, start = [0], 0
    while len(text) - start > LONGEST:
        later = [end for end in ends if start < end < len(text)]
        within = [end for end in later if end - start <= LONGEST]
        if not later:
            break
        start = within[-1] if within else later[0]
        cuts.append(start)
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))
