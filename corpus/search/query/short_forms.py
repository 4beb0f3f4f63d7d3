"""Whether a short form stands in a library as such, or only as pieces of other words: 高企 in 提高企业."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from corpus.search.phrase_query import find_phrase
from corpus.text.normalize import occurrences
from corpus.text.segmentation import cut_words

if TYPE_CHECKING:
    from corpus.search.library import Library

LONGEST = 3  # characters of a short form that other words hold by chance
LOOKED_AT = 24  # sections that hold it, the first of them: a text that says it says it early or often
AROUND = 6  # characters on either side that settle how a text is cut into words
REMEMBERED = 8_192  # stretches with their cuts, some 2 MB


def only_inside_words(short: str, library: Library) -> bool:
    """Whether the library holds a short form only across the borders of words: 高企 in 提高|企业.

    Judged by the first `LOOKED_AT` sections with it. False where none holds it, or it has more than `LONGEST`
    characters.
    """
    if len(short) > LONGEST:
        return False
    holders = library.entries(find_phrase(library, "bigrams", short, LOOKED_AT))
    texts = [entry.letters for entry in holders if short in entry.letters]
    return bool(texts) and not any(_stands(short, text) for text in texts)


def _stands(short: str, text: str) -> bool:
    """Whether at one occurrence both ends of a short form are borders of words: 高企 in 培育|高企|若干."""
    looked_at = ((at, max(0, at - AROUND)) for at in occurrences(text, short))
    return any(
        at - start in (ends := _ends(text[start : at + len(short) + AROUND]))
        and at - start + len(short) in ends
        for at, start in looked_at
    )


@lru_cache(maxsize=REMEMBERED)
def _ends(stretch: str) -> frozenset[int]:
    """Return the places in a stretch of text where a word begins or ends."""
    return frozenset((0, *accumulate(map(len, cut_words(stretch)))))
