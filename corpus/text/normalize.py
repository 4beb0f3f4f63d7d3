"""The folded text that matching works on, with a map back to the text it was folded from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, overload
from unicodedata import category, normalize

from corpus.radicals import unified
from corpus.text.tables import traditional

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.vocabulary import Span

QUOTES = frozenset("\"'`´‘’‚‛“”„‟‹›«»「」『』〝〞〟﹁﹂﹃﹄《》〈〉＂＇")  # noqa: RUF001 - look-alikes are the point
KEPT_SYMBOLS = frozenset("+%")  # 1+N and 5% are not 1N and 5


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `offsets[i]` is where its i-th character stands in the source."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """Return where folded characters `start` to `end` (not empty) stand in the source."""
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
        kept = "".join(char for char in _plain(chr(code)) if not self._letters_only or _is_letter(char))
        if len(kept) != 1:
            (self.longer if kept else self.gone).add(chr(code))
        self[code] = kept
        return kept


def _plain(char: str) -> str:
    """One character in its plain form: simplified, half width, lower case, no radical; "" for spaces and quotes."""
    if char in QUOTES:
        return ""
    pairs = traditional()
    written = normalize("NFKC", unified(char)).casefold()
    return "".join(pairs.get(one, one) for one in written if one not in QUOTES and not _is_blank(one))


def _is_blank(char: str) -> bool:
    """White space, and marks that nobody sees (zero width, soft hyphen, variation selectors)."""
    return char.isspace() or category(char) in {"Cc", "Cf", "Mn", "Me"}


def _is_letter(char: str) -> bool:
    return char.isalnum() or char in KEPT_SYMBOLS


@cache
def _table(*, letters_only: bool) -> _Table:
    return _Table(letters_only=letters_only)


def plain(text: str) -> str:
    """Fold a text where no map back is needed: `fold(text).text`, many times faster."""
    return text.translate(_table(letters_only=False))


def skeleton(text: str) -> str:
    """Fold a text and leave out its punctuation: letters, digits, + and % only; `bones(text).text`."""
    return text.translate(_table(letters_only=True))


def fold(text: str) -> Folded:
    """Fold width, script, case, quotes and spaces; other punctuation stays."""
    return _folded(text, _table(letters_only=False))


def bones(text: str) -> Folded:
    """Fold as `fold` does and leave out all punctuation too."""
    return _folded(text, _table(letters_only=True))


def _folded(text: str, table: _Table) -> Folded:
    folded = text.translate(table)
    return Folded(folded, _Offsets(text, len(folded), table))


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
