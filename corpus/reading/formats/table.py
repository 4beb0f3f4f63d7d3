"""Which reader takes which file: by its ending, each giving an outline and what the file says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.reading import article_fields, sections
from corpus.reading.formats import docx, html, markdown, pdf
from corpus.reading.formats.decoding import decode, printed
from corpus.reading.furniture import browser_margins, contents, stripping
from corpus.reading.structure.classifying import assemble
from corpus.reading.structure.outlines import outline, pieces

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corpus.reading.pieces import Piece
    from corpus.vocabulary import Outline

MOST_LINES = 60_000
"""Lines, or blocks, of one document; the longest code of laws has a tenth of that."""
ENDINGS = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf", ".jsonl")
"""Endings that are looked for in folders; a file named outright may have any, and is then read as plain text."""
FOREIGN = (".doc", ".wps", ".rtf", ".odt", ".ofd", ".xls", ".xlsx", ".et", ".ppt", ".pptx", ".epub", ".caj")
"""Endings of documents that nothing here reads; in a folder they are told, and not passed over."""


def read(raw: bytes, ending: str, which: str, said: Mapping[str, str]) -> tuple[dict[str, str], Outline]:
    """Return the fields that a file states of itself, overridden by those `said`, and its outline."""
    fields: dict[str, str] = {}
    title = said.get("title")
    if ending in {".html", ".htm"}:
        page = html.page(raw, which)
        seen = _assembled(page.pieces, page.furniture, title, which)
    elif ending == ".docx":
        seen = _assembled(docx.pieces(raw, which), (), title, which)
    elif ending == ".pdf":
        within, around = browser_margins.margins(pdf.lines(raw, which))
        kept, dropped = stripping.strip(within)
        seen = assemble(pieces(kept), around + dropped, title=title)
    else:
        fields, text = article_fields.front_matter(printed(decode(raw, which)), which)
        if text.count("\n") > MOST_LINES:
            raise _endless("lines", which)
        sections.check(text, which)
        title = title or fields.get("title")
        if ending in {".md", ".markdown"}:
            seen = _assembled(*markdown.pieces(text, which), title, which)
        else:
            seen = outline(text, title=title)
    return fields | dict(said), seen


def _endless(what: str, which: str) -> ReadingError:
    return ReadingError(f"more than {MOST_LINES:,} {what}", which=which, next_step="split it")


def _assembled(found: Sequence[Piece], dropped: tuple[str, ...], title: str | None, which: str) -> Outline:
    """Make an outline of stated blocks, their table of contents left out."""
    if len(found) > MOST_LINES:
        raise _endless("paragraphs", which)
    listed = contents.places([piece.text for piece in found])
    kept = [piece for place, piece in enumerate(found) if place not in listed]
    return assemble(kept, dropped + tuple(found[place].text for place in sorted(listed)), title=title)
