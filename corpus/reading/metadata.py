"""What an outline says about its article beside the text: document number and dates, where they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.front import is_date, is_number, issuer
from corpus.reading.given import iso
from corpus.vocabulary import Article

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corpus.vocabulary import Outline

_EFFECTIVE = re.compile(r"自(\d{4}年\d{1,2}月\d{1,2}日)起(?:施行|实施|执行|生效)")
_ARABIC_DATE = re.compile(r"^(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)$")
_NEAR = 6
"""Blocks from the top among which a document's number stands."""


def described(outline: Outline, name: str, given: Mapping[str, str]) -> Article:
    """Make the article of an outline; what is `given` wins, what nobody says stays None."""
    seen = {
        "title": outline.title,
        "author": outline.author or issuer(outline.title, [block.text for block in outline.blocks]),
        "lead": outline.lead,
        "document_number": _number(outline),
        "published": _signed(outline),
        "effective": _effective(outline),
    }
    fields = {**{key: value for key, value in seen.items() if value}, **given, "id": name}
    return Article(**{"title": name, **fields})


def _number(outline: Outline) -> str | None:
    return next((block.text for block in outline.blocks[:_NEAR] if is_number(block.text)), None)


def _signed(outline: Outline) -> str | None:
    """Return the date line that signs a document (落款), in ISO form; a date inside a sentence is none."""
    dates = [block.text for block in outline.blocks if is_date(block.text)]
    found = [date for text in dates if (date := _ARABIC_DATE.match(text))]
    return iso(re.sub(r"\s", "", found[0].group(1))) if found else None


def _effective(outline: Outline) -> str | None:
    found = (_EFFECTIVE.search(block.text) for block in outline.blocks[-_NEAR:])
    return next((iso(match.group(1)) for match in found if match), None)
