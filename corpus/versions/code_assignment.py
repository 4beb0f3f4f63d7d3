"""Gives each section of a new version its permanent code: the stored one, the one it came with, or a new one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.versions.codes import mint, normal

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from corpus.versions.planning import PlannedSection
    from corpus.vocabulary import Section

    InUse = Callable[
        [Sequence[str]], Collection[str]
    ]  # returns those of some codes that sections have, or had


def assign(planned: Sequence[PlannedSection], given: Sequence[str], in_use: InUse) -> list[Section]:
    """Return the sections with their codes, unique in the store.

    `given` are the codes that came with the document, one a section, empty where there is none.
    """
    given = given if len(given) == len(planned) else [""] * len(planned)
    times = _occurrences([one.section for one in planned])
    wanted = [_wanted(*each) for each in zip(planned, times, given, strict=True)]
    fresh = [code for code, one in zip(wanted, planned, strict=True) if not one.stored]
    taken = {*in_use(fresh), *(one.stored.section.code for one in planned if one.stored)}
    done = []
    for code, one in zip(wanted, planned, strict=True):
        unique = code if one.stored else _unused(code, one.section, taken, in_use)
        taken.add(unique)
        done.append(replace(one.section, code=unique))
    return done


def trusted(given: Sequence[str], in_others: InUse) -> tuple[str, ...]:
    """Return the codes that came with a document in their normal form, empty where one cannot be believed.

    It is no code, or one that `in_others` knows in another article.
    """
    codes = [normal(code) or "" for code in given]
    elsewhere = in_others(codes)
    return tuple("" if code in elsewhere else code for code in codes)


def _occurrences(sections: Sequence[Section]) -> list[int]:
    """Count for each section how often its text has stood so far; a lead counts behind the paragraphs.

    So a paragraph that says the same as the lead has the code that it would have without one.
    """
    seen: Counter[str] = Counter()
    found = [0] * len(sections)
    for at in sorted(range(len(sections)), key=lambda at: sections[at].is_lead):
        seen[sections[at].text] += 1
        found[at] = seen[sections[at].text]
    return found


def _wanted(planned: PlannedSection, occurrence: int, given: str) -> str:
    """Return the code that a section has or should get."""
    if planned.stored:
        return planned.stored.section.code
    return normal(given) or mint(planned.section.article, planned.section.text, occurrence)


def _unused(code: str, section: Section, taken: Collection[str], in_use: InUse) -> str:
    """Return the code that is wanted, or the first salted one that no section has."""
    salt = 0
    while code in taken or (salt and in_use([code])):
        salt += 1
        code = mint(section.article, section.text, salt=salt)
    return code
