"""The blocks of an HTML tree: each with its words as a browser would set them, and how they are set."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.reading.pieces import Piece
from corpus.reading.wording.sentence_ends import TAIL, ended
from corpus.text.han import HAN

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

    run, numbers = _Run(), _Numbers()
    place = content
    events = etree.iterwalk(content, events=("start", "end"))
    for event, element in events:
        tag = element.tag if isinstance(element.tag, str) else ""
        cells = _cells(element) if event == "start" and tag == "tr" else []
        if cells:
            yield from _pieces(run, place)
            run, place = _Run(), element
            yield Piece(COLUMN.join(cells), role="row")
            events.skip_subtree()
        elif event == "start":
            if tag in _BLOCKS:
                yield from _pieces(run, place)
                run, place = _Run(), element
            if tag == "br":
                run.end_line()
            run.add(numbers.before(element) + (element.text or ""), bold=_is_bold(element, content))
        else:
            if tag in _BLOCKS:
                yield from _pieces(run, place)
                run, place = _Run(), element.getparent() if element is not content else element
            if element is not content:
                parent = element.getparent()
                run.add(element.tail, bold=parent is not None and _is_bold(parent, content))


def _cells(row: HtmlElement) -> list[str]:
    """Return the words of a table's row, cell by cell; none where the table only lays out a page."""
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    if any(len(list(cell.iter(*_BLOCKS))) > _MOST_BLOCKS for cell in cells):
        return []
    words = [said for cell in cells if (said := _SOFT.sub("", cell.text_content()).strip(_BLANK))]
    return [" ".join(said.split()) if "\n" in said else said for said in words] if len(words) > 1 else []


def _is_bold(element: HtmlElement, content: HtmlElement) -> bool:
    while element is not None and element is not content:
        if element.tag in {"b", "strong"} or _BOLD.search(element.get("style") or ""):
            return True
        if element.tag in _BLOCKS:
            return False
        element = element.getparent()
    return False


class _Numbers:
    """The numbers that a browser sets before the items of ordered lists, counted in reading order."""

    def __init__(self) -> None:
        self._last: dict[HtmlElement, int] = {}

    def before(self, element: HtmlElement) -> str:
        """Return the number before an element, "" where it has none."""
        parent = element.getparent()
        if element.tag != "li" or parent is None or parent.tag != "ol":
            return ""
        if parent not in self._last:
            first = (parent.get("start") or "1")[:9]
            self._last[parent] = int(first) - 1 if re.fullmatch("[0-9]+", first) else 0
        self._last[parent] += 1
        return f"{self._last[parent]}. "


def _pieces(run: _Run, element: HtmlElement) -> Iterator[Piece]:
    """Yield the lines of one block as pieces: lines that only the page's width parts go together."""
    level = int(element.tag[1]) if re.fullmatch("h[1-6]", element.tag) else None
    style = f"{element.get('style') or ''};text-align:{element.get('align') or ''}"
    centred = _CENTRED.search(style) is not None or element.tag == "center"
    texts: list[list[str]] = []
    lines, last = run.lines, ""
    for line in lines:
        bare = line.strip(_BLANK)
        indented = line.lstrip(" ")[:1] in "\u00a0\u2003\u3000" if line.strip() else False
        broken = texts and (last.endswith(("，", "、")) or not ended(last))
        if bare and texts and (centred or level or (broken and not indented)):
            texts[-1].append(bare)
            last = (last + bare)[-TAIL:]
        elif bare:
            texts.append([bare])
            last = bare[-TAIL:]
    strip = sum(len(line) - len(line.lstrip(_BLANK)) for line in lines[:1])
    bold = max(run.bold - strip, 0)
    for text in map("".join, texts):
        yield Piece(text, level=level, bold=min(bold, len(text)), centred=centred)
        bold = max(bold - len(text), 0)
