"""DOCX as pieces: styles, outline levels, automatic numbers and bold text are its cues."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.reading.formats.docx_archive import Archive
from corpus.reading.formats.docx_numbering import Numbers, Style, W, attribute, styles
from corpus.reading.formats.format import Format, stated
from corpus.reading.formats.html_blocks import COLUMN
from corpus.reading.pieces import Piece
from corpus.reading.wording.front_lines import author_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from corpus.vocabulary import Outline

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BLANK = " \t\u00a0\u3000\u2003"
_RUNS = (f"{W}t", f"{W}noBreakHyphen")
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_LEADS = re.compile(r"quote|abstract|summary|引用|摘要|导语", re.IGNORECASE)
_NEAR = 4
"""Pieces from the top among which a quotation can be the lead."""


def pieces(raw: bytes, which: str) -> list[Piece]:
    """Return the blocks of a .docx file; raises ReadingError for a file that is none or tries to do harm."""
    archive = Archive(raw, which)
    document = archive.part("word/document.xml")
    if document is None:
        raise ReadingError(
            "no .docx file (a zip without a document)",
            which=which,
            next_step="give it the ending of its real format",
        )
    known = styles(archive.part("word/styles.xml"))
    numbers = Numbers(archive.part("word/numbering.xml"))
    found: list[Piece] = []
    rows: set[_Element] = set()
    for paragraph in _paragraphs(document):
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        cells = [] if row is None or row in rows else _cells(row)
        if cells and row is not None:
            rows.add(row)
            found.append(Piece(COLUMN.join(cells), role="row"))
        elif row is None or row not in rows:
            found += _pieces(paragraph, known, numbers, len(found))
    return found + [Piece(text, role="note") for text in _notes(archive)]


def _cells(row: _Element) -> list[str]:
    """Return the words of a table's row, cell by cell; none where the table only lays out a page."""
    cells = [[text for one in cell.iter(f"{W}p") if (text := said(one))] for cell in row.findall(f"{W}tc")]
    words = [cell[0] for cell in cells if cell]
    numbered = row.find(f".//{W}numPr") is not None
    return words if len(words) > 1 and max(map(len, cells)) == 1 and not numbered else []


def said(paragraph: _Element) -> str:
    """Return the words of a paragraph in one line."""
    return "".join(_words(paragraph, bold=False)[0]).strip(_BLANK)


def _notes(archive: Archive) -> Iterator[str]:
    """Yield the paragraphs of footnotes and endnotes, which stand behind the text; their rules are none."""
    for name in _NOTES:
        part = archive.part(name)
        for note in () if part is None else part:
            if not note.get(f"{W}type"):
                yield from filter(None, map(said, _paragraphs(note)))


def _paragraphs(document: _Element) -> Iterator[_Element]:
    for paragraph in document.iter(f"{W}p"):
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            yield paragraph


def _pieces(paragraph: _Element, known: dict[str, Style], numbers: Numbers, place: int) -> list[Piece]:
    properties = paragraph.find(f"{W}pPr")
    style = known.get(attribute(properties, "pStyle"), Style())
    lines, bold = _words(paragraph, bold=style.bold)
    texts = [text for text in (line.strip(_BLANK) for line in lines) if text]
    if not texts:
        return []
    label = numbers.label(properties, style)
    level = _level(properties, style)
    role = "title" if style.title else "lead" if _LEADS.search(style.name) and 0 < place < _NEAR else None
    if role == "lead" and author_of(Piece(texts[0])):
        role = None
    if role == "title" or level:
        texts = ["".join(texts)]
    opening = Piece(
        label + texts[0],
        level=None if role == "title" else level,
        role=role,
        bold=min(bold + len(label), len(label + texts[0])) if bold else 0,
        centred=attribute(properties, "jc") == "center",
    )
    return [opening, *(Piece(text) for text in texts[1:])]


def _level(properties: _Element | None, style: Style) -> int | None:
    stated = attribute(properties, "outlineLvl")
    if stated.isdigit():
        return int(stated) + 1 if int(stated) < 9 else None
    return style.level


def _words(paragraph: _Element, *, bold: bool) -> tuple[list[str], int]:
    """Return the words of a paragraph line by line, and how many characters open it in bold."""
    lines, opening, still = [""], 0, True
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"):
        run = next(node.iterancestors(f"{W}r"), None)
        if run is None or next(node.iterancestors(f"{W}p")) is not paragraph:
            continue
        if node.tag in {f"{W}br", f"{W}cr"}:
            lines.append("")
            continue
        said = {f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}.get(str(node.tag), node.text or "")
        if still and _is_bold(run, default=bold):
            opening += len(said.lstrip(_BLANK) if not opening else said)
        elif said.strip(_BLANK):
            still = False
        lines[-1] += said
    return lines, opening


def _is_bold(run: _Element, *, default: bool) -> bool:
    mark = run.find(f"{W}rPr/{W}b")
    return default if mark is None else mark.get(f"{W}val", "1") not in {"0", "false", "off"}


def _read(raw: bytes, which: str, title: str | None) -> tuple[dict[str, str], Outline]:
    return {}, stated(pieces(raw, which), (), title, which)


def _bare_text(raw: bytes, which: str) -> str:
    """Return the text runs of a file, notes last, with the numbers that Word itself sets before paragraphs."""
    archive = Archive(raw, which)
    numbers, known = Numbers(archive.part("word/numbering.xml")), styles(archive.part("word/styles.xml"))
    found: list[str] = []
    for name in ("word/document.xml", *_NOTES):
        root = archive.part(name)
        for paragraph in () if root is None else _paragraphs(root):
            runs = [run for run in paragraph.iter(*_RUNS) if next(run.iterancestors(f"{W}p")) is paragraph]
            words = "".join(run.text or "" if run.tag == f"{W}t" else "-" for run in runs)
            properties = paragraph.find(f"{W}pPr")
            named = known.get(attribute(properties, "pStyle"), Style())
            found += [numbers.label(properties, named), words] if words.strip() else []
    return "".join(found)


FORMAT = Format("DOCX", (".docx",), _read, _bare_text, needs="lxml")
