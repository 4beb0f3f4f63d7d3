"""Names without a head, given away by being founded, by a brand (绿色) or by an acronym."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.initiatives.lists import HARD, modifiers
from corpus.initiatives.noun_phrases import stops, verb_kind
from corpus.initiatives.quoted import tail_of
from corpus.initiatives.sightings import Sighting
from corpus.text.han import HAN
from corpus.text.words import cut

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOUNDED = re.compile(rf"(?:创建|争创|申创)([{HAN}]{{3,10}}(?:、[{HAN}]{{3,10}})*)(?=[，。；（]|\Z)")
_BRANDED = re.compile(rf"((?:{'|'.join(modifiers('brand'))})[{HAN}]{{2,3}}?)(?=建设|创建)")
_PLUS = re.compile(r"\d\+[A-Z\d](?:\+[A-Z\d])*")
_ACRONYM = re.compile(rf"([{HAN}]{{4,16}})（([A-Z]{{3,6}})）")


def branded(text: str) -> Iterator[Sighting]:
    """Yield such names, in no order."""
    yield from _founded(text)
    for match in _BRANDED.finditer(text):
        if _is_brand(match.group(1)):
            yield Sighting(match.group(1), match.start(1), match.end(1))
    for match in _PLUS.finditer(text):
        tail = tail_of(text, match.end())
        yield Sighting(
            match.group(), match.start(), match.end(), aliases=(match.group() + tail,) if tail else ()
        )
    yield from _with_acronym(text)


def _is_brand(name: str) -> bool:
    parts = cut(name)
    return len(parts) > 1 and parts[-1] not in modifiers("generic") and _is_noun_phrase(name)


def _founded(text: str) -> Iterator[Sighting]:
    """Yield what is founded: 创建绿色商场, 创建国家卫生城市."""
    for match in _FOUNDED.finditer(text):
        at = match.start(1)
        for name in match.group(1).split("、"):
            if _is_noun_phrase(name):
                yield Sighting(name, at, at + len(name))
            at += len(name) + 1


def _is_noun_phrase(name: str) -> bool:
    parts = cut(name)
    plain = all(part in modifiers("generic") for part in parts)
    return (
        not plain
        and not any(stops(part) or verb_kind(part) for part in parts)
        and name not in modifiers("ordinary")
    )


def _with_acronym(text: str) -> Iterator[Sighting]:
    """Yield what is given with its acronym: 政府和社会资本合作（PPP）."""
    for match in _ACRONYM.finditer(text):
        parts = cut(match.group(1))
        first = max((k for k, part in enumerate(parts) if _parts(part)), default=-1)
        name = "".join(parts[first + 1 :])
        if len(name) >= 4 and name not in modifiers("ordinary"):
            yield Sighting(name, match.end(1) - len(name), match.end(1), aliases=(match.group(2),))


def _parts(word: str) -> bool:
    """Return whether a word ends what stands before a name; 和 may stand inside one."""
    return (stops(word) and word not in {"和", "与"}) or verb_kind(word) in HARD
