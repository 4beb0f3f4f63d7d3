"""First letters of syllables: where a query of letters stands in a text in whole words, and how much that says.

Four letters in a row stand in any large library by chance, mostly in pieces of words: so they must begin with a word
and end with one, the fewer words they make the better, and how rare they are is weighed against the library's size.
"""

from __future__ import annotations

from functools import cache
from itertools import islice
from math import log2
from typing import TYPE_CHECKING

from corpus.search.score.windows import syllable_bits
from corpus.text.normalize import occurrences
from corpus.text.phonetics import initials
from corpus.text.segmentation import cut_words

if TYPE_CHECKING:
    from corpus.vocabulary import Span

BESIDE = 10  # characters on either side that are cut into words with the letters' own
MOST = 20  # places in one section that are looked at
USUAL_TEXT = 120  # characters of a usual section
FEWEST_BITS, MOST_BITS = -8.0, 16.0  # how much rarer than by chance letters are: beyond these it says no more
RARE_LETTER = 12.0  # bits of a letter or digit that begins hardly any syllable


def best_initials(letters: str, bare: str, spoken: str) -> tuple[float, Span]:
    """Return how well letters match the first letters of whole words, 0 to 1, and the span that matches best.

    One word gives 1, n words of m letters 1 - (n - 1) / m, no whole words 0 and the span (0, 0). `bare` is the text in
    letters and digits alone, `spoken` what `sounds` makes of it.
    """
    best, where = 0.0, (0, 0)
    for start in islice(occurrences(initials(spoken), letters), MOST):
        end = start + len(letters)
        borders = _borders(bare, start, end)
        if start in borders and end in borders:
            inside = sum(start < at < end for at in borders)
            best, where = max(
                (best, where), (1 - inside / len(letters), (start, end)), key=lambda one: one[0]
            )
    return best, where


def _borders(bare: str, start: int, end: int) -> set[int]:
    """Return where words begin or end in a stretch and a little beyond."""
    at = max(0, start - BESIDE)
    found = {at}
    for word in cut_words(bare[at : end + BESIDE]):
        at += len(word)
        found.add(at)
    return found


@cache
def _bits() -> dict[str, float]:
    """Return what each letter says: -log2 of the share of all text whose syllables begin with it."""
    shares: dict[str, float] = {}
    for syllable, bits in syllable_bits().items():
        letter = initials(syllable)
        shares[letter] = shares.get(letter, 0.0) + 2.0**-bits
    return {letter: -log2(share) for letter, share in shares.items()}


def rareness(letters: str, sections: int) -> float:
    """Return how much rarer letters are than once in a library of so many sections, 0 (common) to 1.

    It is the sum of what each letter says, in bits, less those of the number of places in the library.
    """
    bits = sum(_bits().get(letter, RARE_LETTER) for letter in letters)
    over = bits - log2(max(1, sections) * USUAL_TEXT)
    return (min(MOST_BITS, max(FEWEST_BITS, over)) - FEWEST_BITS) / (MOST_BITS - FEWEST_BITS)
