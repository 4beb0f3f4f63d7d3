"""What was cut off round words that stand in a text, where that turns their meaning: by the flag that says what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.text.expressions import any_of

if TYPE_CHECKING:
    from corpus.checking.wordings import ArticleWording, Place

_CONTRAST, _BACK = any_of("checking", "contrast"), any_of("checking", "back")
_NEGATION = any_of("checking", "governs")
_BEHIND = re.compile(rf"[,;:]{_CONTRAST}|{_BACK}")
_NEXT = re.compile(rf"(?:{_CONTRAST}|[^,;。]{{0,30}}{_BACK})")
_CONDITION = re.compile(rf"{any_of('checking', 'condition')},$")
_NEGATED = re.compile(f"{_NEGATION}$")
_WEAKENED = re.compile(f"{any_of('checking', 'weakens')}$")
_OUGHT = re.compile(any_of("checking", "ought"))
_FORBIDS = any_of("checking", "forbids")
_LEAD = re.compile(
    rf"{_FORBIDS}[^。;:]{0, 80}(?:下列|以下)[^。;:]{0, 80}:|(?:下列|以下)[^。;:]{0, 80}{_FORBIDS}[^。;:]{0, 80}:"
)
_ITEM = re.compile(r"[(\[]?[一二三四五六七八九十\d]{1,3}[)\].、]")
_GAP = re.compile(rf"[,;:。]{_CONTRAST}|^{_CONTRAST}|{_BACK}|{any_of('checking', 'in gap')}")
_BREAK = ",;:。!?"


def cuts(place: Place) -> frozenset[str]:
    """Return the flags of what was cut off in front of and behind the words; none where the cut is harmless."""
    text = place.wording.folded.text
    return frozenset({*_in_front(place, text), *_behind(place, text), *_led(place, text)})


def _in_front(place: Place, text: str) -> set[str]:
    first, _ = place.wording.sentence(place.start)
    before, words = text[first : place.start], text[place.start : place.end]
    found = set()
    if before and before[-1] not in _BREAK and _OUGHT.match(words) and not _NEGATED.search(before):
        found.add("subject")
    if _NEGATED.search(before):
        found.add("negation")
    if _WEAKENED.search(before):
        found.add("strength")
    if _CONDITION.search(before) and _ends(place, text):
        found.add("limit")
    return found


def _ends(place: Place, text: str) -> bool:
    """Return whether the words go on to the end of their sentence."""
    _, last = place.wording.sentence(max(place.start, place.end - 1))
    return text[place.end : last].strip(";。,:!?") == ""


def _behind(place: Place, text: str) -> set[str]:
    _, last = place.wording.sentence(max(place.start, place.end - 1))
    if _BEHIND.search(text, place.end, last):
        return {"limit"}
    _, paragraph = place.wording.paragraph(max(place.start, place.end - 1))
    if last < paragraph and _NEXT.match(text, last, paragraph):
        return {"limit"}
    return set()


def _led(place: Place, text: str) -> set[str]:
    """Return the flag of a list's lead that forbids and was left out."""
    first, _ = place.wording.paragraph(place.start)
    if _LEAD.search(text, first, place.start):
        return {"limit"}
    at = first
    while at > 0 and _ITEM.match(text, at):
        at, _ = place.wording.paragraph(at - 1)
        if text[at:first].rstrip().endswith(":") or ":" in text[at:first][-2:]:
            break
    return {"limit"} if at < first and _forbids(place.wording, at) else set()


def _forbids(wording: ArticleWording, at: int) -> bool:
    start, end = wording.paragraph(at)
    return bool(_LEAD.search(wording.folded.text, start, end))


def hidden(gap: str) -> frozenset[str]:
    """Return the flags of what an ellipsis hides: a limit, or a negation right before what goes on."""
    found = {"limit"} if _GAP.search(gap) else set()
    return frozenset(found | ({"negation"} if _NEGATED.search(gap) else set()))
