"""Names in titles: the plan that a 《…》 is, and the initiative that a paper is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.initiatives.formed import formed
from corpus.initiatives.sightings import Sighting

if TYPE_CHECKING:
    from collections.abc import Iterator

_TITLE = re.compile(r"[《〈]([^《》〈〉]{4,60})[》〉]")
_PLAN = re.compile(r"[^，。；]{2,}(?:方案|规划|计划|纲要|行动)\Z")
_ABOUT = re.compile(
    r"关于(?:印发|发布)?([^，。；]{4,40}?)的(?:若干|指导|实施|补充|工作|特别)*(?:意见|通知|决定|批复|报告|措施|建议|方案)\Z"
)
_NAMED = re.compile(r"(?:行动|计划|工程|战略|方案|规划|纲要|试点|倡议)\Z")


def titled(text: str) -> Iterator[Sighting]:
    """Yield the plans that a text cites by title, and the initiatives that cited papers are about."""
    for match in _TITLE.finditer(text):
        title, start = match.group(1), match.start(1)
        about = _ABOUT.search(title)
        if about and _NAMED.search(about.group(1)):
            yield from _subject(about.group(1), start + about.start(1))
        elif not about and _PLAN.fullmatch(title):
            yield Sighting(title, start, match.end(1))


def _subject(subject: str, start: int) -> Iterator[Sighting]:
    """Yield the name that is the subject of a paper (打赢脱贫攻坚战三年行动)."""
    found = [sighting for sighting in formed("实施" + subject) if sighting.end == len(subject) + 2]
    if found and not subject.endswith(("方案", "规划", "纲要")):
        yield Sighting(
            subject, start, start + len(subject), aliases=tuple(s.name for s in found if s.name != subject)
        )
    elif _PLAN.fullmatch(subject):
        yield Sighting(subject, start, start + len(subject))
