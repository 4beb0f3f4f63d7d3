"""DOCX as pieces, as Word shows it: styles, outline levels, automatic numbers and bold text are its cues."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.reading.formats import docx_chunks, docx_lines, docx_tables
from corpus.reading.formats.docx_archive import Archive
from corpus.reading.formats.docx_numbering import Numbers
from corpus.reading.formats.docx_styles import Style, W, attribute, is_on, styles
from corpus.reading.formats.docx_words import BLANK, FALLBACK, all_words, words
from corpus.reading.formats.format import Format, stated
from corpus.reading.formats.html_blocks import COLUMN
from corpus.reading.pieces import Piece
from corpus.reading.wording.front_lines import author_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from corpus.reading.formats.docx_words import Words
    from corpus.vocabulary import Outline

_NOTES = ("footnotes", "endnotes")
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LEADS = re.compile(r"quote|abstract|summary|引用|摘要|导语", re.IGNORECASE)
_NEAR = 4
"""Pieces from the top among which a quotation can be the lead."""
_PASSED = frozenset([f"{W}del", f"{W}moveFrom", f"{W}sectPr", f"{W}sdtPr", f"{W}tcPr", FALLBACK])
_CLOSED = ("。", "；", "，", "：", "、", "！", "？", ";", ",", ":", "!", "?")


class _Reader:
    """Walks through the text of a Word file in reading order."""

    def __init__(self, raw: bytes, which: str) -> None:
        self.which, self.archive = which, Archive(raw, which)
        self.main = self.archive.main()
        document = self.archive.part(self.main)
        if document is None:
            raise ReadingError(
                "no .docx file (a zip without a document)",
                which=which,
                next_step="give it the ending of its real format",
            )
        self.document = document
        self.known = styles(self.archive.beside(self.main, "styles"))
        self.numbers = Numbers(self.archive.beside(self.main, "numbering"))
        self.chunks = self.archive.related(self.main, "aFChunk")
        self.found: list[Piece] = []
        self.soft: set[int] = set()
        self.unseen: list[str] = []
        self._pending = ""

    def walk(self, container: _Element) -> None:
        """Read the blocks of a part: paragraphs, tables, embedded files, and what wraps them."""
        for node in container:
            if node.tag == f"{W}p":
                self._paragraph(node)
            elif node.tag == f"{W}tbl":
                self._table(node)
            elif node.tag == f"{W}altChunk":
                self._chunk(node)
            elif isinstance(node.tag, str) and node.tag not in _PASSED:
                self.walk(node)

    def words(self, paragraph: _Element) -> tuple[Words, Style, str]:
        """Return the words of a paragraph, its style and the number that Word sets before it."""
        properties = paragraph.find(f"{W}pPr")
        style = self.known.get(attribute(properties, "pStyle"), Style())
        said = words(paragraph, self.known, style)
        self.unseen += said.unseen
        return said, style, self.numbers.label(properties, style) if is_counted(paragraph, said) else ""

    def notes(self) -> Iterator[_Element]:
        """Yield the paragraphs of footnotes and endnotes; their rules are none."""
        for kind in _NOTES:
            part = self.archive.beside(self.main, kind)
            for note in () if part is None else part:
                if isinstance(note.tag, str) and not note.get(f"{W}type"):
                    yield from _paragraphs(note)

    def _paragraph(self, paragraph: _Element) -> None:
        said, style, label = self.words(paragraph)
        if is_merged(paragraph):
            self._pending += "".join(said.lines)
        elif said.texts or self._pending.strip(BLANK):
            texts = [
                text for text in ((self._pending + "\n".join(said.lines)).split("\n")) if text.strip(BLANK)
            ]
            first = len(self.found)
            self.found += self._pieces(paragraph, said, style, label, [text.strip(BLANK) for text in texts])
            self.soft |= set(range(first + 1, len(self.found)))
            self._pending = ""
        for box in paragraph.iter(f"{W}txbxContent"):
            if (
                next(box.iterancestors(f"{W}p"), None) is paragraph
                and next(box.iterancestors(FALLBACK), None) is None
            ):
                self.walk(box)

    def _pieces(
        self, paragraph: _Element, said: Words, style: Style, label: str, texts: list[str]
    ) -> list[Piece]:
        properties = paragraph.find(f"{W}pPr")
        level = _level(properties, style)
        lead = _LEADS.search(style.name) and 0 < len(self.found) < _NEAR and not author_of(Piece(texts[0]))
        role = "title" if style.title else "lead" if lead else "formula" if said.formula else None
        if role == "title" or level:
            texts = ["".join(texts)]
        align = attribute(properties, "jc")
        opening = Piece(
            label + texts[0],
            level=None if role == "title" else level,
            role=role,
            bold=min(said.bold + len(label), len(label + texts[0])) if said.bold else 0,
            centred=align == "center" if align else style.centred,
        )
        return [opening, *(Piece(text) for text in texts[1:])]

    def _table(self, table: _Element) -> None:
        data = docx_tables.is_data(table)
        for row in docx_tables.rows(table):
            found = docx_tables.cells(row)
            if not data:
                for cell in found:
                    self.walk(cell)
                continue
            texts = [text for cell in found if (text := self._cell(cell))]
            if texts:
                self.found.append(Piece(COLUMN.join(texts), role="row"))

    def _cell(self, cell: _Element) -> str:
        """Return the words of a cell in one line, its paragraphs parted by a space where no mark ends them."""
        text = ""
        for paragraph in _paragraphs(cell):
            said, _, label = self.words(paragraph)
            words_of = (label + "".join(said.lines)).strip(BLANK)
            text += (" " if text and words_of and not text.endswith(_CLOSED) else "") + words_of
        return text

    def _chunk(self, node: _Element) -> None:
        name = self.chunks.get(node.get(_ID, ""), "")
        raw = self.archive.raw(name)
        if raw is None:
            return
        inside, dropped = docx_chunks.pieces(raw, name, self.which)
        self.found += inside
        self.unseen += dropped


def pieces(raw: bytes, which: str) -> tuple[list[Piece], tuple[str, ...]]:
    """Return the blocks of a .docx file, and what nobody sees of it; raises ReadingError for a file that does harm."""
    reader = _Reader(raw, which)
    reader.walk(reader.document)
    found = docx_lines.joined(reader.found, frozenset(reader.soft))
    for paragraph in reader.notes():
        said = "".join(reader.words(paragraph)[0].lines).strip(BLANK)
        found += [Piece(said, role="note")] if said else []
    return found, tuple(reader.unseen)


def is_merged(paragraph: _Element) -> bool:
    """Return whether the mark that ends a paragraph is deleted or moved, so that it goes on in the next one."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(W + gone) is not None for gone in ("del", "moveFrom"))


