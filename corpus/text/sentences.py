"""Cuts Chinese text into sentences to be quoted: none ends inside “…”, 《…》 or （…）."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text.end_marks import QUOTABLE
from corpus.text.quotes import WHOLE

if TYPE_CHECKING:
    from corpus.vocabulary import Span

ENDS = frozenset(QUOTABLE)
CLOSERS = frozenset('”’』」》〉）)】]"')
_TELLING = re.compile(f"[{''.join(ENDS)}{''.join(WHOLE)}\n]")
LONGEST_QUOTE = (
    300  # characters: an opening mark that is not closed within these is displaced and holds nothing
)


def quotable_sentences(text: str) -> list[Span]:
    """Cut a text into sentences: spans in order that leave out only the white space between them."""
    spans: list[Span] = []
    start, found = 0, _TELLING.search(text)
    while found:
        at = found.start()
        closed = _closing(text, at)
        if closed is not None:
            at = closed
            if text[at - 1] in ENDS and _ends_outside(text, at):
                _cut(text, spans, start, at + 1)
                start = at + 1
        elif text[at] not in WHOLE:
            at = _run_out(text, at)
            _cut(text, spans, start, at + 1)
            start = at + 1
        found = _TELLING.search(text, at + 1)
    _cut(text, spans, start, len(text))
    return spans


def _closing(text: str, at: int) -> int | None:
    """Return where the quotation or title that opens at `at` closes; None if it never does."""
    mark = WHOLE.get(text[at])
    if mark is None:
        return None
    found = text.find(mark, at + 1, at + LONGEST_QUOTE)
    inner = text.find(text[at], at + 1, found) if found > 0 else -1
    return found if found > 0 and inner < 0 and "\n" not in text[at:found] else None


def _ends_outside(text: str, at: int) -> bool:
    """Whether a quotation that closes at `at` with a sentence's end inside also ends the sentence around it.

    It does where a letter follows; where a mark follows, that mark belongs to the sentence too.
    """
    after = text[at + 1 : at + 2]
    return text[at] in "”』」’" and (not after or after.isalnum() or after in "“《\n")


def _run_out(text: str, at: int) -> int:
    """Take further end marks and closing marks into the sentence that ends at `at`."""
    while at + 1 < len(text) and (text[at + 1] in ENDS or text[at + 1] in CLOSERS):
        at += 1
    return at


def _cut(text: str, spans: list[Span], start: int, end: int) -> None:
    """Add the sentence from `start` to `end`, less the white space round it, if anything is left."""
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = end - (len(piece) - len(piece.rstrip()))
    if left < right:
        spans.append((left, right))
