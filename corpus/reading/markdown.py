"""Markdown as pieces: markdown-it-py finds the blocks, and their words are taken from the source as they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.reading import front
from corpus.reading.joining import Spacing, join
from corpus.reading.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_STARS = re.compile(r"(?<!\*)\*\*(?=\S)([^*]+?)\*\*(?!\*)")
"""Bold that CommonMark leaves standing, because a Chinese full stop before its end has no space after it."""
_MARKS = re.compile(r"[\[\]*_`~<!]")
_MOST_MARKS = 5_000
_DEEPEST = 100
"""Nesting that no document needs; the parser itself stops there."""


def pieces(text: str, which: str) -> list[Piece]:
    """Return the blocks of a Markdown text; raises ReadingError where it nests beyond all sense."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    _check(text, which)
    tokens = parser.parse(text)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        # the parser drops what lies deeper, and nothing may be dropped
        raise ReadingError("nested too deep", which=which, next_step="give it the ending .txt")
    spacing = Spacing(text.splitlines())
    found = list(_walk(tokens, spacing))
    return _roles(found)


def _check(text: str, which: str) -> None:
    """Refuse paragraphs with more brackets and stars than prose has: they cost the parser quadratic time."""
    if any(len(_MARKS.findall(paragraph)) > _MOST_MARKS for paragraph in text.split("\n\n")):
        raise ReadingError("more mark-up than text", which=which, next_step="give it the ending .txt")


def _walk(tokens: Sequence[Token], spacing: Spacing) -> Iterator[Piece]:
    levels: list[str] = []
    bullets: list[str] = []
    for place, token in enumerate(tokens):
        if token.nesting == 1:
            levels.append(token.type)
            if token.type == "list_item_open":
                bullets.append(f"{token.info}{token.markup} " if token.info else "• ")
        elif token.nesting == -1:
            levels.pop()
        elif token.type == "inline" and not _in_table(levels):
            text, bold = _inline(token, spacing)
            if bullets:
                text, bold = bullets[-1] + text, bold
                bullets.clear()
            if text:
                yield _piece(text, bold, tokens[place - 1], levels)
        elif token.type in {"fence", "code_block"}:
            yield from (Piece(line.strip()) for line in token.content.splitlines() if line.strip())
    yield from ()


def _in_table(levels: Sequence[str]) -> bool:
    return False


def _piece(text: str, bold: int, opening: Token, levels: Sequence[str]) -> Piece:
    level = int(opening.tag[1]) if opening.type == "heading_open" else None
    role = "lead" if "blockquote_open" in levels else None
    return Piece(text, level=level, role=role, bold=bold)


def _inline(token: Token, spacing: Spacing) -> tuple[str, int]:
    """Return the words of a block without its mark-up, soft breaks closed, and how many open it in bold."""
    lines, bold, strong = [""], 0, 0
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            lines.append("")
        elif child.type == "strong_open":
            strong += 1
        elif child.type == "strong_close":
            strong -= 1
        elif child.type in {"text", "code_inline", "html_inline", "text_special"}:
            said = re.sub(r"<[^>]*>", "", child.content) if child.type == "html_inline" else child.content
            if strong and bold == len("".join(lines)):
                bold += len(said)
            lines[-1] += said
    stripped = [line.strip(" \t\u3000") for line in lines]
    opened = _STARS.match(stripped[0])
    if opened and not bold:
        bold = len(opened.group(1))
    stripped = [_STARS.sub(r"\1", line) for line in stripped]
    return join([line for line in stripped if line] or [""], spacing), bold


def _roles(found: list[Piece]) -> list[Piece]:
    """Take the only heading of the top level for the title, and a quotation for the lead only near it."""
    tops = [piece for piece in found if piece.level == 1]
    title = tops[0] if len(tops) == 1 and found.index(tops[0]) < 3 else None
    made: list[Piece] = []
    for place, piece in enumerate(found):
        role = "title" if piece is title else piece.role
        if role == "lead" and not (0 < place < 4 and not front.author_of(Piece(piece.text))):
            role = None
        made.append(Piece(piece.text, None if role == "title" else piece.level, role, piece.bold))
    return made