def is_counted(paragraph: _Element, said: Words) -> bool:
    """Return whether a list counts a paragraph: an empty one too, but none that is hidden or has lost its end."""
    hidden = is_on(paragraph.find(f"{W}pPr/{W}rPr"), "vanish")
    return not is_merged(paragraph) and (bool(said.texts) or not (hidden or said.unseen))


def _paragraphs(part: _Element) -> Iterator[_Element]:
    for paragraph in part.iter(f"{W}p"):
        if next(paragraph.iterancestors(FALLBACK), None) is None:
            yield paragraph


def _is_left(paragraph: _Element) -> bool:
    """Return whether a paragraph stands in a deleted row, or again for programs that draw no shapes."""
    rows = paragraph.iterancestors(f"{W}tr")
    fallback = next(paragraph.iterancestors(FALLBACK), None) is not None
    return fallback or any(row.find(f"{W}trPr/{W}del") is not None for row in rows)


def _level(properties: _Element | None, style: Style) -> int | None:
    said = attribute(properties, "outlineLvl")
    if said.isdigit():
        return int(said) + 1 if int(said) < 9 else None
    return style.level


def _read(raw: bytes, which: str, title: str | None) -> tuple[dict[str, str], Outline]:
    found, unseen = pieces(raw, which)
    return {}, stated(found, unseen, title, which)


def _bare_text(raw: bytes, which: str) -> str:
    """Return all text of a file, hidden text too, notes last, with the numbers that Word sets before paragraphs."""
    reader = _Reader(raw, which)
    found: list[str] = []
    for node in reader.document.iter(f"{W}p", f"{W}altChunk"):
        if node.tag == f"{W}altChunk":
            name = reader.chunks.get(node.get(_ID, ""), "")
            chunk = reader.archive.raw(name)
            found += [docx_chunks.bare_text(chunk, name, which)] if chunk is not None else []
        elif not _is_left(node):
            text, label = all_words(node), reader.words(node)[2]
            found += [label, text] if text.strip(BLANK) else []
    return "".join(found + [all_words(note) for note in reader.notes()])


FORMAT = Format("DOCX", (".docx", ".docm"), _read, _bare_text, needs="lxml")
