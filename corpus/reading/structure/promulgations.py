"""An announcement, a decree or a notice in front: below it stands the document itself, which has the title."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from corpus.reading.layout.joining import Spacing, join
from corpus.reading.structure import mastheads
from corpus.reading.wording import adoption_notes, front_lines
from corpus.reading.wording.sentence_ends import unspaced
from corpus.text.expressions import any_of, pattern
from corpus.text.han import HAN
from corpus.text.numerals import NUMBER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.reading.pieces import Piece

_PROMULGATED = any_of("front_lines", "promulgation")
_HEAD = re.compile(
    rf"^[{HAN}（）()、]{{0,60}}{_PROMULGATED}(?:[（(]?(?:〔?\d{{4}}〕?年?)?第?{NUMBER}号[)）]?)?$"
)
_COUNTED = re.compile(rf"^[（(]?(?:〔?\d{{4}}〕?年?)?第{NUMBER}号[)）]?$")
_MADE_KNOWN = pattern("front_lines", "made known")
_PASSED_ON = pattern("front_lines", "passed on")
_AGAIN = pattern("front_lines", "again")
_AMENDED = re.compile(r"^.{0,40}?关于修[改订正][《〈<](.+)[》〉>]的决定$")
_LETTERS = re.compile(r"[\W_]+")
_MOST_HEADS = 5
"""Lines of a head: the bodies, 公告, and the number."""
_MOST_FRONT = 30
"""Pieces of a promulgation, with the signatures below it."""
_MOST_LINES = 7
"""Printed lines of a title."""


class Below(NamedTuple):
    """Where the title of the document stands: its first line, how many it has, and how many the front's head has."""

    start: int
    lines: int
    heads: int


def below(pieces: Sequence[Piece]) -> Below | None:
    """Return where the title of the document stands that the top of the text makes known; None where nothing does.

    The front names it (《…》已于…通过，现予公布), and it stands below under that name; where the names differ, it
    follows the date that signs the front, and its own number or note of adoption stands under it.
    """
    heads = _heads(pieces)
    if not heads:
        return None
    names = _names(pieces[heads:_MOST_FRONT])
    for start in range(heads, min(len(pieces) - 1, _MOST_FRONT)):
        count = _named(pieces[start:], names)
        if count:
            return _republished(pieces, Below(start, count, heads))
    signed = (place for place in range(heads, min(len(pieces) - 1, _MOST_FRONT)) if _signs(pieces, place))
    for place in signed:
        count = mastheads.lines_over_number(pieces[place + 1 :])
        if count:
            return _republished(pieces, Below(place + 1, count, heads))
    return None


def headed(pieces: list[Piece], heads: int) -> list[Piece]:
    """Return the pieces, the lines of the front's head put into one, which is a heading."""
    lines = pieces[:heads]
    text = join([piece.text for piece in lines], Spacing(piece.text for piece in lines))
    return [replace(lines[0], text=text, role="front"), *pieces[heads:]]


def _heads(pieces: Sequence[Piece]) -> int:
    """Return how many lines from the top are the head of a promulgation; 0 where none is."""
    for count, piece in enumerate(pieces[:_MOST_HEADS], start=1):
        text = unspaced(piece.text)
        if _HEAD.match(text) and not front_lines.is_about(text):
            more = count < len(pieces) and _COUNTED.match(unspaced(pieces[count].text))
            return count + bool(more)
        if not front_lines.is_body(piece.text):
            break
    return _notice(pieces)


def _notice(pieces: Sequence[Piece]) -> int:
    """Return how many lines the title has of a notice that passes on a numbered document and has no number itself."""
    count = mastheads.lines_of_title(pieces)
    if not count or count >= len(pieces) or front_lines.is_number(pieces[count].text):
        return 0
    passed_on = _PASSED_ON.search("".join(piece.text for piece in pieces[:count]))
    numbered = any(
        front_lines.is_number(piece.text) or adoption_notes.is_whole(piece.text)
        for piece in pieces[count + 1 : _MOST_FRONT]
    )
    return count if passed_on and numbered else 0


def _names(front: Sequence[Piece]) -> set[str]:
    """Return the names of documents in the sentences that make one known, by their letters."""
    found: set[str] = set()
    for piece in front:
        if _MADE_KNOWN.search(piece.text):
            found |= {_letters(name) for name in _quoted(piece.text)}
    return found - {""}


def _quoted(text: str) -> list[str]:
    """Return what stands in the outer 《》 of a text; a name may hold others."""
    found, depth, start = list[str](), 0, 0
    for place, character in enumerate(text):
        if character == "《":
            start = place + 1 if not depth else start
            depth += 1
        elif character == "》" and depth:
            depth -= 1
            if not depth:
                found.append(text[start:place])
    return found


def _named(pieces: Sequence[Piece], names: set[str]) -> int:
    """Return how many pieces from the first make one of the names, the bodies before it or not; 0 where none do."""
    said = ""
    for count, piece in enumerate(pieces[:_MOST_LINES], start=1):
        if piece.text.endswith(("。", "：")) or (count < len(pieces) and piece.is_text):
            return 0
        said += _letters(piece.text)
        if any(_is_called(said, name) for name in names):
            return count
    return 0


def _is_called(said: str, name: str) -> bool:
    """Return whether two names differ by the bodies before them alone."""
    longer, shorter = (said, name) if len(said) > len(name) else (name, said)
    if not longer.endswith(shorter):
        return False
    rest = longer[: len(longer) - len(shorter)]
    about = front_lines.is_about(shorter) or front_lines.is_whole_title(shorter)
    return not rest or (about and front_lines.is_body(rest))


def _signs(pieces: Sequence[Piece], place: int) -> bool:
    return front_lines.is_date(pieces[place].text) and not pieces[place].text.startswith(("（", "("))


def _republished(pieces: Sequence[Piece], seen: Below) -> Below:
    """Return where the amended text stands, where the document is the decision to amend it and says it comes again."""
    lines = pieces[seen.start : seen.start + seen.lines]
    amended = _AMENDED.match(unspaced("".join(piece.text for piece in lines)))
    if amended is None:
        return seen
    names, again = {_letters(amended[1])}, False
    for place in range(seen.start + seen.lines, len(pieces) - 1):
        again = again or _AGAIN.search(pieces[place].text) is not None
        count = _named(pieces[place:], names) if again else 0
        if count:
            return Below(place, count, seen.heads)
    return seen


def _letters(text: str) -> str:
    return _LETTERS.sub("", text)
