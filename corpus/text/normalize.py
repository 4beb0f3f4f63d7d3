"""The two normal forms that every room compares texts in, with a map back to the source."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, overload

from corpus.radicals import unified
from corpus.text.tables import traditional

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.vocabulary import Span

QUOTES = frozenset("\"'`´‘’‚‛“”„‟‹›«»「」『』〝〞〟﹁﹂﹃﹄《》〈〉＂＇")  # noqa: RUF001 - look-alikes are the point
KEPT_SYMBOLS = frozenset("+%")  # 1+N and 5% are not 1N and 5


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """A text in a normal form; `offsets[i]` is where its i-th character stands in the source."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Return where normalized characters `start` to `end` (not empty) stand in the source."""
        return self.offsets[start], self.offsets[end - 1] + 1


class _Table(dict[int, str]):
    """What each code point becomes; worked out when first met.

    `gone` and `longer` are the characters met so far that become nothing, and more than one character.
    """

    def __init__(self, *, letters_only: bool) -> None:
        super().__init__()
        self._letters_only = letters_only
        self.gone: set[str] = set()
        self.longer: set[str] = set()

    def __missing__(self, code: int) -> str:
        kept = "".join(char for char in _normal(chr(code)) if not self._letters_only or _is_letter(char))
        if len(kept) != 1:
            (self.longer if kept else self.gone).add(chr(code))
        self[code] = kept
        return kept


def _normal(char: str) -> str:
    """One character in its normal form: simplified, half width, lower case, no radical; "" for spaces and quotes."""
    if char in QUOTES:
        return ""
    pairs = traditional()
    written = unicodedata.normalize("NFKC", unified(char)).casefold()
    return "".join(pairs.get(one, one) for one in written if one not in QUOTES and not _is_blank(one))


def _is_blank(char: str) -> bool:
    """White space, and marks that nobody sees (zero width, soft hyphen, variation selectors)."""
    return char.isspace() or unicodedata.category(char) in {"Cc", "Cf", "Mn", "Me"}


def _is_letter(char: str) -> bool:
    return char.isalnum() or char in KEPT_SYMBOLS


@cache
def _table(*, letters_only: bool) -> _Table:
    return _Table(letters_only=letters_only)


def normalize(text: str) -> str:
    """Return a text in its first normal form: width, script and case folded, no spaces, no quotation marks.

    `normalize("“Ａ級” 景区，")` is "a级景区，". Where the map back to the source is not needed it is many times
    faster than `normalize_with_offsets`.
    """
    return text.translate(_table(letters_only=False))


def normalize_letters(text: str) -> str:
    """Return a text in its second normal form: as `normalize`, and letters, digits, + and % only.

    `normalize_letters("“Ａ級” 景区，")` is "a级景区".
    """
    return text.translate(_table(letters_only=True))


def normalize_with_offsets(text: str) -> NormalizedText:
    """Return `normalize(text)` with the place in the source of each of its characters."""
    return _folded(text, _table(letters_only=False))


def normalize_letters_with_offsets(text: str) -> NormalizedText:
    """Return `normalize_letters(text)` with the place in the source of each of its characters."""
    return _folded(text, _table(letters_only=True))


def _folded(text: str, table: _Table) -> NormalizedText:
    folded = text.translate(table)
    return NormalizedText(folded, _Offsets(text, len(folded), table))


def occurrences(text: str, piece: str) -> Iterator[int]:
    """Yield where a piece stands in a text, one place after another; they may overlap."""
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)


class _Offsets(Sequence[int]):
    """Where the characters of a folded text stand in its source.

    Worked out when first asked for, and then from the few characters alone that vanish or grow: those of a
    long text cost more than all else.
    """

    def __init__(self, text: str, length: int, table: _Table) -> None:
        self._text, self._length, self._table = text, length, table

    @cached_property
    def _odd(self) -> tuple[list[int], list[Span]]:
        """Return where those characters begin in the folded text, and their place in the source and new width."""
        table, chars = self._table, set(self._text)
        odd = (chars & table.gone) | (chars & table.longer)
        places = sorted((at, len(table[ord(char)])) for char in odd for at in occurrences(self._text, char))
        moved = accumulate((width - 1 for _, width in places), initial=0)
        return [at + by for (at, _), by in zip(places, moved, strict=False)], places

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> list[int]: ...
    def __getitem__(self, at: int | slice) -> int | list[int]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(self._length))]
        if not 0 <= at < self._length:
            at = range(self._length)[at]  # from the end, or an IndexError
        starts, places = self._odd
        before = bisect_right(starts, at) - 1
        if before < 0:
            return at
        place, width = places[before]
        inside = at - starts[before]
        return place if inside < width else place + 1 + inside - width
