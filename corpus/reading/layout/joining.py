"""Putting the lines of a block together: a space comes back only where the document itself would have one."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from corpus.reading.layout.columns import is_ideograph
from corpus.text.han import HAN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SPACE = " \u00a0\u3000\t"
_INNER = re.compile(r"(?<=[^A-Za-z0-9])(?:[A-Za-z]+|[0-9]+)(?=[^A-Za-z0-9])")
"""Words and numbers that stand whole inside a line."""
_PARTED = re.compile(f"[{HAN}]{{2}} [{HAN}]{{2}}")
_JOINT = re.compile(r"《[^《》]*中共中央(?:办公厅)?$")
"""Two bodies that issue together are parted by a space in a title: 《中共中央 国务院关于…》."""
_TAIL = re.compile(r"(?<![A-Za-z])[A-Za-z]++$|(?<![0-9])[0-9]++$")
_HEAD = re.compile(r"[A-Za-z]+|[0-9]+")
_MOST = 1_000_000
"""Characters of a text that are counted; the rest of a longer one is like them."""
_LONGEST_WORD = 60
_LONGEST_ACRONYM = 5
"""Capitals that are rather one word (APP) than two where nothing shows it."""
_THOUSANDS = re.compile(r"\d{3}(?!\d)")
_WORD = re.compile(r"[A-Za-z][0-9]*+$")
"""The end of a run of letters and digits with a letter in it."""
_WORD_AHEAD = re.compile(r"[0-9]*[A-Za-z]")
_DIVIDED_VOTE = 0.2
"""Share of the fewer votes from which a document is at odds with itself over a space."""


class Spacing:
    """Return whether a document sets a space between two kinds of characters, counted inside its lines.

    `divided` says that its lines are broken inside Latin words, None where nothing shows that they are or are not.
    """

    def __init__(self, lines: Iterable[str], *, divided: bool | None = False) -> None:
        self.divided = divided
        self._lines = lines
        self._counted = False
        self._with: Counter[tuple[str, str]] = Counter()
        self._without: Counter[tuple[str, str]] = Counter()
        self._words: set[str] = set()
        self._parted: set[str] = set()

    def _look(self) -> None:
        """Count the lines when it is first asked: a text with one line a paragraph never asks."""
        if self._counted:
            return
        self._counted = True
        left = _MOST
        for line in self._lines:
            self._count(line[:left])
            left -= len(line)
            if left <= 0:
                return

    def _count(self, line: str) -> None:
        self._words.update(word.group() for word in _INNER.finditer(line))
        self._parted.update(gap.group() for gap in _PARTED.finditer(line))
        for place in range(1, len(line)):
            before, after = line[place - 1], line[place]
            if after in _SPACE or (is_ideograph(before) and is_ideograph(after)):
                continue
            if before == "," and after.isdigit() and line[place - 2].isdigit():
                continue
            spaced = before in _SPACE and place > 1
            votes = self._with if spaced else self._without
            end = place - 1 if spaced else place
            near = line[max(end - _LONGEST_WORD, 0) : end], line[place : place + _LONGEST_WORD]
            for pair in _pairs(*near):
                votes[pair] += 1

    def between(self, before: str, after: str, *, full: bool = False, shown: bool = False) -> str:
        """Return the space, or nothing, that belongs between the text up to a line's end and the next line.

        `full` says that the line reaches the margin exactly, `shown` that the source has a space there.
        """
        self._look()
        kinds = _kind(before[-1]), _kind(after[0])
        if shown and "latin" in kinds and {*kinds} <= {"han", "latin"}:
            return " "
        if kinds == ("han", "han"):
            return " " if self._is_parted(before, after) else ""
        if kinds == ("latin", "latin"):
            whole = self.is_one_word(before, after, full=full)
            return " " if not whole and _words(before[-1], after[0]) else ""
        told = _told(before, after)
        if told is not None:
            return told
        yes, no = self._votes(before, after)
        if yes + no > 0:
            return " " if yes > no else ""
        return " " if _words(before[-1], after[0]) else ""

    def _votes(self, before: str, after: str) -> tuple[int, int]:
        """Return how often the document sets a space between such characters, and how often none."""
        for pair in _pairs(before, after):
            if self._with[pair] + self._without[pair] > 0:
                return self._with[pair], self._without[pair]
        return 0, 0

    def is_unsure(self, before: str, after: str) -> bool:
        """Return whether the document is at odds with itself over a space between Chinese and Latin characters."""
        self._look()
        if {_kind(before[-1]), _kind(after[0])} != {"han", "latin"}:
            return False
        yes, no = self._votes(before, after)
        return min(yes, no) > _DIVIDED_VOTE * (yes + no)

    def is_one_word(self, before: str, after: str, *, full: bool, guess: bool = True) -> bool | None:
        """Return whether a line was broken inside a Latin word or a number; None where nothing shows it.

        With `guess`, what other lines do counts too (`divided`).
        """
        self._look()
        tail, rest = _TAIL.search(before[-_LONGEST_WORD:]), _HEAD.match(after)
        if not tail or not rest:
            return False
        ends, opens, whole = tail.group(), rest.group(), tail.group() + rest.group()
        if whole in self._words and not (ends in self._words and opens in self._words):
            return True
        if not full or (ends in self._words and opens in self._words):
            return False
        if self.divided is None and not {ends, opens} & self._words and whole.isupper():
            return True if len(whole) <= _LONGEST_ACRONYM else None
        number = whole.isdigit() and not before[-len(ends) - 1 : -len(ends)].isalnum()
        return True if number else self.divided if guess or self.divided is False else None

    def are_words(self, before: str, after: str) -> bool:
        """Return whether a line ends in a Latin word or number, and the next one opens with one, both known."""
        self._look()
        tail, rest = _TAIL.search(before[-_LONGEST_WORD:]), _HEAD.match(after)
        return tail is not None and rest is not None and {tail.group(), rest.group()} <= self._words

    def _is_parted(self, before: str, after: str) -> bool:
        """Return whether the document itself, or custom, parts these Chinese words by a space."""
        return f"{before[-2:]} {after[:2]}" in self._parted or (
            after.startswith("国务院") and _JOINT.search(before) is not None
        )


def _told(before: str, after: str) -> str | None:
    """Return what goes before a mark or behind one where the text up to there tells it."""
    if after[0] == '"' and _kind(before[-1]) == "latin":
        return "" if before.count('"') % 2 else " "
    if before[-1] == "," and before[-2:-1].isdigit() and after[0].isdigit():
        return "" if _THOUSANDS.match(after) else " "
    return None


def _words(before: str, after: str) -> bool:
    """Return whether two characters end and begin words that Latin writing parts by a space."""
    return bool(re.match(r"[A-Za-z0-9,.;:!?)\]\"'%]", before)) and bool(
        re.match(r"[A-Za-z0-9(\[\"'#@&$]", after)
    )


def _pairs(before: str, after: str) -> Sequence[tuple[str, str]]:
    """Return what two texts that meet are like, the closest first: a mark, a word (G60) or a number (40)."""
    return _likenesses(_ends_in(before), _opens_with(after), _kind(before[-1]), _kind(after[0]))


@lru_cache(maxsize=4_096)
def _likenesses(before: str, after: str, *kinds: str) -> Sequence[tuple[str, str]]:
    return tuple(
        dict.fromkeys([(before, after), (before, kinds[1]), (kinds[0], after), (kinds[0], kinds[1])])
    )


def _ends_in(text: str) -> str:
    kind = _kind(text[-1])
    if kind != "latin":
        return kind
    return "word" if _WORD.search(text[-_LONGEST_WORD:]) else "number"


def _opens_with(text: str) -> str:
    kind = _kind(text[0])
    if kind != "latin":
        return kind
    return "word" if _WORD_AHEAD.match(text[:_LONGEST_WORD]) else "number"


def _kind(character: str) -> str:
    if is_ideograph(character):
        return "han"
    if (character.isascii() and character.isalnum()) or character.isalpha():
        return "latin"
    return character


def join(lines: Sequence[str], spacing: Spacing) -> str:
    """Join the lines of one block; no character but a space is ever added, none is taken away."""
    return joined(lines, spacing).text


class Joined(NamedTuple):
    """The text of a block, the offsets at which all its lines but the last end, and what is unsure, "" if nothing."""

    text: str
    ends: tuple[int, ...]
    doubt: str


def joined(
    lines: Sequence[str], spacing: Spacing, full: Sequence[bool] = (), shown: Sequence[bool] = ()
) -> Joined:
    """Join the lines of one block.

    `full` says of each whether it reaches the margin exactly, `shown` whether the source has a space behind it.
    """
    text, ends, doubt = lines[0], [], ""
    for place, line in enumerate(lines[1:]):
        reaches, told = place < len(full) and full[place], place < len(shown) and shown[place]
        ends.append(len(text))
        if not doubt and reaches and not told:
            doubt = _doubt(text, line, spacing)
        text += spacing.between(text, line, full=reaches, shown=told) + line
    return Joined(text, tuple(ends), doubt)


def _doubt(before: str, after: str, spacing: Spacing) -> str:
    """Return what nobody can see where a full line ends: a divided word, or a space."""
    if spacing.is_one_word(before, after, full=True, guess=False) is None:
        return "a Latin word may be divided at the end of a full line"
    return "a full line may hide a space at its end" if spacing.is_unsure(before, after) else ""
