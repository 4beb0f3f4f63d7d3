"""Unquoted names known by their form: a phrase that ends in a head (计划, 走廊) and the company it keeps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.initiatives.lists import Head, head_pattern, heads, modifiers, regions
from corpus.initiatives.noun_phrases import Phrase, phrase, whole
from corpus.initiatives.sightings import Sighting
from corpus.text.expressions import pattern
from corpus.text.tables import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

_GROWN = pattern("name_forms", "grown")

_LEAST_MODIFIER, _LONG = 2, 6
_BOUNDS = frozenset('“”"「『《')
_CLOSERS, _JOINTS = frozenset("”」』"), frozenset("、和与及")
_BOAST = pattern("name_forms", "boast")


def formed(text: str) -> Iterator[Sighting]:
    """Yield the names that a text holds by their form, in order."""
    for start, end, head in _heads(text):
        if _GROWN.match(text, end):
            continue
        found = phrase(text, start, end)
        if found is not None and _is_name(found, head):
            short = found.text
            name = whole(found) if head.joins else short
            aliases = () if name == short else (short,)
            sure = _is_sure(found, head) or _is_example(text, end, head)
            yield Sighting(
                name, end - len(name), end, sure=sure, again=_may_recur(found, head), aliases=aliases
            )


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


def _is_name(found: Phrase, head: Head) -> bool:
    parts = _modifiers(found, head)
    opened = parts[0] in regions()
    if len("".join(parts).strip()) < _LEAST_MODIFIER or _BOAST.search(found.text):
        return False
    if found.before in listed("stop_words.tsv", "describer") and not (
        found.before == "的" and (opened or "again" in head.kinds)
    ):
        return False
    if "organ" in head.kinds and parts[0] == "国务院":
        return False
    if "own" in head.kinds or (head.joins and whole(found) != found.text):
        return True
    if all(part in modifiers("generic") or part in regions() for part in parts):
        by_region = opened and not head.kinds.isdisjoint({"body", "scheme", "proper"})
        least = 1 if opened and "call" in head.kinds else _LEAST_MODIFIER
        return len(parts) > least and (by_region or _is_specific(found, parts, head))
    return "body" not in head.kinds or opened


def _is_specific(found: Phrase, parts: list[str], head: Head) -> bool:
    """Return whether plain words together name a programme that is carried out (实施开发区创新提升工程)."""
    carried = not head.kinds.isdisjoint({"programme", "proper"}) and found.verb_kind == "carry"
    return carried and not any(part in modifiers("vague") for part in parts)


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
    """Return whether this place alone shows a name."""
    if not head.kinds.isdisjoint({"own", "body"}):
        return True
    if "proper" in head.kinds:
        return found.verb_kind != "make" or found.words[0] in modifiers("opener")
    if "programme" in head.kinds:
        return (
            found.verb_kind in {"carry", "use", "inner"}
            or found.before in _BOUNDS
            or _is_listed_with_quoted(found)
        )
    return "scheme" in head.kinds and found.verb_kind == "carry"


def _is_example(text: str, end: int, head: Head) -> bool:
    """Return whether a name stands in a list that its own head sums up (云栖小镇、基金小镇等特色小镇)."""
    ahead = re.compile(rf"(?:、[^，。；、]{{1,10}}{head.text})*等[^，。；、]{{0,6}}{head.text}")
    return "proper" in head.kinds and ahead.match(text, end) is not None


def _is_listed_with_quoted(found: Phrase) -> bool:
    """Return whether the list in which a programme stands begins with a quoted one (“百企千品”工程、凤凰计划)."""
    closer, head = (*found.left, "", "")[:2]
    return closer in _CLOSERS and head in heads() and found.before in _JOINTS


def _may_recur(found: Phrase, head: Head) -> bool:
    """Return whether several places together show a name; of programmes only where the name is long."""
    return "proper" in head.kinds or (
        not head.kinds.isdisjoint({"programme", "again"}) and len(found.text) >= _LONG
    )
