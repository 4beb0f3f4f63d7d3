"""Where a passage of a law stands in its clause, counted over the passages beside it in the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.text.clause_units import address_of, opening

if TYPE_CHECKING:
    from corpus.vocabulary import Section
    from db.sections import Sections

REACHES = (6, 60)  # paragraphs before one that are looked through for the opening of its clause, few at first


def place_of(section: Section, sections: Sections) -> str:
    """Return the place of a section in its law, 第六十条第一款第（一）项; "" where none can be counted."""
    if section.is_lead:
        return ""
    if opening(section.text):
        return address_of(section.text, (), [one.text for one in sections.after(section, 1)])
    for reach in REACHES:
        before = [one.text for one in sections.before(section, reach)]
        if any(map(opening, before)):
            return address_of(section.text, before)
        if len(before) < reach:
            break
    return ""
