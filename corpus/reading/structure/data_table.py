"""The table of data that a site sets above an official document (索引号, 文号, 有效性 …) as fields of the article."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.article_fields import iso
from corpus.reading.wording.front_lines import number_in
from corpus.reading.wording.sentence_ends import unspaced
from corpus.text.expressions import any_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corpus.vocabulary import Outline

_FIELDS = {
    "author": "body datum",
    "document_number": "number datum",
    "published": "date datum",
    "effective": "start datum",
    "status": "status datum",
}
_LABELS = {field: re.compile(rf"^{any_of('front_lines', rule)}[:：]") for field, rule in _FIELDS.items()}
_LABEL = re.compile(rf"^{any_of('front_lines', 'datum')}[:：]")
_DATES = frozenset(["published", "effective"])
_DAY = re.compile(r"^\d{4}(?:-\d\d){2}$")
_FEWEST = 3
"""Labels from which lines are a table of data, and not a sentence that opens with a word and a colon."""
_LONGEST = 40
"""Characters of a value at most."""


def fields(outline: Outline) -> dict[str, str]:
    """Return what the table above a document says of it, by the fields of an article; none where there is no table."""
    above = []
    for part in outline.parts:
        if part.kind == "title":
            break
        above.append(part.text)
    cells = [*outline.furniture, *above]
    if sum(_LABEL.match(unspaced(cell)) is not None for cell in cells) < _FEWEST:
        return {}
    return dict(_found(cells))


def _found(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    for place, cell in enumerate(cells):
        label = next((field for field, form in _LABELS.items() if form.match(unspaced(cell))), None)
        value = _value(cells, place) if label else ""
        if label in _DATES:
            value = iso(unspaced(value)) if _DAY.match(iso(unspaced(value))) else ""
        if label == "document_number":
            value = number_in(value) or ""
        if label and value and len(value) <= _LONGEST:
            yield label, value


def _value(cells: Sequence[str], place: int) -> str:
    """Return what stands behind a label's colon, else in the next cell, which is no label."""
    own = re.split("[:：]", cells[place], maxsplit=1)[1].strip()
    following = cells[place + 1].strip() if place + 1 < len(cells) else ""
    return own or ("" if following.endswith(("：", ":")) else following)
