"""What an outline says about its article beside the text: document number and dates, where they stand."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from corpus.reading.article_fields import iso
from corpus.reading.structure import data_table
from corpus.reading.wording import adoption_notes
from corpus.reading.wording.front_lines import (
    is_body,
    is_date,
    is_dated_number,
    is_imprint,
    issuer,
    number_in,
)
from corpus.text.expressions import any_of
from corpus.vocabulary import Article

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.vocabulary import Outline

_DAY = r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
_EFFECTIVE = re.compile(rf"自({_DAY})起{any_of('front_lines', 'in force')}")
_AT_ONCE = re.compile(rf"自{any_of('front_lines', 'announced')}之日起{any_of('front_lines', 'in force')}")
_ARABIC_DATE = re.compile(rf"^({_DAY})$")
_BRACKETED = re.compile(rf"^[（(]\s*({_DAY})\s*[）)]$")
_BEFORE_NUMBER = re.compile(rf"^({_DAY})\s")
_IMPRINTED = re.compile(rf"({_DAY})\s*印?发?$")
_NEAR = 16
"""Blocks from the top among which a document's number stands, below a site's table of data."""
_UNDER = 5
"""Blocks below the title among which its date and the note of its adoption stand."""
_LAST = 6
"""Blocks at the end among which a document says from when it holds."""


def described(outline: Outline, name: str, given: Mapping[str, str]) -> Article:
    """Make the article of an outline; what is `given` wins, what nobody says stays None."""
    texts, listed = [block.text for block in outline.blocks], data_table.fields(outline)
    seen = listed | {
        "title": outline.title,
        "author": outline.author or issuer(outline.title, texts) or _body_below_title(texts),
        "lead": outline.lead,
        "document_number": _number(outline),
        "published": _published(outline),
        "effective": _effective(outline),
    }
    found = {key: value or listed.get(key) for key, value in seen.items()}
    fields = {**{key: value for key, value in found.items() if value}, **given, "id": name}
    return Article(**{"title": name, **fields})


def _body_below_title(texts: Sequence[str]) -> str | None:
    """Return the public body that the line under the title names alone."""
    return texts[0] if len(texts) > 1 and is_body(texts[0]) else None


def _number(outline: Outline) -> str | None:
    """Return the document's number alone, without what stands in its line (签发人：…, 发文字号：)."""
    near = [block.text for block in outline.blocks[:_NEAR]]
    return next((number for text in near if (number := number_in(text))), None)


def _published(outline: Outline) -> str | None:
    """Return when the text was made public as it stands, in ISO form; None where nothing says so.

    That is the date line that signs a document or the decree in front of it (落款), the date in brackets or before
    the number under the title, that of the imprint. The note of adoption goes before it where it says when the text
    was announced, or where it was revised later. A date inside a sentence is none.
    """
    noted, signed = adoption(outline), _signed(outline)
    if signed and not noted.announced and not noted.revised > signed:
        return signed
    return noted.version or signed or _imprinted(outline)


def _signed(outline: Outline) -> str | None:
    below = _below_title(outline)
    lines = [block.text for block in outline.blocks if is_date(block.text)]
    found = [*map(_ARABIC_DATE.match, lines), *map(_BRACKETED.match, below), *map(_dated_number, below)]
    return _first(found)


def _dated_number(text: str) -> re.Match[str] | None:
    return _BEFORE_NUMBER.match(text) if is_dated_number(text) else None


def _imprinted(outline: Outline) -> str | None:
    return _first([_IMPRINTED.search(block.text) for block in outline.blocks[-1:] if is_imprint(block.text)])


def _first(found: Sequence[re.Match[str] | None]) -> str | None:
    date = next((date for date in found if date), None)
    return iso(re.sub(r"\s", "", date.group(1))) if date else None


def _below_title(outline: Outline) -> list[str]:
    """Return the first blocks below the title, wherever it stands."""
    parts = outline.parts
    title = next((place for place, part in enumerate(parts) if part.kind == "title"), -1)
    below = (part.text for part in parts[title + 1 :] if part.kind in {"heading", "paragraph"})
    return list(islice(below, _UNDER))


def adoption(outline: Outline) -> adoption_notes.Dates:
    """Return the dates in the note of adoption under the title; none where no such note stands there."""
    note = next((text for text in _below_title(outline) if adoption_notes.is_whole(text)), "")
    return adoption_notes.dates(note)


def _effective(outline: Outline) -> str | None:
    """Return from when the document holds: its note says so, its last words, or the date of what it holds from."""
    noted = adoption(outline)
    if noted.in_force:
        return noted.in_force
    last = [block.text for block in outline.blocks[-_LAST:]]
    found = next((match for text in last if (match := _EFFECTIVE.search(text))), None)
    if found:
        return iso(re.sub(r"\s", "", found.group(1)))
    announced = noted.announced or (None if noted.revised else _signed(outline))
    return announced if any(map(_AT_ONCE.search, last)) else None
