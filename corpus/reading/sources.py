"""The bare text of a file, read without any idea of its structure: what the proof holds an outline against."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING

from corpus.reading import article_fields
from corpus.reading.formats import html, pdf
from corpus.reading.formats.decoding import decode
from corpus.reading.formats.docx_archive import Archive
from corpus.reading.formats.docx_numbering import Numbers, Style, W, styles

if TYPE_CHECKING:
    from corpus.vocabulary import Document

MARKED_UP = (".html", ".htm", ".md", ".markdown")
_WORDS = (f"{W}t", f"{W}noBreakHyphen")
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = ("script", "style")
_DIGITS = 10
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>")
_TARGET = re.compile(r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)")
_CODE_NAME = re.compile(r"^[^\S\n]*+(?:```|~~~).*$", re.MULTILINE)


def bare_text(document: Document, ending: str) -> str:
    """Return all text of a document's file, in its order; `ending` is the file's, in lower case."""
    if ending == ".docx":
        return _word(document.raw)
    if ending in {".html", ".htm"}:
        return _page(document.raw)
    if ending == ".pdf":
        return "\n".join(line.text for line in pdf.lines(document.raw, document.article.id))
    if ending == ".jsonl":
        return str(json.loads(document.raw)["text"])
    text = article_fields.front_matter(decode(document.raw, document.article.id))[1]
    return _unmarked(text) if ending in MARKED_UP else text


def _word(raw: bytes) -> str:
    """Return the text runs of a Word file, notes last, with the numbers that Word itself sets before paragraphs."""
    archive = Archive(raw, "the file")
    numbers, known = Numbers(archive.part("word/numbering.xml")), styles(archive.part("word/styles.xml"))
    found: list[str] = []
    for name in ("word/document.xml", *_NOTES):
        root = archive.part(name)
        for paragraph in () if root is None else root.iter(f"{W}p"):
            if next(paragraph.iterancestors(_FALLBACK), None) is not None:
                continue
            runs = [run for run in paragraph.iter(*_WORDS) if next(run.iterancestors(f"{W}p")) is paragraph]
            words = "".join(run.text or "" if run.tag == f"{W}t" else "-" for run in runs)
            properties = paragraph.find(f"{W}pPr")
            style = None if properties is None else properties.find(f"{W}pStyle")
            named = known.get("" if style is None else style.get(f"{W}val", ""), Style())
            found += [numbers.label(properties, named), words] if words.strip() else []
    return "".join(found)


def _page(raw: bytes) -> str:
    """Return the text of a web page, navigation and all, with the numbers that a browser sets before items."""
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(remove_comments=True, remove_pis=True)
    root = document_fromstring(_DECLARED.sub("", html.text(raw, "the page")), parser=parser)
    body = root.find("body")
    body = root if body is None else body
    for element in [*body.iter(*_UNSEEN)]:
        element.text = None
    for items in body.iter("ol"):
        first = items.get("start") or "1"
        begins = int(first) if first.isascii() and first.isdigit() and len(first) < _DIGITS else 1
        for number, item in enumerate(items.findall("li"), start=begins):
            item.text = f"{number}. {item.text or ''}"
    return "".join(str(text) for text in body.itertext())


def _unmarked(text: str) -> str:
    """Return a Markdown text without what is written for the parser alone: tags, addresses, languages of code."""
    for form in (_TAG, _TARGET, _CODE_NAME):
        text = form.sub("", text)
    return unescape(text)
