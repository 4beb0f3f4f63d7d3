"""What an outline says about its article beside the text: document number and dates, where they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.article_fields import iso
from corpus.reading.wording.front_lines import is_body, is_date, issuer, number_in
from corpus.vocabulary import Article

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.vocabulary import Outline

_EFFECTIVE = re.compile(r"自(\d{4}年\d{1,2}月\d{1,2}日)起(?:施行|实施|执行|生效)")
_ARABIC_DATE = re.compile(r"^(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)$")
_UNDER_TITLE = re.compile(
    r"^[（(]\s*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)(?:\s*[）)]$|[^。]{0,80}?(?:通过|公布|发布|批准|印发))"
)
_NEAR = 16
"""Blocks from the top among which a document's number stands, below a site's table of data."""
_UNDER = 5
"""Blocks from the top among which the date under the title stands."""
_LAST = 6
"""Blocks at the end among which a document says from when it holds."""


def described(outline: Outline, name: str, given: Mapping[str, str]) -> Article:
    """Make the article of an outline; what is `given` wins, what nobody says stays None."""
    texts = [block.text for block in outline.blocks]
    seen = {
        "title": outline.title,
        "author": outline.author or issuer(outline.title, texts) or _body_below_title(texts),
        "lead": outline.lead,
        "document_number": _number(outline),
        "published": _signed(outline),
        "effective": _effective(outline),
    }
    fields = {**{key: value for key, value in seen.items() if value}, **given, "id": name}
    return Article(**{"title": name, **fields})


def _body_below_title(texts: Sequence[str]) -> str | None:
    """Return the public body that the line under the title names alone."""
    return texts[0] if len(texts) > 1 and is_body(texts[0]) else None


def _number(outline: Outline) -> str | None:
    """Return the document's number alone, without what stands in its line (签发人：…, 发文字号：)."""
    near = [block.text for block in outline.blocks[:_NEAR]]
    return next((number for text in near if (number := number_in(text))), None)


def _signed(outline: Outline) -> str | None:
    """Return the date line that signs a document (落款), else the one in brackets under its title, in ISO form.

    A law's says when it was passed （2019年3月15日…通过…）; a date inside a sentence is none.
    """
    dates = [block.text for block in outline.blocks if is_date(block.text)]
    top = [block.text for block in outline.blocks[:_UNDER]]
    signed = [_ARABIC_DATE.match(text) for text in dates]
    passed = [_UNDER_TITLE.match(text) for text in top]
    found = next((date for date in [*signed, *passed] if date), None)
    return iso(re.sub(r"\s", "", found.group(1))) if found else None


def _effective(outline: Outline) -> str | None:
    found = (_EFFECTIVE.search(block.text) for block in outline.blocks[-_LAST:])
    return next((iso(match.group(1)) for match in found if match), None)
