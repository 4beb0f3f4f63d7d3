"""Names that share a head or a form with their neighbours (甬江、G60 等创新走廊; 大湾区、大花园)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.initiatives.lists import HARD, head_pattern, heads, modifiers
from corpus.initiatives.noun_phrases import phrase, stops, verb_kind
from corpus.initiatives.repeated import repeated
from corpus.initiatives.sightings import Sighting
from corpus.initiatives.titled import could_be_a_name
from corpus.text.expressions import any_of
from corpus.text.han import HAN, is_han
from corpus.text.words import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_GREAT = rf"大[{HAN}]{{1,3}}{any_of('name_forms', 'series')}"
_SERIES = re.compile(f"(?:{_GREAT}、){{2,}}{_GREAT}")
"""Three and more of one making, side by side; two alone are as often plain words."""
_LISTED = rf"[{HAN}A-Za-z0-9·—、]"
_LIST = re.compile(rf"(?<!{_LISTED}){_LISTED}*+\s?\Z")
_JOINT = re.compile("[、和及]")
_SUM = re.compile(rf"([\u4e00-\u9fff、]{{6,60}})等{any_of('name_forms', 'sums up')}")
_WINDOW = 60
_LEAST_MEMBER = 4
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


def summed_up(texts: Sequence[str]) -> Iterator[Sighting]:
    """Yield the members of a list that 等机制 or 等战略 sums up, where an article repeats them with free sides.

    依托东西部扶贫协作和对口支援等机制 alone may list anything; what is also said elsewhere goes by that name.
    """
    members = dict.fromkeys(item for text in texts for item in _summed_up(text))
    if members:
        found = repeated(text for text in texts if any(item in text for item in members))
        yield from (Sighting(item, 0, len(item)) for item in members if item in found)


def _summed_up(text: str) -> Iterator[str]:
    for match in _SUM.finditer(text):
        words = cut(match.group(1))
        last = max((k for k, word in enumerate(words) if verb_kind(word) in HARD), default=-1)
        items = _JOINT.split("".join(words[last + 1 :]))
        if len(items) > 1:
            yield from (item for item in items if _is_whole(item))


def _is_whole(item: str) -> bool:
    """Return whether a member of a list is a name of several words and not a plain description."""
    words = cut(item)
    plain = all(word in modifiers("generic") for word in words)
    return len(item) >= _LEAST_MEMBER and len(words) > 1 and not plain and could_be_a_name(words, item)


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
