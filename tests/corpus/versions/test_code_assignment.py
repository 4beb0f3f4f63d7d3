"""Every section gets a code that no other section has, or had, and keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.versions.code_assignment import assign, trusted
from corpus.versions.codes import mint
from corpus.versions.planning import PlannedSection, StoredSection
from corpus.vocabulary import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = "培育数字工匠。"


def planned(text: str, number: int = 1, stored: str = "") -> PlannedSection:
    """Return a section of a plan; `stored` is the code of the one that it takes over."""
    section = Section("plan", number, (), text, 0)
    before = Section("plan", number, (), text, 0, code=stored)
    held = StoredSection(1, before, None, is_current=True) if stored else None
    return PlannedSection(section, held, "kept" if stored else "added")


def codes(
    sections: Sequence[PlannedSection], given: Sequence[str] = (), used: Sequence[str] = ()
) -> list[str]:
    """Return the codes that sections get, where the store has given those that are `used`."""
    return [one.code for one in assign(sections, given, set(used).intersection)]


def test_a_new_section_gets_the_code_of_its_words() -> None:
    """The same words that stand twice are two sections, whose codes tell the first from the second."""
    assert codes([planned(TEXT)]) == [mint("plan", TEXT)]
    assert codes([planned(TEXT), planned(TEXT, 2)]) == [mint("plan", TEXT), mint("plan", TEXT, 2)]


def test_a_lead_counts_behind_the_paragraphs() -> None:
    """The paragraph that says the same has the code that it would have without a lead."""
    assert codes([planned(TEXT, 0), planned(TEXT)]) == [mint("plan", TEXT, 2), mint("plan", TEXT)]


def test_a_stored_section_keeps_its_code() -> None:
    """Whatever its words are now, and whatever came along."""
    assert codes([planned(TEXT, stored="aaaa-0001")], ["bbbb-0001"]) == ["aaaa-0001"]


def test_a_code_that_came_along_is_used() -> None:
    """In its normal form; what is no code counts for nothing, nor do codes that are not one a section."""
    assert codes([planned(TEXT)], ["AAAA 0001"]) == ["aaaa-0001"]
    assert codes([planned(TEXT)], ["<b>"]) == [mint("plan", TEXT)]
    assert codes([planned(TEXT)], ["aaaa-0001", "aaaa-0002"]) == [mint("plan", TEXT)]


def test_a_code_that_is_taken_makes_another_with_a_salt() -> None:
    """The store has given it, or a section before it has it; the first salted code that is free is taken."""
    salted = [mint("plan", TEXT, salt=salt) for salt in (1, 2)]
    assert codes([planned(TEXT)], used=[mint("plan", TEXT)]) == salted[:1]
    assert codes([planned(TEXT)], used=[mint("plan", TEXT), salted[0]]) == salted[1:]
    assert codes([planned("创新。", stored=mint("plan", TEXT)), planned(TEXT, 2)])[1] == salted[0]


def test_another_articles_code_is_not_trusted() -> None:
    """Nor is what is no code; the rest comes back in its normal form, each in its place."""
    given = ["AAAA0001", "aaaa-0002", "", "<b>"]
    assert trusted(given, {"aaaa-0002"}.intersection) == ("aaaa-0001", "", "", "")
