"""Sets a document anew as text: wrapped at any width, with pages, running heads and contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.reading.layout.columns import CLOSERS, OPENERS, WidthModel, width
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

Truth = dict[str, Any]
"""A bench's truth: title, author, lead, and blocks with kind, level, text and run_in."""

_ATOM = re.compile(r"[^\s\u3000-\uffef“”‘’—…]+|\s|.")
_SPACE = re.compile(r"[ \u3000\u00a0]+")


@dataclass(frozen=True)
class Style:
    """How a text is set: columns, the way to count them, indents in full-width spaces, blank lines, pages."""

    columns: int
    model: WidthModel = "wide"
    hangs: bool = True
    indent: int = 0
    heads_indented: bool = False
    lost: int = 0
    blank: str = "none"
    author: str = "{}"
    lead: str = "摘要：{}"
    split_title: bool = False
    centred: bool = False
    page: int = 0
    number: str = ""
    head: bool = False
    feed: bool = False
    contents: str = ""


def any_style(random: Random) -> Style:
    """Draw a style; about half of them have no pages, and most no contents."""
    indent = random.choice([0, 0, 2, 2, 2])
    paged = random.random() < 0.45
    return Style(
        columns=random.randrange(40, 162, 2),
        model=random.choice(["wide", "wide", "narrow", "count"]),
        hangs=random.random() < 0.4,
        indent=indent,
        heads_indented=random.random() < 0.5,
        lost=0 if indent else random.choice([0, 0, 4]),
        blank=random.choice(["none", "none", "every", "between", "heads"]),
        author=random.choice(["{}", "作者：{}", "文/{}", "□ {}", "{}"]),
        lead=random.choice(["摘要：{}", "【摘要】{}", "内容提要：{}", "核心提示：{}", "[摘要] {}"]),
        split_title=random.random() < 0.4,
        centred=random.random() < 0.5,
        page=random.randrange(22, 50) if paged else 0,
        number=random.choice(["{}", "— {} —", "- {} -", "第 {} 页", "·{}·", "{} / 90", "－{}－", ""]),
        head=random.random() < 0.5,
        feed=random.random() < 0.4,
        contents=random.choice(["", "", "", "dots", "plain", "spaced"]),
    )


def units(text: str) -> list[str]:
    """Cut a text into the pieces that no line break divides: closing marks cling to what is before them."""
    found: list[str] = []
    for atom in _ATOM.findall(text):
        clings = found and ((atom in CLOSERS and not found[-1].isspace()) or found[-1][-1] in OPENERS)
        if clings:
            found[-1] += atom
        else:
            found.append(atom)
    return found


def wrap(text: str, style: Style, first: int) -> list[str]:
    """Break a text into lines, the first of them `first` columns narrower."""
    lines, line, room = [], "", style.columns - first
    if style.model == "count":
        room = (style.columns - first) // 2
    whole = style.columns if style.model != "count" else style.columns // 2
    for unit in units(text):
        over = width(line + unit, style.model) - room
        hung = style.hangs and len(unit) > 1 and unit[-1] in CLOSERS and over <= width(unit[-1], style.model)
        if line and over > 0 and not hung:
            lines.append(line.rstrip())
            line, room = "", whole
        line += unit if line else unit.lstrip()
    return [*lines, line.rstrip()] if line else lines


