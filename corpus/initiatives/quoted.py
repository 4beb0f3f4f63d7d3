"""Names in quotation marks (“数字工匠”), with what follows them (“放管服”改革)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.initiatives.lists import HARD, heads, known, modifiers
from corpus.initiatives.noun_phrases import stops, verb_kind
from corpus.initiatives.sightings import Sighting
from corpus.text.end_marks import PARTED
from corpus.text.expressions import any_of, pattern
from corpus.text.han import HAN
from corpus.text.words import cut, is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_ONE = 12
"""Characters in the longest quoted name of one piece; longer ones are citations."""
LONGEST_PIECE = 8
"""Characters in each piece of a name made of several (管好两端、规范中间、书证融通、办学多元)."""
LONGEST_TAIL = 10
UNLIKE = 2
"""Characters by which the pieces of a name of several may differ."""
_SHORTEST_COUNTING = 4
_OWN_MODIFIER = 4

_QUOTED = re.compile(r"[“「『]([^“”「」『』]{1,60})[”」』]|\"([^\"“”]{1,60})\"")
_FORBIDDEN = re.compile(rf"[{PARTED}：:《》（）()…]")
_SHORT_FOR = re.compile(rf"{any_of('name_forms', 'introduces')}[:：]?\Z")
_CITED = re.compile(rf"{any_of('name_forms', 'cites')}\Z")
_PIECES = re.compile(r"[、，,\s]")
_PREDICATE = re.compile(rf"\A[^一二三四五六七八九十两双多].*(?:{'|'.join(modifiers('predicate'))})\Z")
_TALLY = pattern("name_forms", "tally")
_TAIL = re.compile(rf"的?[{HAN}A-Za-z0-9+]{{1,16}}")


def quoted(text: str) -> Iterator[Sighting]:
    """Yield the names that stand in quotation marks, in order."""
    for match in _QUOTED.finditer(text):
        group = 1 if match.group(1) is not None else 2
        name, start, end = match.group(group), match.start(group), match.end(group)
        tail = tail_of(text, match.end())
        if _CITED.search(text[: match.start()]):
            continue  # a law's words, of which a court says what they mean
        if name == name.strip() and _is_name(name, tail):
            whole = text[match.start() : match.end()] + tail
            if _is_another(name, tail):
                yield Sighting(whole, match.start(), match.start() + len(whole))
            aliases = (whole,) if tail and not _is_another(name, tail) else ()
            sure = bool(tail) or not _is_clause(name)
            sure = sure and not _SHORT_FOR.search(text[: match.start()])
            yield Sighting(name, start, end, sure=sure, aliases=aliases)


def _is_another(name: str, tail: str) -> bool:
    """Return whether a standing name with its tail names something else (“一带一路”数字经济国际合作倡议)."""
    head = next((head for head in heads().values() if tail.endswith(head.text)), None)
    if (
        head is None
        or head.kinds.isdisjoint({"proper", "programme", "own"})
        or len(tail) < len(head.text) + _OWN_MODIFIER
    ):
        return False
    return tail not in modifiers("tail") and any(name in ways for ways in known())


def _is_name(name: str, tail: str) -> bool:
    if _PREDICATE.search(name) or _TALLY.fullmatch(name):
        return False
    if (
        _FORBIDDEN.search(name)
        or _PIECES.match(name)
        or _PIECES.match(name[-1])
        or name in modifiers("ordinary")
    ):
        return False
    if "+" in name or "＋" in name:
        return True
    pieces = [piece for piece in _PIECES.split(name) if piece]
    if not _fits(pieces) or not any(map(str.isalnum, name)):
        return False
    return bool(tail) or not (_is_plain_word(name) or _is_two_plain_things(name))


def _is_clause(name: str) -> bool:
    """Return whether a quotation is a sentence or a part of one: 生态是永恒的经济, or a list of unlike pieces."""
    pieces = [piece for piece in _PIECES.split(name) if piece]
    lengths = [len(piece) for piece in pieces]
    return max(lengths) - min(lengths) > UNLIKE or any(word in modifiers("clause") for word in cut(name))


def _fits(pieces: list[str]) -> bool:
    if len(pieces) == 1:
        return 1 < len(pieces[0]) <= LONGEST_ONE
    return all(len(piece) <= LONGEST_PIECE for piece in pieces)


def _is_plain_word(name: str) -> bool:
    """Return whether a name is an everyday word; a long one that counts (五位一体) is a 提法 that jieba has."""
    counts = len(name) >= _SHORTEST_COUNTING and any(char in "一二三四五六七八九十两双多" for char in name)
    return is_word(name) and not counts


def _is_two_plain_things(name: str) -> bool:
    """Return whether a name is two everyday words (管理与服务)."""
    parts = re.split(r"[与和及]", name)
    return len(parts) == 2 and all(is_word(part) for part in parts)


def tail_of(text: str, start: int) -> str:
    """Return what follows a quoted name, up to its last head or tail (改革, 精准扶贫行动)."""
    match = _TAIL.match(text, start)
    if match is None:
        return ""
    stretch = match.group()
    opening = "的" if stretch.startswith("的") else ""
    kept, best = opening, ""
    for word in cut(stretch[len(opening) :]):
        if stops(word) or verb_kind(word) in HARD or len(kept) + len(word) > LONGEST_TAIL:
            break
        kept += word
        if word in heads() or kept.endswith(tuple(modifiers("tail"))):
            best = kept
    return best
