"""The nearest stretch of a text to some words, by edit distance, and the differences between the two."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Levenshtein

if TYPE_CHECKING:
    from corpus.vocabulary import Span

_JOINED = 1  # equal characters between two edits that do not part them
_TIED = 3  # characters by which a stretch that is as near may end later: what was changed at its end belongs to it


class Edit(NamedTuple):
    """One difference: what stands in the quotation, and what in the source; offsets into each."""

    quote: Span
    source: Span


def _ending(words: str, text: str) -> tuple[int, int]:
    """Return the least edit distance of words to a stretch of a text and where such a stretch ends, rather late.

    Myers' bit vectors: the stretch may begin anywhere (G. Myers, A fast bit-vector algorithm, 1999).
    """
    length = len(words)
    masks: dict[str, int] = {}
    for at, one in enumerate(words):
        masks[one] = masks.get(one, 0) | 1 << at
    full, last = (1 << length) - 1, 1 << (length - 1)
    plus, minus, score = full, 0, length
    best, end = length, 0
    for at, one in enumerate(text):
        equal = masks.get(one, 0)
        vertical = equal | minus
        horizontal = (((equal & plus) + plus) ^ plus) | equal
        up, down = minus | ~(horizontal | plus) & full, plus & horizontal
        if up & last:
            score += 1
        elif down & last:
            score -= 1
        up, down = up << 1 & full, down << 1 & full
        plus, minus = down | ~(vertical | up) & full, up & vertical
        if score < best or (score == best and at < end + _TIED):
            best, end = score, at + 1
    return best, end


def nearest(words: str, text: str) -> tuple[int, Span]:
    """Return the least edit distance of words to any stretch of a text, and that stretch."""
    if not words or not text:
        return len(words), (0, 0)
    distance, end = _ending(words, text)
    _, length = _ending(words[::-1], text[:end][::-1])
    return distance, (end - length, end)


def edits(words: str, stretch: str) -> list[Edit]:
    """Return the differences of words and a stretch in order; neighbours one character apart are one."""
    found: list[Edit] = []
    for one in Levenshtein.opcodes(words, stretch):
        if one.tag == "equal":
            continue
        q_start, q_end, s_start, s_end = one.src_start, one.src_end, one.dest_start, one.dest_end
        if found and q_start - found[-1].quote[1] <= _JOINED:
            found[-1] = Edit((found[-1].quote[0], q_end), (found[-1].source[0], s_end))
        else:
            found.append(Edit((q_start, q_end), (s_start, s_end)))
    return found
