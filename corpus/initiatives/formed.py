"""Unquoted names known by their form: a phrase that ends in a head (计划, 走廊) and the company it keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.initiatives.lists import Head, head_pattern, heads, words
from corpus.initiatives.phrases import Phrase, phrase
from corpus.initiatives.sightings import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAKEN_ON = frozenset("区市化性型者类级式圈链网线号站师学费")
"""A head before one of these is the beginning of another word (平台化, 示范区内 is not)."""

_LEAST_MODIFIER = 2
_BOUNDS = frozenset('“”"「『《、')


def formed(text: str) -> Iterator[Sighting]:
    """Yield the names that a text holds by their form, in order."""
    for start, end, head in _heads(text):
        if text[end : end + 1] in _TAKEN_ON:
            continue
        found = phrase(text, start, end)
        if found is None:
            continue
        named = _from_region(found, end)
        if _is_name(named, head):
            yield Sighting(named.text, named.start, end, sure=_is_sure(named, head))


def _heads(text: str) -> Iterator[tuple[int, int, Head]]:
    """Yield every head; of heads that run into each other (专项行动 + 计划) the last one counts, as one."""
    pattern = head_pattern()
    match = pattern.search(text)
    while match:
        start, end, head = match.start(), match.end(), match.group()
        follower = pattern.search(text, end)
        while follower and follower.start() == end:
            start, end, head = follower.start(), follower.end(), follower.group()
            follower = pattern.search(text, end)
        yield start, end, heads()[head]
        match = follower


def _from_region(found: Phrase, end: int) -> Phrase:
    """Let the name begin at its last 国家, 全国 or place, whatever stands before (温州国家自主创新示范区)."""
    openers = words("openers.txt")
    for at in range(len(found.words) - 2, 0, -1):
        if found.words[at] in openers:
            kept = found.words[at:]
            return Phrase(kept, end - len("".join(kept)), found.words[at - 1], found.verb, found.verb_kind)
    return found


def _is_name(found: Phrase, head: Head) -> bool:
    modifier = found.text[: -len(head.text)]
    if len(modifier.strip()) < _LEAST_MODIFIER or found.before in words("describers.txt"):
        return False
    parts = _modifiers(found, head)
    opened = parts[0] in words("regions.txt")
    if all(part in words("generic.txt") or part in words("regions.txt") for part in parts):
        return opened and head.kind in {"body", "scheme", "proper"} and len(parts) > _LEAST_MODIFIER
    return head.kind != "body" or opened


def _modifiers(found: Phrase, head: Head) -> list[str]:
    """Return the words before the head; a word that runs into the head is cut at it."""
    left = len(found.text) - len(head.text)
    parts = []
    for word in found.words:
        if left <= 0:
            break
        parts.append(word[:left])
        left -= len(word)
    return parts


def _is_sure(found: Phrase, head: Head) -> bool:
    """Tell whether this place alone shows a name."""
    if head.kind == "proper":
        return found.verb_kind != "make"
    if head.kind == "body":
        return True
    if head.kind == "programme":
        return found.verb_kind in {"carry", "inner"} or found.before in _BOUNDS
    return found.verb_kind == "carry"
