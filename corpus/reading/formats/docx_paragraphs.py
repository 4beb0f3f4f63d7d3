"""The paragraphs of a .docx as its reader counts them, one a line, and which are set as quotations."""

from __future__ import annotations

import re

from corpus.errors import ReadingError
from corpus.reading.formats.docx_archive import Archive
from corpus.reading.formats.docx_styles import Style, W, attribute, styles

_QUOTE = re.compile(r"quote|引用|引文", re.IGNORECASE)


def docx_paragraphs(raw: bytes, which: str) -> list[tuple[str, bool]]:
    """Return the text of each paragraph and table cell in reading order, and whether its style is a quotation's."""
    archive = Archive(raw, which)
    document = archive.part("word/document.xml")
    if document is None:
        raise ReadingError("no .docx file", which=which, next_step="give it the ending of its real format")
    known = styles(archive.part("word/styles.xml"))
    found = []
    for paragraph in document.iter(f"{W}p"):
        named = attribute(paragraph.find(f"{W}pPr"), "pStyle")
        text = "".join(run.text or "" for run in paragraph.iter(f"{W}t"))
        found.append((text, bool(_QUOTE.search(known.get(named, Style()).name or named))))
    return found
