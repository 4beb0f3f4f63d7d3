"""Plain text: front matter, then lines whose layout shows the structure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.reading import article_fields, sections
from corpus.reading.formats.decoding import decode, printed
from corpus.reading.formats.format import Format, check_length
from corpus.reading.formats.forwarded import unmarked
from corpus.reading.structure.outlines import outline

if TYPE_CHECKING:
    from corpus.vocabulary import Outline


def parted(raw: bytes, which: str) -> tuple[dict[str, str], str]:
    """Return the fields of a text file's front matter, and its text; raises ReadingError for one without end."""
    fields, text = article_fields.front_matter(printed(decode(raw, which)), which)
    check_length(text.count("\n"), "lines", which)
    sections.check(text, which)
    return fields, text


def bare_text(raw: bytes, which: str) -> str:
    """Return the text below a file's front matter."""
    return article_fields.front_matter(decode(raw, which))[1]


def _read(raw: bytes, which: str, title: str | None) -> tuple[dict[str, str], Outline]:
    fields, text = parted(raw, which)
    bare, marks = unmarked(text)
    seen = outline(bare, title=title or fields.get("title"))
    return fields, replace(seen, furniture=seen.furniture + marks)


FORMAT = Format("plain text", (".txt", ".text"), _read, bare_text)
