"""Where in a section a query fits best, and how well: edits, swapped neighbours, order, closeness."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from math import log2
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA, LCSseq
from rapidfuzz.fuzz import partial_ratio_alignment
from rapidfuzz.process import extractOne

from corpus.text.phonetics import sounds
from corpus.text.tables import rarities

if TYPE_CHECKING:
    from corpus.vocabulary import Span

WINDOW_TOLERANCE = (
    2  # characters by which a window may be shorter or longer than the query and still be tried
)
RAREST, LETTER = 20, 6  # bits of a character that the table lacks, and of a letter, digit or sign
FIRST_HAN = "\u3400"  # whatever stands from here on is no letter, digit or sign; one comparison a character
NARROWEST = 8  # characters of a window in which an order is looked for


def best_window(query: str, text: str) -> tuple[float, Span]:
    """Return how like the most similar stretch of a text is to the query, 0 to 1, and where it stands.

    The likeness is 1 less the edits (left out, put in, replaced, neighbours swapped: optimal string
    alignment) for each character of the query.
    """
    if not query or not text:
        return 0.0, (0, 0)
    at = text.find(query)
    if at >= 0:
        return 1.0, (at, at + len(query))
    guess = partial_ratio_alignment(query, text)
    if guess is None or len(text) <= len(query):
        return max(0.0, 1 - OSA.distance(query, text) / len(query)), (0, len(text))
    # the likeliest stretch first, so that of two alike the plainer is taken
    first, width = guess.dest_start, len(query)
    starts = [start for start in (first, first - 1, first + 1) if 0 <= start < len(text)]
    beyond = (0, 1, -1, WINDOW_TOLERANCE, -WINDOW_TOLERANCE)
    lengths = [width + more for more in beyond if width + more > 0]
    windows = [text[start : start + length] for start in starts for length in lengths]
    window, edits, best = extractOne(query, windows, scorer=OSA.distance)
    start = starts[best // len(lengths)]
    return max(0.0, 1 - edits / width), (start, start + len(window))


def char_coverage(query: str, window: str) -> float:
    """Return the share of a query's information (bits) that a window holds, 0 to 1; the order of characters is ignored.

    A common character that is missing costs little, a rare one much, as it makes another name.
    """
    worth = _worth(query)
    whole = sum(times * bits for _, times, bits in worth)
    found = sum(min(times, window.count(char)) * bits for char, times, bits in worth)
    return found / whole if whole else 0.0


@lru_cache(maxsize=64)
def _worth(query: str) -> list[tuple[str, int, int]]:
    """Return each character of a query, how often it stands there, and how many bits it says."""
    bits, times = bits_of(query), Counter(query)
    return [(char, times[char], bits[char]) for char in times]


@lru_cache(maxsize=64)
def bits_of(query: str) -> dict[str, int]:
    """Return each character of a query and how many bits it says."""
    known = rarities()
    return {char: known.get(char, RAREST if char >= FIRST_HAN else LETTER) for char in query}


def pinyin_coverage(typed: str, spoken: str, window: str, heard: str) -> float:
    """Return the share of a pinyin query's information (bits) that a window holds, 0 to 1; the order is ignored.

    Han characters that were `typed` must be in the window. Syllables of `spoken` that were typed in letters must be
    among those that are `heard` there.
    """
    chars = Counter(char for char in typed if char >= FIRST_HAN)
    letters = Counter(spoken) - Counter(sounds("".join(chars.elements())))
    bits = syllable_bits()
    worth: list[tuple[int, int, float]] = [
        (times, window.count(char), bits_of(char)[char]) for char, times in chars.items()
    ]
    worth += [(times, heard.count(one), bits.get(one, LETTER)) for one, times in letters.items()]
    whole = sum(times * bit for times, _, bit in worth)
    return sum(min(times, found) * bit for times, found, bit in worth) / whole if whole else 0.0


@cache
def syllable_bits() -> dict[str, float]:
    """Return how many bits each syllable says: -log2 of the share of all text that sounds so."""
    shares: dict[str, float] = {}
    for char, bits in rarities().items():
        shares[sounds(char)] = shares.get(sounds(char), 0.0) + 2.0**-bits
    return {symbol: -log2(share) for symbol, share in shares.items()}


def in_order(query: str, text: str) -> float:
    """Return the largest share of the query's characters that stand in order within one short window.

    Windows overlap so far that a stretch twice as long as the query lies whole in one of them.
    """
    width = max(NARROWEST, 2 * len(query))
    step = max(NARROWEST // 2, len(query) // 2)
    windows = [
        text[start : start + width + step] for start in range(0, max(1, len(text) - width + step), step)
    ]
    _, shared, _ = extractOne(query, windows, scorer=LCSseq.similarity)
    return float(shared) / len(query)
