"""How wide text is on a page of fixed columns, and how much of it cannot be broken at its start."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal

from corpus.text.han import HAN

WidthModel = Literal["wide", "narrow", "count"]
"""Ambiguous characters (“ ” … —) count two columns, one column; or every character counts one."""

MODELS: tuple[WidthModel, ...] = ("wide", "narrow", "count")

_WIDE = {"wide": "WFA", "narrow": "WF"}
CLOSERS = "，。、；：！？）》」』】\u3015〉”’…—·％,.;:!?)]}%"
"""Characters that may not begin a line (避头); printers let one of them hang over the margin."""
OPENERS = "（《「『【\u3014〈“‘([{"
"""Characters that may not end a line (避尾)."""
_IDEOGRAPHS = f"{HAN}\uf900-\ufaff〇"  # a page sets those that are not unified, and 〇, as the others
_IS_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
_LATIN = re.compile(rf"[^\s{_IDEOGRAPHS}，。、；：！？（）《》「」『』【】\u3014\u3015〈〉“”‘’…—]+")


def is_ideograph(character: str) -> bool:
    """Return whether a page sets the character as a Chinese one: 〇 and compatibility ideographs too."""
    return _IS_IDEOGRAPH.match(character) is not None


class _Columns(dict[str, int]):
    """How many columns each character takes; worked out when first met."""

    def __init__(self, wide: str) -> None:
        super().__init__()
        self._wide = wide

    def __missing__(self, character: str) -> int:
        columns = self[character] = 2 if unicodedata.east_asian_width(character) in self._wide else 1
        return columns


@cache
def _columns(model: WidthModel) -> _Columns:
    return _Columns(_WIDE[model])


def width(text: str, model: WidthModel = "wide") -> int:
    """Return the columns that a text takes; a full-width character takes two (UAX #11)."""
    if model == "count":
        return len(text)
    return sum(map(_columns(model).__getitem__, text))


def head(text: str, *, hyphens: bool = False, glued: bool = True) -> tuple[str, str]:
    """Return the start of a text that no line break may divide, and the closing marks that cling to it.

    With `hyphens` a Latin word may be divided behind its hyphen; with `glued` no line is broken at a space
    beside a Chinese character, so that 了 DevOps 转 stays together.
    """
    end = _unit(text, 0, hyphens=hyphens)
    close = _closed(text, end)
    while glued and _holds(text, close):
        end = _unit(text, close + 1, hyphens=hyphens)
        close = _closed(text, end)
    return text[:end], text[end:close]


def _closed(text: str, end: int) -> int:
    while end < len(text) and text[end] in CLOSERS:
        end += 1
    return end


def _holds(text: str, place: int) -> bool:
    """Return whether a space stands here that parts no two Latin words."""
    return 0 < place < len(text) - 1 and text[place] == " " and not text[place - 1 : place + 2].isascii()


def _unit(text: str, start: int, *, hyphens: bool) -> int:
    """Return where the smallest piece that begins at `start` ends."""
    while start < len(text) - 1 and (
        text[start] in OPENERS or (text[start] == " " and text[start - 1] in OPENERS)
    ):
        start += 1
    word = _LATIN.match(text, start)
    if word:
        hyphen = text.find("-", start + 1, word.end() - 1)
        return hyphen + 1 if hyphens and hyphen > 0 else word.end()
    end = min(start + 1, len(text))
    while end < len(text) and text[end - 1] in "—…" and text[end] == text[end - 1]:
        end += 1
    return end
