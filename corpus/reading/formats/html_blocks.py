"""The blocks of an HTML tree: each with its words as a browser would set them, and how they are set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.formats.html_lists import ListNumbers
from corpus.reading.formats.html_pruning import style_of
from corpus.reading.layout.columns import width
from corpus.reading.layout.lines import lines as printed_lines
from corpus.reading.pieces import Piece
from corpus.reading.structure import outlines
from corpus.reading.wording.sentence_ends import TAIL, ended
from corpus.text.han import HAN
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

LEAVES = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre", "caption", "tr"])
_BLOCKS = LEAVES | frozenset(
    "div section article main body html td th table tbody thead tfoot ul ol dl blockquote center figure "
    "figcaption address hr fieldset header".split()
)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)")
_CENTRED = re.compile(r"text-align\s*:\s*center")
_CHINESE = rf"[\u3000-\u303f{HAN}\uff00-\uffef]"
_SOFT = re.compile(rf"(?<={_CHINESE})[ \t]*[\r\n]\s*(?={_CHINESE})")
COLUMN = "\u3000"
"""What stands between the cells of a table's row, which makes one paragraph."""
_MOST_BLOCKS = 2
"""A table's cell and the paragraph in it; the cell of a page's layout holds more."""
_PRINTED_AS_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)\b")
_DRAWN = re.compile(rf"[{HAN}〇\u2100-\u22ff\u2460-\u25ff]")
"""What a picture inside a sentence stands for, where the fonts of its time had no such character."""
_FILLED = 0.7
"""Share of the longest line's width from which a line that ends no sentence may go on in the next."""
_LEAST_FILLED = 24
"""Columns of the longest line from which this can be told; titles and verses have shorter ones."""
_HEADS = frozenset("part chapter section article comma bracket".split())
"""Numbers that open a block of their own, and headings: 一、 and （一）."""
_LEAST_ROWS = 2
"""Rows of several cells from which a table holds data; one cell alone is a row of it too."""
_LONGEST_CELL = 60
_BLANK = " \t\n\r\u00a0\u2002\u2003\u2009\u3000"


class _Run:
    """The words of one block as they are gathered: line by line, with the bold that opens them."""

    def __init__(self) -> None:
        self._lines: list[list[str]] = [[]]
        self._length = 0
        self.bold = 0
        self.open = True

    @property
    def lines(self) -> list[str]:
        """The words of each line; they are put together once, as there may be a hundred thousand pieces of them."""
        return ["".join(line) for line in self._lines]

    def end_line(self) -> None:
        self._lines.append([])

    def add(self, words: str | None, *, bold: bool) -> None:
        line = self._lines[-1]
        said = _collapsed(words or "", line[-1] if line else "")
        if not said:
            return
        line.append(said)
        self._length += len(said)
        if bold and self.open:
            self.bold = self._length
        elif said.strip(_BLANK):
            self.open = False


def _collapsed(words: str, before: str) -> str:
    """Close up white space as a browser does; a line break between two Chinese characters leaves none."""
    words = _SOFT.sub("", words)
    words = re.sub(r"[ \t\r\n]+", " ", words)
    return words.lstrip(" ") if not before or before.endswith(" ") else words


def walk(content: HtmlElement) -> Iterator[Piece]:
    """Yield the pieces under an element, in reading order, without recursion."""
    from lxml import etree

    run, numbers, data = _Run(), ListNumbers(), dict[object, bool]()
    place = content
    events = etree.iterwalk(content, events=("start", "end"))
    for event, element in events:
        tag = element.tag if isinstance(element.tag, str) else ""
        apart = list(_apart(element, tag, data)) if event == "start" else []
        if apart:
            yield from _pieces(run, place)
            run, place = _Run(), element
            yield from apart
            events.skip_subtree()
        elif event == "start":
            if _is_block(element, tag):
                yield from _pieces(run, place)
                run, place = _Run(), element
            if tag == "br":
                run.end_line()
            run.add(drawn(element), bold=False)
            run.add(numbers.before(element) + (element.text or ""), bold=_is_bold(element, content))
        else:
            if _is_block(element, tag):
                yield from _pieces(run, place)
                run, place = _Run(), element.getparent() if element is not content else element
            if element is not content:
                parent = element.getparent()
                run.add(element.tail, bold=parent is not None and _is_bold(parent, content))


