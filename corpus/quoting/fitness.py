"""Which sentences of a section are worth quoting on their own. docs/daily.md tells the whole rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.quoting.formulas import A_FIGURE, MOST_FIGURES, is_figures, is_formula
from corpus.quoting.leaning import ITEM, LEANING, LIMITING, OUTSIDE, points_back
from corpus.text.end_marks import CLOSING, STATED
from corpus.text.han import is_han
from corpus.text.quotes import PAIRS
from corpus.text.sentences import quotable_sentences
from corpus.vocabulary import Excerpt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus.vocabulary import Section, Span

SHORTEST, LONGEST = 20, 160
"""Characters that a quotation may have; fewer say nothing, more are not read in passing."""

MOST_SENTENCES = 3
LEAST_CHINESE = 0.6  # share of a quotation's characters; below it stand tables, addresses and formulas

_STATED = re.compile(f"[{STATED}][{CLOSING}》]*$")
_MISPLACED = re.compile(r"[“‘「『《（(][、，。；：！？”’」』》）]|[，、；：][”’」』》）]")


@dataclass(frozen=True, slots=True)
class Quotable:
    """An excerpt that can stand alone, and in words why it can."""

    excerpt: Excerpt
    reasons: tuple[str, ...]


def balanced(text: str) -> bool:
    """Return whether every quotation mark, title mark and bracket closes in order, and none stands misplaced."""
    waiting: list[str] = []
    for char in text:
        if char in PAIRS:
            if PAIRS[char] in waiting and char in "“‘":
                return False
            waiting.append(PAIRS[char])
        elif char in PAIRS.values() and (not waiting or waiting.pop() != char):
            return False
    return not waiting and text.count('"') % 2 == 0 and not _MISPLACED.search(text)


def _of_chinese(text: str) -> bool:
    return sum(map(is_han, text)) >= LEAST_CHINESE * len(text)


RULES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    (f"{SHORTEST} to {LONGEST} characters", lambda text: SHORTEST <= len(text) <= LONGEST),
    ("opens without leaning on what stands before it", lambda text: not LEANING.match(text)),
    ("ends as a statement", lambda text: bool(_STATED.search(text))),
    ("quotes and brackets are balanced", balanced),
    ("points at nothing outside itself", lambda text: not (OUTSIDE.search(text) or points_back(text))),
    ("no formula of law or office, no sanction and no label", lambda text: not is_formula(text)),
    (
        f"no row of figures: at most one for {A_FIGURE} characters, and {MOST_FIGURES} in all",
        lambda text: not is_figures(text),
    ),
    ("running Chinese text", lambda text: "\n" not in text and "\t" not in text and _of_chinese(text)),
)
"""What a quotation must be, in the words that `quote --explain` prints, each with its test."""


def faults(text: str) -> tuple[str, ...]:
    """Return the rules that `text` breaks, none where it can stand alone."""
    return tuple(says for says, holds in RULES if not holds(text))


def stands(text: str) -> bool:
    """Return whether `text` breaks no rule; the first that it breaks ends the look."""
    return all(holds(text) for _, holds in RULES)


def quotable(section: Section) -> tuple[Quotable, ...]:
    """Return the quotations of a section, in order: runs of one to three whole sentences that break no rule.

    Each is the shortest run that breaks none, with the next sentence where that leans on it (为此…). The run-in head is
    in none; a sentence with an exception behind it is quoted together with that or not at all.
    """
    spans = [span for span in quotable_sentences(section.text) if span[0] >= section.run_in]
    return tuple(_quoted(section.text, taken) for taken in _chosen(section.text, spans))


def _chosen(text: str, spans: list[Span]) -> Iterator[list[Span]]:
    """Yield runs of neighbouring sentences that can stand alone."""
    first = 0
    while first < len(spans):
        size = _size(text, spans, first)
        if size:
            yield spans[first : first + size]
        first += size or 1


def _size(text: str, spans: list[Span], first: int) -> int:
    """Return how many sentences the quotation has that begins at `first`; 0 where none begins there."""
    shortest = 0
    for size in range(1, min(MOST_SENTENCES, len(spans) - first) + 1):
        if _stands(text, spans, first, size):
            shortest = shortest or size
            if not _is_leaning(text, spans, first + size):
                return size
    return shortest


def _stands(text: str, spans: list[Span], first: int, size: int) -> bool:
    """Return whether the sentences from `first` on can be quoted without the ones round them."""
    after = spans[first + size][0] if first + size < len(spans) else len(text)
    items = (ITEM.match(text, start) for start, _ in spans[first + 1 : first + size])
    if LIMITING.match(text, after) or any(items):
        return False
    return stands(text[spans[first][0] : spans[first + size - 1][1]])


def _is_leaning(text: str, spans: list[Span], at: int) -> bool:
    return at < len(spans) and bool(LEANING.match(text, spans[at][0]))


def _quoted(text: str, taken: list[Span]) -> Quotable:
    """Return the excerpt of a run of sentences, with the reasons why it qualified."""
    start, end = taken[0][0], taken[-1][1]
    count = "1 whole sentence" if len(taken) == 1 else f"{len(taken)} whole sentences"
    length = f"{end - start} characters ({SHORTEST} to {LONGEST})"
    others = tuple(says for says, _ in RULES[1:])
    return Quotable(Excerpt(text[start:end], start, end), (count, length, *others))