def room_left(line: str, style: Style, first: int) -> int:
    """Return the columns that are free behind a line."""
    whole = style.columns if style.model != "count" else style.columns // 2
    return whole - (first if style.model != "count" else first // 2) - width(line, style.model)


def plain(truth: Truth, style: Style, random: Random) -> tuple[str, Truth]:
    """Set a truth as plain text; return it with the truth that fits it, its hidden ends marked as ambiguous."""
    out: list[str] = []
    front = [*_title(truth, style, random), *_byline(truth, style)]
    hidden: list[int] = []
    blocks = [
        *([{"kind": "lead", "text": style.lead.format(truth["lead"])}] if truth["lead"] else []),
        *truth["blocks"],
    ]
    start = -1 if truth["lead"] else 0
    for place, block in enumerate(blocks):
        head = block["kind"] == "heading"
        indent = 0 if head and not style.heads_indented else style.indent
        lines = wrap(block["text"], style, 2 * indent if indent else style.lost)
        only = len(lines) == 1
        if place + 1 < len(blocks) and _is_hidden(lines[-1], blocks[place + 1], style, only=only):
            hidden.append(start + place)
        out.append("　" * indent + lines[0])
        out += lines[1:]
        if style.blank == "between" or (style.blank == "heads" and (head or place + 1 == len(blocks))):
            out.append("")
    # a blank line before headings too, in that style
    body = [*front, *_contents(truth, style), *out]
    if style.blank == "every":
        body = [line for text in body if text for line in (text, "")]
    text = "\n".join(_paged(body, truth["title"], style)) + "\n"
    said = [
        {**block, "run_in_optional": True} if block["run_in"] and place - 1 in hidden else block
        for place, block in enumerate(truth["blocks"])
    ]
    return text, {**truth, "blocks": said, "ambiguous": hidden, "lead_optional": False}


def _title(truth: Truth, style: Style, random: Random) -> list[str]:
    title = truth["title"]
    lines = wrap(title, style, 8)
    if style.split_title and style.centred and len(title) > 12:
        cut = title.find("关于") if "关于" in title[2:] and random.random() < 0.5 else len(title) // 2
        cut = cut if cut > 3 and title[cut - 1] not in OPENERS and title[cut] not in CLOSERS else 0
        if cut and not title[cut - 1 : cut + 1].isascii():
            lines = [one for half in (title[:cut], title[cut:]) for one in wrap(half.strip(), style, 8)]
    if not style.centred:
        return [*lines, ""] if style.blank != "none" else lines
    after = [""] if style.blank == "between" else []
    return [" " * max((style.columns - width(line)) // 2, 0) + line for line in lines] + after


def _byline(truth: Truth, style: Style) -> list[str]:
    if not truth["author"]:
        return []
    line = style.author.format(truth["author"])
    after = [""] if style.blank == "between" else []
    return [" " * max((style.columns - width(line)) // 2, 0) + line if style.centred else line, *after]


def _contents(truth: Truth, style: Style) -> list[str]:
    heads = [block for block in truth["blocks"] if block["kind"] == "heading"]
    fits = all(marker(block["text"]) and not block["text"].endswith("。") for block in heads)
    if not style.contents or len(heads) < 3 or not fits:
        return []
    found = ["目　录", ""]
    for number, block in enumerate(heads):
        tail = {"dots": f"{'…' * 6}{1 + number // 2}", "plain": "", "spaced": f"    {1 + number // 2}"}
        found.append(block["text"] + tail[style.contents])
    return [*found, ""]


def _is_hidden(last: str, following: Truth, style: Style, *, only: bool) -> bool:
    """Tell whether a block's end cannot be seen: its last line is full, and nothing else sets off the next."""
    if style.blank == "between" or marker(following["text"]):
        return False
    indented = style.indent and (following["kind"] != "heading" or style.heads_indented)
    if indented or (style.indent and following["kind"] == "heading" and style.blank == "heads"):
        return False
    first = (2 * style.indent or style.lost) if only else 0
    return room_left(last, style, first) < width(units(following["text"])[0], style.model)


def _paged(lines: Sequence[str], title: str, style: Style) -> list[str]:
    if not style.page:
        return list(lines)
    found: list[str] = []
    number = 1
    for place, line in enumerate(lines):
        if place and place % style.page == 0:
            if style.number:
                found.append(" " * (style.columns // 2) + style.number.format(number))
            number += 1
            top = "\f" if style.feed else ""
            if style.head:
                found.append(top + title[: style.columns // 2 - 2])
            elif top:
                found.append(top + line)
                continue
        found.append(line)
    if style.number and number > 1:
        found.append(" " * (style.columns // 2) + style.number.format(number))
    return found
