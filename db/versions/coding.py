"""Gives each section of a new version its permanent code, unique in the store."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.reading.sections import is_lead
from corpus.versions.codes import mint, normal
from db.rows import batches, marks

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence

    from corpus.versions.planning import PlannedSection
    from corpus.vocabulary import Section


def coded(
    connection: sqlite3.Connection, planned: Sequence[PlannedSection], given: Sequence[str]
) -> list[Section]:
    """Return the sections with the code of the row they take over, the one they came with, or a new one."""
    given = given if len(given) == len(planned) else [""] * len(planned)
    times = _occurrences([one.section for one in planned])
    wishes = [_wish(*told) for told in zip(planned, times, given, strict=True)]
    fresh = [wish for wish, one in zip(wishes, planned, strict=True) if not one.stored]
    taken = _in_use(connection, fresh) | {one.stored.section.code for one in planned if one.stored}
    done = []
    for wish, one in zip(wishes, planned, strict=True):
        code = wish if one.stored else _free(connection, wish, one.section, taken)
        taken.add(code)
        done.append(replace(one.section, code=code))
    return done


def believed(connection: sqlite3.Connection, article: str, given: Sequence[str]) -> tuple[str, ...]:
    """Return the codes that came with a document, empty where one is none or a section of another article has it."""
    codes = [normal(code) or "" for code in given]
    elsewhere: set[str] = set()
    for batch in batches(codes):
        found = connection.execute(
            f"SELECT code FROM sections WHERE code IN ({marks(batch)}) AND article <> ?",  # noqa: S608 - marks only
            (*batch, article),
        )
        elsewhere.update(code for (code,) in found)
    return tuple("" if code in elsewhere else code for code in codes)


def _occurrences(sections: Sequence[Section]) -> list[int]:
    """Count for each section how often its text has stood so far; a lead counts behind the paragraphs.

    So a paragraph that says the same as the lead has the code that it would have without one.
    """
    seen: Counter[str] = Counter()
    found = [0] * len(sections)
    for at in sorted(range(len(sections)), key=lambda at: is_lead(sections[at])):
        seen[sections[at].text] += 1
        found[at] = seen[sections[at].text]
    return found


def _wish(planned: PlannedSection, occurrence: int, given: str) -> str:
    """Return the code that a section has or should get."""
    if planned.stored:
        return planned.stored.section.code
    return normal(given) or mint(planned.section.article, planned.section.text, occurrence)


def _in_use(connection: sqlite3.Connection, codes: Sequence[str]) -> set[str]:
    """Return those of the codes that the store has given already."""
    found: set[str] = set()
    for batch in batches(codes):
        rows = connection.execute(f"SELECT code FROM sections WHERE code IN ({marks(batch)})", batch)  # noqa: S608 - marks only
        found.update(code for (code,) in rows)
    return found


def _free(connection: sqlite3.Connection, wish: str, section: Section, taken: Collection[str]) -> str:
    """Return the wished code, or the first salted one that nobody has."""
    code, salt = wish, 0
    while code in taken or (salt and _in_use(connection, [code])):
        salt += 1
        code = mint(section.article, section.text, salt=salt)
    return code
