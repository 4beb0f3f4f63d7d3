"""Places that say the same as one: the same sentence, with the same limits behind it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.quoting.limits import LISTED, NEXT, is_item, lead, limiting, limiting_in_place, reach
from corpus.text.end_marks import FULL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.search.decide.rule import Passage
    from corpus.search.library import Library
    from corpus.vocabulary import Section, Span

ENDS = f"{FULL}\n"  # where a sentence ends, near enough to tell whether two are the same
_END = re.compile(f"[{ENDS}]")


@dataclass(slots=True)
class LocatedMatch:
    """A passage with where it matched; `also` are the other sections that say the same."""

    passage: Passage
    spans: tuple[Span, ...]
    also: list[Section] = field(default_factory=list)


def merge_alike(places: Sequence[LocatedMatch], library: Library) -> list[LocatedMatch]:
    """Return the passages with equal ones merged: the first keeps its place and lists the others in `also`.

    Equal are passages in which the same sentence matched, with the same exceptions behind it and, for an item of a
    list, the same lead over it.
    """
    said = [_said(place.passage.section.text, place.spans) for place in places]
    texts = [
        place.passage.section.text[start:end].strip()
        for place, (start, end) in zip(places, said, strict=True)
    ]
    alike = Counter(texts)
    shared = [at for at, text in enumerate(texts) if alike[text] > 1]
    ends = [(places[at].passage.section, said[at][1]) for at in shared]
    limits = dict(zip(shared, zip(_limits(ends, library), _leads(ends, library), strict=True), strict=True))
    found: dict[tuple[str, tuple[str, str]], LocatedMatch] = {}
    for at, place in enumerate(places):
        first = found.setdefault((texts[at], limits.get(at, ("", ""))), place)
        if first is not place:
            first.also.append(place.passage.section)
    return list(found.values())


def _said(text: str, found_at: tuple[Span, ...]) -> Span:
    """Return the span of the sentence that holds all matched stretches; of the whole text where none does."""
    if not found_at:
        return 0, len(text)
    first, last = found_at[0][0], found_at[-1][1]
    if _END.search(text[first:last].rstrip(ENDS)):
        return 0, len(text)
    start = max(text.rfind(mark, 0, first) for mark in ENDS) + 1
    ends = (text.find(mark, last) for mark in ENDS)
    return start, min((end + 1 for end in ends if end >= 0), default=len(text))


def _limits(ends: Sequence[tuple[Section, int]], library: Library) -> Iterator[str]:
    """Yield for each section and the end of its quoted sentence the exceptions to that as one text, empty for none."""
    sections = [section for section, _ in ends]
    far = [section for section in sections if reach(section.text) > NEXT]
    near = [section for section in sections if reach(section.text) <= NEXT]
    behind = {
        id(section): texts
        for some in (near, far)
        if some
        for section, texts in zip(some, library.texts_beside(some, reach(some[0].text)), strict=True)
    }
    for section, end in ends:
        limit = limiting_in_place(section.text, end)
        whole = not section.text[end + len(limit) :].strip()
        at = limiting(section.text, behind[id(section)], whole=whole)
        yield limit.strip() + ("" if at is None else f"\n{behind[id(section)][at]}")


def _leads(ends: Sequence[tuple[Section, int]], library: Library) -> Iterator[str]:
    """Yield for each section the paragraph that opens the list it is an item of, empty for no item."""
    items = [section for section, _ in ends if is_item(section.text)]
    texts = library.texts_beside(items, -LISTED) if items else []
    before = {id(section): some for section, some in zip(items, texts, strict=True)}
    for section, _ in ends:
        some = before.get(id(section), [])
        at = lead(section.text, some)
        yield "" if at is None else some[at]
