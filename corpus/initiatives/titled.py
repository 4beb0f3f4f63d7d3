"""Names in titles: the plan that a 《…》 is, and the initiative that a paper is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.initiatives.formed import formed
from corpus.initiatives.lists import modifiers
from corpus.initiatives.noun_phrases import stops, verb_kind
from corpus.initiatives.sightings import Sighting
from corpus.text.end_marks import FULL
from corpus.text.expressions import any_of
from corpus.text.words import cut

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TITLE = re.compile(r"[《〈]([^《》〈〉]{4,60})[》〉]")
_PLAN = re.compile(rf"[^，。；]{{2,}}{any_of('document_kinds', 'plan')}\Z")
_ABOUT = re.compile(
    r"关于(?:印发|发布)?([^，。；]{4,40}?)的(?:若干|指导|实施|补充|工作|特别)*"
    rf"{any_of('document_kinds', 'paper')}\Z"
)
_YEARS = re.compile(r"（[\d—－-]+年）\Z")
_SHORTEST, _LONGEST = 4, 12
_LONGEST_TITLE = 200
_GOVERNING = frozenset({"carry", "use", "make", "other", "soft"})
_NAMED = re.compile(rf"{any_of('document_kinds', 'matter')}\Z")
_CHARTED = re.compile(rf"{any_of('document_kinds', 'charted')}\Z")


def titled(text: str) -> Iterator[Sighting]:
    """Yield the plans that a text cites by title, and the initiatives that cited papers are about."""
    for match in _TITLE.finditer(text):
        title, start = match.group(1), match.start(1)
        bare = _YEARS.sub("", title)
        about = _ABOUT.search(title)
        if about and _NAMED.search(about.group(1)):
            yield from _subject(about.group(1), start + about.start(1))
        elif not about and _PLAN.fullmatch(bare):
            yield Sighting(bare, start, start + len(bare))


def _subject(subject: str, start: int) -> Iterator[Sighting]:
    """Yield the name that is the subject of a paper (打赢脱贫攻坚战三年行动)."""
    opening = next((word for word in cut(subject)[:1] if verb_kind(word) in {"carry", "make"}), "")
    subject, start = subject.removeprefix(opening), start + len(opening)
    found = [sighting for sighting in formed("实施" + subject) if sighting.end == len(subject) + 2]
    if found and not _CHARTED.search(subject):
        yield Sighting(
            subject, start, start + len(subject), aliases=tuple(s.name for s in found if s.name != subject)
        )
    elif _PLAN.fullmatch(subject):
        yield Sighting(subject, start, start + len(subject))


AGAIN = 5
"""Times that a part of the title must stand in the text to be what the paper is about."""


def topics(title: str, text: str) -> Iterator[Sighting]:
    """Yield what the title says the paper is about, if the text defines it (消费扶贫是…)."""
    for part in _parts(title[:_LONGEST_TITLE]):
        if text.count(part) >= AGAIN and re.search(
            rf"(?:^|[{FULL}])“?{re.escape(part)}”?是", text, re.MULTILINE
        ):
            yield Sighting(part, title.index(part), title.index(part) + len(part))


def _parts(title: str) -> Iterator[str]:
    """Yield the stretches of whole words of a title that could be names."""
    tokens = cut(title)
    for first in range(len(tokens)):
        for last in range(first + 1, min(len(tokens), first + 6)):
            inside = tokens[first : last + 1]
            part = "".join(inside)
            if _SHORTEST <= len(part) <= _LONGEST and could_be_a_name(inside, part):
                yield part


def could_be_a_name(tokens: Sequence[str], part: str) -> bool:
    """Return whether words make a noun phrase that may be a name: no verb, no description, no field in it."""
    if any(stops(token) or not token[0].isalnum() or verb_kind(token) in _GOVERNING for token in tokens):
        return False
    if tokens[-1] in modifiers("generic") or tokens[0] in modifiers("opener"):
        return False
    field = any(len(word) >= _SHORTEST and word in part for word in modifiers("ordinary"))
    return not field and not part.endswith(tuple(modifiers("descriptive")))
