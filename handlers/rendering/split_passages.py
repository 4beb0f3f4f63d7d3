"""A passage that no single message holds: several messages in order, which together hold every character."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from handlers.rendering.passage_blocks import (
    LOOKS,
    WHOLE,
    bearing_on,
    fitted,
    longest_sentence,
    shortened,
    source_of,
)
from handlers.rendering.sheet import Sheet, TextRun, runs_of
from handlers.slack_api.block_limits import fits
from handlers.slack_api.literal_text import cost

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from corpus.vocabulary import Excerpt
    from handlers.answer import Quoted
    from handlers.rendering.passage_blocks import Look
    from handlers.rendering.sheet import Piece
    from handlers.replies import Replies
    from handlers.slack_api.message import Message

    Close = Callable[[Sheet, Excerpt], None]

COST = 8_800  # of a quotation in a message of 12,000 (limits.MESSAGE_JSON); the source needs the rest
LATEST = 0.8  # a cut is looked for in the last fifth of a piece
_ENDS = (re.compile(r"[。！？；.!?;\n][”’」』）)]*"), re.compile(r"[，、：,:\s]"))


def whole(
    quoted: Quoted, replies: Replies, draw: Callable[[Look], Sheet], head: Sequence[Piece], close: Close
) -> Message:
    """Draw a passage whole: by `draw` in one message if it fits, else in several.

    Those have `head` at their beginning, and the source and what `close` puts there at their end.
    """
    if len(quoted.excerpt.text) <= LOOKS[0].excerpt:
        sheet = draw(LOOKS[0])
        if fits(sheet.blocks):
            return sheet.message()
    if longest_sentence(quoted) > WHOLE.most:
        return fitted(draw)
    excerpt = shortened(quoted, WHOLE.excerpt)
    pieces = pieces_of(runs_of(excerpt.text, excerpt.highlights, **cuts_of(quoted, excerpt)))
    drawn = []
    for number, piece in enumerate(pieces, start=1):
        place = replies.part_of.format(number=number, total=len(pieces), code=quoted.section.code)
        opening = head if number == 1 else ()
        if number < len(pieces):
            drawn.append(_part(piece, [place], opening))
        else:
            drawn.append(_last(quoted, excerpt, piece, place if number > 1 else "", opening, replies, close))
    first, *others = drawn
    return first.followed_by(*others)


def cuts_of(quoted: Quoted, excerpt: Excerpt) -> dict[str, bool]:
    """Say at which ends an excerpt leaves out words of its section."""
    text = quoted.section.text
    return {
        "cut_before": bool(text[: excerpt.start].strip()),
        "cut_after": bool(text[excerpt.end :].strip()),
    }


def pieces_of(runs: Sequence[TextRun]) -> list[tuple[TextRun, ...]]:
    """Divide a quotation so that a message holds each piece; put together they are the same characters.

    A cut is at the end of a sentence where there is one near, else at a smaller mark, else between any two
    characters that make no sign together.
    """
    text = "".join(run.text for run in runs)
    ends = [*_cuts(text), len(text)]
    return [_between(runs, start, end) for start, end in zip([0, *ends], ends, strict=False)]


def _cuts(text: str) -> list[int]:
    cuts, start = [], 0
    while cost(text[start:]) > COST:
        most = _reach(text, start)
        cuts.append(start := _good_end(text, start, most))
    return cuts


def _reach(text: str, start: int) -> int:
    """Return the farthest end of a piece that begins here."""
    low, high = start + 1, min(len(text), start + COST)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if cost(text[start:middle]) <= COST else (low, middle - 1)
    return low


def _good_end(text: str, start: int, most: int) -> int:
    earliest = start + int((most - start) * LATEST)
    for pattern in _ENDS:
        found = [one.end() for one in pattern.finditer(text, earliest, most)]
        if found:
            return found[-1]
    while most > start + 1 and _belongs(text[most]):
        most -= 1
    return most


def _belongs(sign: str) -> bool:
    """Whether a character makes one sign with the one before it: an accent, a variant, a joiner."""
    return unicodedata.category(sign) in {"Mn", "Me", "Mc", "Cf"}


def _between(runs: Sequence[TextRun], start: int, end: int) -> tuple[TextRun, ...]:
    found, at = [], 0
    for run in runs:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        if piece:
            found.append(TextRun(piece, bold=run.bold, code=run.code))
        at += len(run.text)
    return tuple(found)


def _part(piece: Sequence[TextRun], source: Sequence[Piece], head: Sequence[Piece]) -> Message:
    sheet = Sheet()
    if head:
        sheet.say(*head)
    sheet.quote(piece, source)
    return sheet.message()


def _last(
    quoted: Quoted,
    excerpt: Excerpt,
    piece: Sequence[TextRun],
    place: str,
    head: Sequence[Piece],
    replies: Replies,
    close: Close,
) -> Message:
    """Draw the last part, with as much of the source as fits."""
    sheet = Sheet()
    for look in LOOKS:
        sheet = Sheet()
        if head:
            sheet.say(*head)
        source = [*source_of(quoted, look, replies), *bearing_on(quoted, excerpt, replies)]
        sheet.quote(piece, [*([place, "\n"] if place else []), *source])
        close(sheet, excerpt)
        if fits(sheet.blocks):
            break
    return sheet.message()
