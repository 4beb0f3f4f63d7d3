"""Pinyin and initials of what a library lacks: without them the fit would never see such a query go unanswered.

They are the pinyin queries of other collections, and names that the library does not hold, of other collections or
made to be missed, spelt in the ways that people type. Whether it holds one is told by its characters, never by a score.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from corpus.text.normalize import normalize_letters
from corpus.text.phonetics import initials, sounds
from corpus.text.segmentation import cut_words
from corpus.text.tables import syllables

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAMED = frozenset({"initiative_name", "exact_phrase", "abbreviation", "no_answer"})  # classes that hold names
NOT_NAMES = frozenset({"gibberish", "foreign_question"})  # queries without an answer that are no names
NAMES = 40  # names of each library, each spelt in every way
TYPED = frozenset({"pinyin_full", "pinyin_mixed", "pinyin_initials"})
_HAN = re.compile("[\u3400-\u9fff]{3,8}")
Query = dict[str, str]


def strangers(
    others: Sequence[Query],
    own: Sequence[Query],
    answers: Mapping[str, Sequence[tuple[str, str]]],
    text: str,
    seed: str,
) -> list[tuple[Query, str]]:
    """Return queries in letters that a library with this folded text lacks, each with its class.

    `others` are the queries of other collections, `own` those of this one, `answers` where all of them stand.
    """
    found = [
        (query, f"foreign/{query['class']}")
        for query in others
        if query["class"] in TYPED
        and not any(normalize_letters(answer) in text for _, answer in answers[query["qid"]])
    ]
    names = sorted({normalize_letters(query["query"]) for query in (*others, *own) if _may_be_name(query)})
    lacking = [name for name in names if _HAN.fullmatch(name) and name not in text]
    chosen = random.Random(seed).sample(lacking, min(NAMES, len(lacking)))  # noqa: S311 - a sample
    for name in chosen:
        found += [
            ({"query": typed, "qid": name}, f"foreign/name {way}") for way, typed in spelt(name).items()
        ]
    return found


def _may_be_name(query: Query) -> bool:
    return query["class"] in NAMED and query.get("note") not in NOT_NAMES


def spelt(name: str) -> dict[str, str]:
    """Spell a name, folded, as people type it: joined, spaced, half in characters, and by its initials."""
    known = {symbol: syllable for syllable, symbol in syllables().items()}
    spoken = [known[symbol] for symbol in sounds(name)]
    words = cut_words(name)
    first = len(words[0]) if len(words) > 1 else len(name) // 2
    ways = (name[:first] + "".join(spoken[first:]), "".join(spoken[:first]) + name[first:])
    return {
        "joined": "".join(spoken),
        "spaced": " ".join(spoken),
        "mixed": ways[len(name) % 2],
        "initials": initials(sounds(name)),
    }
