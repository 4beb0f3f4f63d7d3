"""The folding N of the contract: two texts are the same words where their foldings are equal."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from corpus.radicals import unified
from corpus.text.tables import traditional

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corpus.vocabulary import Span

QUOTES = "\"'`´‘’‚‛“”„‟‹›«»「」『』〝〞〟﹁﹂﹃﹄＂＇"  # noqa: RUF001 - look-alikes are the point
SHAPES = {
    "—": "-\u2010\u2011\u2012–—\u2015−─━\u2e3a\ufe58",
    "…": "…⋯",
    "·": "·•・‧∙⋅･●",
    "~": "~\u223c〜～∽",
    "[": "[〔【〖",
    "]": "]〕】〗",
    "《": "《〈\u2329",
    "》": "》〉\u232a",
    "着": "著",
}
"""What is written in one of these shapes is the same mark."""
UNTOUCHED = {"簷": "簷", "潀": "潀", "痺": "痺", "睪": "睪", "顎": "颚", "薴": "苧", "鯰": "鲶"}
"""Where the search's table of variants goes further than OpenCC's t2s: what t2s makes of them."""
ENDS = "。,;、:…—."
"""Folded marks that count for nothing at both ends of a quotation."""
_RUNS = re.compile(r"([—…])\1+")
_SOFT = frozenset({"Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"})


@dataclass(frozen=True)
class Folded:
    """A text folded by N; `places[i]` is where its i-th character stands in the source."""

    source: str
    text: str
    skipped: tuple[Span, ...] = ()

    @cached_property
    def places(self) -> Sequence[int]:
        """Work out the places when first asked for: a library has many texts and a quotation meets few."""
        table, found, last = _table(), array("q"), ""
        skips = dict(self.skipped)
        odd = {one for one in set(self.source) if len(table[ord(one)]) != 1 or table[ord(one)] in "—…"}
        odd.update(self.source[start] for start in skips)
        stops = re.compile(f"[{re.escape(''.join(odd))}]") if odd else None
        at, length = 0, len(self.source)
        while at < length:
            met = stops.search(self.source, at) if stops else None
            stop = met.start() if met else length
            found.extend(range(at, stop))
            last = "" if stop > at else last
            at = skips.get(stop, stop + 1)
            if at > stop + 1 or stop in skips or stop == length:
                continue
            for one in table[ord(self.source[stop])]:
                if not (one == last and one in "—…"):
                    found.append(stop)
                last = one
        return found

    def span(self, start: int, end: int) -> Span:
        """Return where folded characters `start` to `end` stand in the source; an empty span is a place."""
        if start >= end:
            at = self.places[start] if start < len(self.text) else len(self.source)
            return at, at
        return self.places[start], self.places[end - 1] + 1

    def place(self, at: int) -> int:
        """Return the first folded character that stands at a place of the source, or behind it."""
        return bisect_left(self.places, at)


class _FoldingTable(dict[int, str]):
    """What each code point becomes; worked out when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = _folded(chr(code))
        return self[code]


@cache
def _shapes() -> dict[str, str]:
    return {shape: one for one, shapes in SHAPES.items() for shape in shapes}


def _folded(char: str) -> str:
    shapes, pairs = _shapes(), traditional()
    if char in QUOTES:
        return ""
    if char in shapes:
        return shapes[char]
    written = unicodedata.normalize("NFKC", unified(char)).casefold()
    kept = (one for one in written if one not in QUOTES and unicodedata.category(one) not in _SOFT)
    plain = (UNTOUCHED.get(one, pairs.get(one, one)) for one in kept)
    return "".join(shapes.get(one, one) for one in plain)


@cache
def _table() -> _FoldingTable:
    return _FoldingTable()


def fold(text: str, skipped: tuple[Span, ...] = ()) -> Folded:
    """Return a text folded by N, without the stretches that are `skipped`."""
    left, kept = 0, []
    for start, end in skipped:
        kept.append(text[left:start])
        left = end
    kept.append(text[left:])
    return Folded(text, _RUNS.sub(r"\1", "".join(kept).translate(_table())), skipped)


def trimmed(folded: str) -> Span:
    """Return the bounds of a folded text without the marks at both ends that count for nothing."""
    end = len(folded.rstrip(ENDS))
    return min(len(folded) - len(folded.lstrip(ENDS)), end), end
