"""What stands above and round an official document's title: red head, numbers, secrecy, a site's table of data."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from corpus.reading.wording import adoption_notes, front_lines
from corpus.reading.wording.sentence_ends import ended, unspaced
from corpus.text.expressions import any_of
from corpus.text.numbering import marker
from corpus.text.numerals import NUMBER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece

_any = partial(any_of, "front_lines")
_ABOVE = (
    re.compile(r"^(?:份\s*号\s*+(?:[:：]\s*+)?+)?(?:No\.?\s*+)?\d{3,8}$"),  # the number of a copy
    re.compile(rf"^{_any('secrecy')}(?:\s*[★☆*]\s*\S{{0,8}})?$"),
    re.compile(rf"^{_any('urgency')}$"),
    re.compile(rf"^{_any('datum')}[:：]"),
)
_ISSUE = re.compile(rf"^[（(]?\s*(?:总\s*)?第\s*{NUMBER}\s*[期号]\s*[)）]?$")
_MOST_LINES = 4
"""Printed lines of a title at most."""
_MOST_ABOVE = 14
"""Lines above a title at most: a site's table of data has some ten."""
_LONGEST = 60
"""Characters of one line of a title."""
_LONGEST_TITLE = 160
_MOST_ISSUERS = 4
_MOST_OVER_NUMBER = 7
"""Printed lines of a title that its number, or the note of its adoption, ends."""
_CLOSED = ("。", "；", "：", ":", "！", "？")
_REPLY = re.compile(rf"^.{{0,24}}的{any_of('document_kinds', 'reply')}$")


def is_above(text: str) -> bool:
    """Return whether a line stands above a title and is none: a red head, a number, 机密★1年, 索引号：…."""
    squeezed = unspaced(text)
    return (
        front_lines.is_masthead(text)
        or front_lines.is_number(text)
        or any(form.match(squeezed) for form in _ABOVE)
    )


def is_issue(text: str) -> bool:
    """Return whether a line counts the issues of a bulletin: 第 12 期."""
    return _ISSUE.match(text) is not None


def above(pieces: Sequence[Piece]) -> int:
    """Return how many pieces from the top stand above the title; 0 where no title is left below them."""
    count = 0
    while count < len(pieces) - 1 and is_above(pieces[count].text):
        count += 1
    count += _issuers(pieces[count:])
    return count if 0 < count <= _MOST_ABOVE else 0


def _issuers(pieces: Sequence[Piece]) -> int:
    """Return how many lines are bodies with their number under them, over a title of its own; 0 for none."""
    count = 0
    while count < min(len(pieces), _MOST_ISSUERS) and front_lines.is_body(pieces[count].text):
        count += 1
    if not count or count >= len(pieces) or not front_lines.is_number(pieces[count].text):
        return 0
    return count + 1 if lines_over_number(pieces[count + 1 :]) else 0


def lines_of_title(pieces: Sequence[Piece]) -> int:
    """Return how many pieces from the first make an official title (…关于…的通知); 0 where they make none.

    A title may begin with the bodies that issue it, and ends with the kind of document; 关于印发…方案 goes on
    where 的通知 follows.
    """
    said, whole = "", 0
    for count, piece in enumerate(pieces[:_MOST_LINES], start=1):
        text = piece.text
        if len(text) > _LONGEST and count > 1:
            break
        apart = front_lines.is_date(text) or front_lines.is_number(text) or ended(text) or marker(text)
        if apart or piece.level or (whole and not _REPLY.match(text)):
            break
        if count == 2 and not (
            front_lines.is_about(said) or (front_lines.is_about(text) and front_lines.is_body(said))
        ):
            break
        said += text
        if front_lines.is_about(said) and front_lines.is_whole_title(said) and len(said) <= _LONGEST_TITLE:
            whole = count
    return whole


def lines_over_number(pieces: Sequence[Piece]) -> int:
    """Return how many pieces from the first make a title since its number or note of adoption follows; 0 for none.

    最高人民法院 / 关于审理…案件 / 适用法律问题的解释 / 法释〔2020〕25号 are three.
    """
    said = ""
    for count, piece in enumerate(pieces[: _MOST_OVER_NUMBER + 1]):
        text = piece.text
        named = front_lines.is_whole_title(said) or (front_lines.is_about(said) and count > 0)
        if _follows_title(text):
            return count if named and len(said) <= _LONGEST_TITLE else 0
        if not _goes_on(said, piece):
            return 0
        said += text
    return 0


def _goes_on(said: str, piece: Piece) -> bool:
    """Return whether a piece can be the next line of a title that says so much already."""
    text = piece.text
    bracketed = text.startswith(("（", "(")) and not front_lines.is_whole_title(said + text)
    if piece.level or piece.role or bracketed or front_lines.is_date(text):
        return False
    if text.endswith(_CLOSED) or marker(text):
        return False
    apart = front_lines.is_body(text) or front_lines.author_of(piece)
    return not (front_lines.is_whole_title(said) and apart)


def _follows_title(text: str) -> bool:
    """Return whether a line is what stands under a title: its number, its note of adoption, a date with a number."""
    return front_lines.is_number(text) or adoption_notes.opens(text) or front_lines.is_dated_number(text)
