"""A quotation as it was given: what is laid aside in it, and the pieces between its ellipses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.checking.folding import Folded, fold, trimmed
from corpus.text.expressions import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corpus.vocabulary import Span

_PAGE = re.compile(
    r"^[ \t\u3000]*+(?:[-—–]++ *+\d{1,4} *+[-—–]+|第? *+\d{1,4} *+页(?: *+[,，]?+ *+共 *+\d{1,4} *+页)?"
    r"|\d{1,4}(?: */ *\d{1,4})?)[ \t\u3000]*$",
    re.MULTILINE,
)
_NOTE = re.compile(r"[\[［〔【]\^?注?\d{1,3}[\]］〕】]|\[\^\w{1,9}\]|[①-⑳㉑-㊿❶-❿]|[⁰¹²³⁴-⁹]+")
_EMPHASIS = re.compile(r"\*{1,3}|__|~~|==")
_SQUARE = re.compile(r"[\[［〔【][^\[\]［］〔〕【】\n]{1,60}[\]］〕】]")
_ROUND = re.compile(r"[（(][^（）()\n]{1,60}[）)]")
_QUOTER = pattern("checking", "quoter")
_ELLIPSIS = re.compile(
    r"[\[［〔【(（]\s*(?:…+|⋯+|\.{3,}|[中下前后以]{0,2}略)\s*[\]］〕】)）]|…+|⋯+|\.{3,}|。{3,}"
)
_BESIDE = 4  # characters to each side by which it is told whether a mark stands in the source too


@dataclass(frozen=True, slots=True)
class Given:
    """A quotation folded: whole, and piece by piece where it is elided; `inserted` says that words were put in."""

    whole: Folded
    pieces: tuple[Span, ...]
    inserted: bool

    @property
    def words(self) -> str:
        """The folded words without the marks at both ends that count for nothing."""
        start, end = self.bounds
        return self.whole.text[start:end]

    @property
    def bounds(self) -> Span:
        """Where those words stand in the whole."""
        return trimmed(self.whole.text)

    def piece(self, at: int) -> str:
        """Return the folded words of one piece."""
        start, end = self.pieces[at]
        return self.whole.text[start:end]


def read(quote: str, stands: Callable[[str], bool]) -> Given:
    """Read a quotation; `stands` tells whether folded words stand in the library: such marks are the source's own."""
    aside: list[Span] = []
    inserted = False
    for start, end, by_quoter in _asides(quote):
        if aside and start < aside[-1][1]:
            continue
        around = quote[max(0, start - _BESIDE) : start] + quote[start:end] + quote[end : end + _BESIDE]
        left, right = trimmed(fold(around).text)
        said = fold(around).text[left:right]
        if said and len(said) > len(fold(quote[start:end]).text) and stands(said):
            continue
        aside.append((start, end))
        inserted = inserted or by_quoter
    whole = fold(quote, tuple(aside))
    if not whole.text.strip():
        whole, inserted = fold(quote), False
    return Given(whole, tuple(_pieces(quote, whole)), inserted)


def _asides(quote: str) -> list[tuple[int, int, bool]]:
    """Return the stretches that may have to be laid aside, in order; True for words that the quoter put in."""
    found = [(*one.span(), False) for one in _PAGE.finditer(quote) if one[0] != quote]
    found += [(*one.span(), False) for one in _NOTE.finditer(quote)]
    found += [(*one.span(), False) for one in _EMPHASIS.finditer(quote)]
    marks = [one for one in _SQUARE.finditer(quote) if not _ELLIPSIS.fullmatch(one[0])]
    found += [(*one.span(), True) for one in marks if not _NOTE.fullmatch(one[0])]
    found += [(*one.span(), True) for one in _ROUND.finditer(quote) if _QUOTER.search(one[0])]
    return sorted(found)


def _pieces(quote: str, whole: Folded) -> Iterator[Span]:
    """Yield the folded bounds of the pieces between ellipses; one piece where nothing is elided."""
    bounds, last = [], 0
    for found in _ELLIPSIS.finditer(quote):
        bounds.append((whole.place(last), whole.place(found.start())))
        last = found.end()
    bounds.append((whole.place(last), len(whole.text)))
    for start, end in bounds:
        left, right = trimmed(whole.text[start:end])
        if left < right:
            yield start + left, start + right