def _is_block(element: HtmlElement, tag: str) -> bool:
    return tag in _BLOCKS or (bool(tag) and _PRINTED_AS_BLOCK.search(style_of(element)) is not None)


def _apart(element: HtmlElement, tag: str, data: dict[object, bool]) -> Iterator[Piece]:
    """Yield what an element prints that is set by rules of its own: a table's row, lines as they are typed.

    `data` remembers of each table whether it holds data.
    """
    if tag == "pre":
        yield from outlines.pieces(printed_lines(element.text_content()))
    elif tag == "tr":
        cells = _cells(element)
        if len(cells) > 1 or (cells and _is_row(element, cells[0], data)):
            yield Piece(COLUMN.join(cells), role="row")


def _is_row(row: HtmlElement, cell: str, data: dict[object, bool]) -> bool:
    """Return whether a row of one cell belongs to a table of data: merged with those beside it, above or below."""
    table = next(row.iterancestors("table"), None)
    if table is None or len(cell) > _LONGEST_CELL or next(row.iter("br"), None) is not None:
        return False
    if table not in data:
        data[table] = sum(len(_cells(other)) > 1 for other in table.iter("tr")) >= _LEAST_ROWS
    return data[table]


def drawn(element: HtmlElement) -> str:
    """Return the character that a picture inside a sentence is drawn for, "" for any other element."""
    said = (element.get("alt") or "").strip() if element.tag == "img" else ""
    if not _DRAWN.fullmatch(said) or said == "图":
        return ""
    before, parent = element.getprevious(), element.getparent()
    near = before.tail if before is not None else parent.text if parent is not None else ""
    return said if (near or "").strip() or (element.tail or "").strip() else ""


def _cells(row: HtmlElement) -> list[str]:
    """Return the words of a table's row, cell by cell; none where the table only lays out a page."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    if any(len(list(cell.iter(*_BLOCKS))) > _MOST_BLOCKS for cell in cells):
        return []
    words = [said for cell in cells if (said := _SOFT.sub("", cell.text_content()).strip(_BLANK))]
    return [" ".join(said.split()) if "\n" in said else said for said in words]


def _is_bold(element: HtmlElement, content: HtmlElement) -> bool:
    while element is not None and element is not content:
        if element.tag in {"b", "strong"} or _BOLD.search(element.get("style") or ""):
            return True
        if element.tag in _BLOCKS:
            return False
        element = element.getparent()
    return False


def _parted(before: str, after: str, widest: int) -> bool:
    """Return whether two lines that an author broke are blocks: a heading and its text, or two headings."""
    mark = marker(after)
    if mark is not None and mark.family in _HEADS:
        return True
    return widest >= _LEAST_FILLED and width(before) < _FILLED * widest


def _pieces(run: _Run, element: HtmlElement) -> Iterator[Piece]:
    """Yield the lines of one block as pieces: lines that only the page's width parts go together."""
    level = int(element.tag[1]) if re.fullmatch("h[1-6]", element.tag) else None
    style = f"{element.get('style') or ''};text-align:{element.get('align') or ''}"
    centred = _CENTRED.search(style) is not None or element.tag == "center"
    texts: list[list[str]] = []
    lines, last, before = run.lines, "", ""
    widest = max(map(width, lines))
    for line in lines:
        bare = line.strip(_BLANK)
        indented = line.lstrip(" ")[:1] in "\u00a0\u2003\u3000" if line.strip() else False
        broken = texts and (
            last.endswith(("，", "、")) or (not ended(last) and not _parted(before, bare, widest))
        )
        if bare and texts and (centred or level or (broken and not indented)):
            texts[-1].append(bare)
            last = (last + bare)[-TAIL:]
        elif bare:
            texts.append([bare])
            last = bare[-TAIL:]
        before = bare or before
    strip = sum(len(line) - len(line.lstrip(_BLANK)) for line in lines[:1])
    bold = max(run.bold - strip, 0)
    for text in map("".join, texts):
        yield Piece(text, level=level, bold=min(bold, len(text)), centred=centred)
        bold = max(bold - len(text), 0)
