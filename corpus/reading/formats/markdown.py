"""Markdown as pieces: markdown-it-py finds the blocks, and their words are taken from the source as they stand."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from corpus.errors import ReadingError
from corpus.reading.formats import plain
from corpus.reading.formats.format import Format, stated
from corpus.reading.formats.html_blocks import COLUMN
from corpus.reading.layout.joining import Spacing, join
from corpus.reading.pieces import Piece
from corpus.reading.wording import front_lines
from corpus.text.end_marks import CLAUSE, CLOSING
from corpus.text.han import HAN
from corpus.text.numbering import marker

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from corpus.vocabulary import Outline

_STARS = re.compile(r"(?<!\*)\*\*(?=\S)([^*]+?)\*\*(?!\*)")
"""Bold that CommonMark leaves standing, because a Chinese full stop before its end has no space after it."""
_MARKS = re.compile(r"[\[\]*_`~<!]")
_DEFINED = re.compile(r"^( {0,3})\[(?=[^\]]+\]:)")
_ADDRESS = re.compile(
    r"^ {0,3}\[[^\]^][^\[\]]{0,999}\]:\s*+<?(?:[a-z]{2,8}://|mailto:|/|\./|\.\./|#)\S*", re.IGNORECASE
)
_GLUED = re.compile(rf"^( {{0,3}}#{{1,6}})(?=[{HAN}（《“第])(?![^#\n]*#)")
"""A heading without the space behind its mark; between two marks it is a topic (#社区#), which stays."""
_HEADS = frozenset("part chapter section article comma bracket".split())
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_ADDRESSES = re.compile(rf"{_ADDRESS.pattern}[^\n]*$", re.MULTILINE | re.IGNORECASE)
_UNSEEN = re.compile(rf"<!--|{_ADDRESSES.pattern}", _ADDRESSES.flags)
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>")
_TARGET = re.compile(r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)")
_CODE_NAME = re.compile(r"^[^\S\n]*+(?:```|~~~).*$", re.MULTILINE)
_MOST_MARKS = 5_000
_LONGEST_HEAD = 40
"""Characters of a line that may be a heading where every line is a paragraph."""
_DEEPEST = 100
"""Nesting that no document needs; the parser itself stops there."""
_TOP = 4
"""Pieces from the top among which the title and the lead stand."""
_SENTENCE = re.compile(f"[{CLAUSE}：][{CLOSING}]*$")
_NEARLY_ALL = 0.9
"""Share of line ends inside blocks that end sentences where every line is a paragraph."""
_SIGNED = re.compile("[A-Za-z0-9]")
_BLANK = " \t\u3000\u00a0"


def pieces(text: str, which: str) -> tuple[list[Piece], tuple[str, ...]]:
    """Return the blocks of a Markdown text, and what of it no reader sees: comments, addresses of links.

    Raises ReadingError where it nests beyond all sense.
    """
    from markdown_it import MarkdownIt

    _check(text, which)
    unseen = tuple(_unseen(text))
    text = _spaced(_kept(text))
    tokens = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").parse(text)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        # the parser drops what lies deeper, and nothing may be dropped
        raise ReadingError("nested too deep", which=which, next_step="give it the ending .txt")
    walker = _Blocks(Spacing(text.splitlines()), one_a_line=_one_a_line(tokens))
    return _roles(list(walker.walk(tokens))), unseen


def _unseen(text: str) -> Iterator[str]:
    """Yield the comments and the addresses of links; a comment that nothing closes is none, nor any behind it."""
    form, at = _UNSEEN, 0
    while found := form.search(text, at):
        at = found.end()
        if found.group() == "<!--":
            end = text.find("-->", at)
            if end < 0:
                form = _ADDRESSES
                continue
            at = end + len("-->")
        yield text[found.start() : at]


def _kept(text: str) -> str:
    """Mask notes that the parser would take for addresses of links ([^1]: 施行日期…), so that they stay as they are."""
    fenced = False
    lines = []
    for line in text.split("\n"):
        fenced ^= _FENCE.match(line) is not None
        lines.append(line if fenced or _ADDRESS.match(line) else _DEFINED.sub(r"\1\\[", line))
    return "\n".join(lines)


def _spaced(text: str) -> str:
    """Set the space that Chinese authors leave out behind the mark of a heading: #标题, ##一、总则."""
    fenced = False
    lines = []
    for line in text.split("\n"):
        fenced ^= _FENCE.match(line) is not None
        lines.append(line if fenced else _GLUED.sub(r"\1 ", line))
    return "\n".join(lines)


def _check(text: str, which: str) -> None:
    """Refuse paragraphs with more brackets and stars than prose has: they cost the parser quadratic time."""
    if any(len(_MARKS.findall(paragraph)) > _MOST_MARKS for paragraph in text.split("\n\n")):
        raise ReadingError("more mark-up than text", which=which, next_step="give it the ending .txt")


class _Blocks:
    """Walks the parser's tokens: headings, paragraphs, items of lists with their numbers, rows of tables."""

    def __init__(self, spacing: Spacing, *, one_a_line: bool) -> None:
        self._spacing = spacing
        self._one_a_line = one_a_line
        self._number = ""
        self._quoted = 0
        self._row: list[str] | None = None

    def walk(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        """Yield the pieces in reading order."""
        opening = tokens[0] if tokens else None
        for token in tokens:
            if token.type == "tr_open":
                self._row = []
            elif token.type == "tr_close":
                yield Piece(COLUMN.join(self._row or []), role="row")
                self._row = None
            elif token.type == "inline":
                yield from self._block(token, opening)
            elif token.type in {"fence", "code_block", "html_block"}:
                bare = re.sub(r"<[^<>]*>", "", token.content) if token.type == "html_block" else token.content
                yield from (Piece(line.strip(_BLANK)) for line in bare.splitlines() if line.strip(_BLANK))
            self._enter(token)
            opening = token

    def _enter(self, token: Token) -> None:
        if token.type == "list_item_open":
            self._number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "blockquote_open":
            self._quoted += 1
        elif token.type == "blockquote_close":
            self._quoted -= 1

    def _block(self, token: Token, opening: Token | None) -> Iterator[Piece]:
        lines, bold = _words(token)
        if self._row is not None:
            self._row.append(join(lines, self._spacing))
            return
        level = int(opening.tag[1]) if opening and opening.type == "heading_open" else None
        role = "lead" if self._quoted else None
        number, self._number = self._number, ""
        for text in lines if self._one_a_line else [join(lines, self._spacing)]:
            if text:
                yield Piece(number + text, level=level, role=role, bold=len(number) + bold if bold else 0)
            number, bold = "", 0


def _one_a_line(tokens: Sequence[Token]) -> bool:
    """Return whether the source has one paragraph a line, as Chinese authors often leave out the blank lines."""
    ends = [pair for token in tokens if token.type == "inline" for pair in pairwise(_words(token)[0])]
    return bool(ends) and sum(map(_is_whole, *zip(*ends, strict=True))) >= _NEARLY_ALL * len(ends)


def _is_whole(line: str, following: str) -> bool:
    """Return whether a line is a block of its own: a sentence ends it, or a number opens it or the next."""
    if _SENTENCE.search(line):
        return True
    opened = [mark.family in _HEADS for mark in (marker(line), marker(following)) if mark]
    return any(opened) and len(line) <= _LONGEST_HEAD


def _words(token: Token) -> tuple[list[str], int]:
    """Return the words of a block line by line, without their mark-up, and how many open it in bold."""
    lines, bold, strong = [""], 0, 0
    literal: list[bool] = []  # for each open emphasis whether its stars are text: 5*3*2
    for child, following in zip_longest(token.children or (), (token.children or ())[1:]):
        if child.type == "em_open":
            literal.append(_multiplies(lines[-1], following.content if following else ""))
        if child.type in {"em_open", "em_close"} and (literal[-1] if child.nesting > 0 else literal.pop()):
            lines[-1] += child.markup
        elif child.type in {"softbreak", "hardbreak"}:
            lines.append("")
        elif child.type in {"strong_open", "strong_close"}:
            strong += child.nesting
        elif child.type in {"text", "code_inline", "html_inline", "text_special", "image"}:
            said = (
                re.sub(r"<[^>]*+(?:>|\Z)", "", child.content)
                if child.type == "html_inline"
                else child.content
            )
            if strong and bold == len("".join(lines)):
                bold += len(said)
            lines[-1] += said
    stripped = [bare for line in lines if (bare := line.strip(_BLANK))] or [""]
    opened = _STARS.match(stripped[0])
    if opened and not bold:
        bold = len(opened.group(1))
    return [_STARS.sub(r"\1", line) for line in stripped], bold


def _multiplies(before: str, after: str) -> bool:
    """Return whether a star stands between two letters or digits, where it is a sign and no mark."""
    return bool(_SIGNED.match(before[-1:]) and _SIGNED.match(after))


def _roles(found: list[Piece]) -> list[Piece]:
    """Return the pieces, the only heading of the top level as the title, a quotation near it as the lead."""
    tops = [place for place, piece in enumerate(found) if piece.level == 1]
    title = tops[0] if len(tops) == 1 and tops[0] < _TOP else None
    return [_with_role(place, piece, title) for place, piece in enumerate(found)]


def _with_role(place: int, piece: Piece, title: int | None) -> Piece:
    if place == title:
        return Piece(piece.text, role="title")
    lead = piece.role == "lead" and 0 < place < _TOP and not front_lines.author_of(Piece(piece.text))
    role = "row" if piece.role == "row" else "lead" if lead else None
    return Piece(piece.text, piece.level, role, piece.bold)


def _read(raw: bytes, which: str, title: str | None) -> tuple[dict[str, str], Outline]:
    fields, text = plain.parted(raw, which)
    return fields, stated(*pieces(text, which), title or fields.get("title"), which)


def _bare_text(raw: bytes, which: str) -> str:
    """Return a Markdown text without what is written for the parser alone: tags, addresses, languages of code."""
    text = plain.bare_text(raw, which)
    for form in (_TAG, _TARGET, _CODE_NAME):
        text = form.sub("", text)
    return unescape(text)


FORMAT = Format("Markdown", (".md", ".markdown"), _read, _bare_text, marked_up=True)
