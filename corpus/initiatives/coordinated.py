"""Names that share a head or a form with their neighbours (甬江、G60 等创新走廊; 大湾区、大花园)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.initiatives.lists import head_pattern, heads
from corpus.initiatives.noun_phrases import phrase, stops, verb_kind
from corpus.initiatives.sightings import Sighting
from corpus.text.expressions import any_of
from corpus.text.han import HAN, is_han
from corpus.text.words import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

_GREAT = rf"大[{HAN}]{{1,3}}{any_of('name_forms', 'series')}"
_SERIES = re.compile(f"(?:{_GREAT}、){{2,}}{_GREAT}")
"""Three and more of one making, side by side; two alone are as often plain words."""
_LISTED = rf"[{HAN}A-Za-z0-9·—、]"
_LIST = re.compile(rf"(?<!{_LISTED}){_LISTED}*+\s?\Z")
_JOINT = re.compile("[、和及]")
_WINDOW = 60
_LONGEST_ITEM = 8


def listed(text: str) -> Iterator[Sighting]:
    """Yield the members of a series of one making (大湾区、大花园、大通道、大都市区)."""
    for match in _SERIES.finditer(text):
        at = match.start()
        for name in match.group().split("、"):
            yield Sighting(name, at, at + len(name))
            at += len(name) + 1


def completed(text: str) -> Iterator[Sighting]:
    """Yield the names of a list whose head is written once, at its end (…、G60 等创新走廊)."""
    for match in head_pattern().finditer(text):
        head = heads()[match.group()]
        found = phrase(text, match.start(), match.end()) if "place" in head.kinds else None
        if found is not None and found.before == "等":
            yield from _with_head(text, found.start - 1, found.text, match.end())


def _with_head(text: str, until: int, shared: str, end: int) -> Iterator[Sighting]:
    match = _LIST.search(text, max(0, until - _WINDOW), until)
    items = _JOINT.split(match.group().rstrip()) if match else []
    if len(items) < 2 or not match:
        return
    items[0] = _without_verbs(items[0])
    if any(not 1 < len(item) <= _LONGEST_ITEM or item.endswith(tuple(heads())) for item in items):
        return
    at = match.start() + len(match.group().rstrip()) - len("、".join(items))
    for item in items:
        alone = item if any(map(is_han, item)) else text[at:end]  # G60 by itself is a motorway
        yield Sighting(item + shared, at, at + len(alone), aliases=(alone,))
        at += len(item) + 1


def _without_verbs(item: str) -> str:
    """Return what stands after the last verb or function word of the first item."""
    words = cut(item)
    last = max((k for k, word in enumerate(words) if stops(word) or verb_kind(word)), default=-1)
    return "".join(words[last + 1 :])
