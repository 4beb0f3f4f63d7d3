"""Strings of words that an article repeats with closed borders: found by counting, as terms are in corpora."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log, log2
from typing import TYPE_CHECKING

from corpus.initiatives.lists import HARD
from corpus.initiatives.noun_phrases import stops, verb_kind
from corpus.text.words import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LEAST = 3
"""Times that a string must stand in an article to be counted with."""
LONGEST = 6
"""Words in the longest string."""
LONGEST_NAME = 16
"""Characters in the longest."""
LONGEST_TEXT = 100_000
"""Characters that are counted: what an article is about is said again in its beginning."""
CLOSED = 1.0
"""Bits of entropy of the neighbours on each side: two alike, or more of which none is half of all."""
ASSOCIATED = 10.83
"""Log-likelihood ratio between the two parts of a string: chance in one case of a thousand."""

_LONE = "*"
_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·]+")

Words = tuple[str, ...]
Stretch = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A string that is repeated: its words, how often it stands, and how often in no longer one that is repeated.

    `first_bound` and `last_bound` say in what share of its places the rest stands with the first and the last word.
    """

    words: Words
    count: int
    alone: int
    first_bound: float
    last_bound: float

    @property
    def text(self) -> str:
        """The string as printed."""
        return "".join(self.words)


def repeated(texts: Iterable[str]) -> dict[str, Repeated]:
    """Return the strings of two words and more that the texts repeat with closed borders, by their text.

    Their parts go together by more than chance, both their sides are free, and they stand alone more often than
    in a longer string that is one too. Marks, function words and verbs end a string and leave its side free.
    """
    stretches = list(_stretches(texts))
    words = Counter(word for stretch in stretches for word in stretch)
    counts = _counts(stretches)
    counts.update({(word,): count for word, count in words.items()})
    total = sum(words.values())
    linked = {
        one
        for one in counts
        if len(one) > 1
        and len("".join(one)) <= LONGEST_NAME
        and _association(one, counts, total) >= ASSOCIATED
    }
    sides = _neighbours(stretches, counts)
    closed = {one for one in linked if all(_entropy(side) >= CLOSED for side in sides[one])}
    inside = _inside(closed, counts)
    return {
        "".join(one): Repeated(
            one,
            counts[one],
            counts[one] - inside[one],
            counts[one] / counts[one[1:]],
            counts[one] / counts[one[:-1]],
        )
        for one in sorted(closed)
        if counts[one] - inside[one] > 1
    }


def _stretches(texts: Iterable[str]) -> Iterator[Stretch]:
    """Yield the rows of words between marks, function words and verbs."""
    left = LONGEST_TEXT
    for text in texts:
        for run in _RUN.findall(text[:left]):
            row: list[str] = []
            for word in cut(run):
                if stops(word) or verb_kind(word) in HARD:
                    yield tuple(row)
                    row = []
                else:
                    row.append(word)
            yield tuple(row)
        left = max(0, left - len(text))


def _counts(stretches: Sequence[Stretch]) -> Counter[Words]:
    """Count the strings of two words and more, each length among the strings whose parts are frequent enough."""
    kept: Counter[Words] = Counter()
    frequent: set[Words] | None = None
    for size in range(2, LONGEST + 1):
        found: Counter[Words] = Counter(
            row[at : at + size]
            for row in stretches
            for at in range(len(row) - size + 1)
            if frequent is None
            or (row[at : at + size - 1] in frequent and row[at + 1 : at + size] in frequent)
        )
        frequent = {one for one, count in found.items() if count >= LEAST}
        kept.update({one: found[one] for one in frequent})
        if not frequent:
            break
    return kept


def _association(one: Words, counts: Counter[Words], total: int) -> float:
    """Return the log-likelihood ratio of a string at the place where its parts hang together least."""
    splits = ((counts[one[:at]], counts[one[at:]]) for at in range(1, len(one)))
    return min(_likelihood(counts[one], left, right, total) for left, right in splits)


def _likelihood(both: int, left: int, right: int, total: int) -> float:
    """Return Dunning's ratio for two parts seen together; 0 where chance brings them together as often."""
    if both * total <= left * right:
        return 0.0
    seen = ((both, left, right), (left - both, left, total - right), (right - both, total - left, right))
    rest = (total - left - right + both, total - left, total - right)
    return 2 * sum(
        count * log(count * total / (row * column)) for count, row, column in (*seen, rest) if count > 0
    )


def _neighbours(
    stretches: Sequence[Stretch], frequent: Counter[Words]
) -> dict[Words, tuple[Counter[str], Counter[str]]]:
    """Count the words on both sides of the frequent strings; a free side counts under nothing."""
    sides: dict[Words, tuple[Counter[str], Counter[str]]] = defaultdict(lambda: (Counter(), Counter()))
    for row in stretches:
        for at in range(len(row) - 1):
            for end in range(at + 2, min(at + LONGEST, len(row)) + 1):
                if row[at:end] not in frequent:
                    break  # nor is a longer string that begins so
                left, right = sides[row[at:end]]
                left[_beside(row[at], row[at - 1]) if at else ""] += 1
                right[_beside(row[end - 1], row[end]) if end < len(row) else ""] += 1
    return sides


def _beside(edge: str, neighbour: str) -> str:
    """Return a neighbour; all lone characters beside a lone one are alike, as they may be of one unknown word."""
    return _LONE if len(edge) == len(neighbour) == 1 else neighbour


def _entropy(side: Counter[str]) -> float:
    """Return the bits of what stands on one side; each free place is a neighbour of its own."""
    total = side.total()
    shares = [count / total for word, count in side.items() if word]
    return -sum(share * log2(share) for share in shares) + side[""] / total * log2(total)


def _inside(closed: set[Words], counts: Counter[Words]) -> Counter[Words]:
    """Count how often each string stands in the longest closed ones that hold it."""
    inside: Counter[Words] = Counter()
    for long in sorted(closed, key=len, reverse=True):
        alone = counts[long] - inside[long]
        parts = {
            long[at:end]
            for at in range(len(long))
            for end in range(at + 2, len(long) + 1)
            if end - at < len(long)
        }
        for part in parts & closed:
            inside[part] += max(0, alone)
    return inside
