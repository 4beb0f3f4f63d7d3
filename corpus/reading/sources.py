"""The bare text of a file, read without any idea of its structure: what the proof holds an outline against."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

from corpus.reading import given, portable
from corpus.reading.decoding import decode

if TYPE_CHECKING:
    from corpus.vocabulary import Document

MARKED_UP = (".html", ".htm", ".md", ".markdown")
_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
_UNSEEN = ("script", "style", "template", "noscript")


def bare_text(document: Document, ending: str) -> str:
    """Return all text of a document's file, in its order; `ending` is the file's, in lower case."""
    if ending == ".docx":
        return _word(document.raw)
    if ending in {".html", ".htm"}:
        return _page(document.raw)
    if ending == ".pdf":
        return "\n".join(line.text for line in portable.lines(document.raw, document.article.id))
    if ending == ".jsonl":
        return str(json.loads(document.raw)["text"])
    return given.front_matter(decode(document.raw, document.article.id))[1]


def _word(raw: bytes) -> str:
    """Return the text runs of a Word file; numbers that Word makes are no text of it."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"), etree.XMLParser(resolve_entities=False))
    return "".join(run.text or "" for run in root.iter(_WORDS))


def _page(raw: bytes) -> str:
    """Return the text of a web page, navigation and all."""
    from lxml import html

    root = html.document_fromstring(decode(raw, "the page"))
    unseen = {text for element in root.iter(*_UNSEEN) for text in element.itertext()}
    return "".join(str(text) for text in root.itertext() if text not in unseen)
