"""Sections by code, by place and by chance."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.db.making import MONDAY, TUESDAY, prepared

if TYPE_CHECKING:
    from db.store import Store

TEXTS = ["甲段说明总体要求。", "乙段列出主要任务。", "丙段落实保障措施。"]


def dice(seed: int) -> random.Random:
    """Return dice that fall the same in every run."""
    return random.Random(seed)  # noqa: S311 - no secret


@pytest.fixture
def codes(store: Store) -> list[str]:
    """Save three sections and return their codes."""
    store.articles.save(prepared(TEXTS), MONDAY)
    return [section.code for section in store.sections.of_article("plan")]


def test_a_code_gives_section_and_article(store: Store, codes: list[str]) -> None:
    """However it is typed; with no date of removal while it stands."""
    found = store.sections.by_code(codes[1].upper().replace("-", ""))
    assert found is not None
    assert (found.section.text, found.article.title, found.removed_at) == (TEXTS[1], "规划", None)


def test_an_unknown_code_gives_nothing(store: Store) -> None:
    """Neither a code that was never given nor words."""
    assert [store.sections.by_code(code) for code in ("k7m2-9xqd", "数字经济")] == [None, None]


def test_neighbours_stand_before_and_after(store: Store, codes: list[str]) -> None:
    """At either end of the article there is nobody."""
    around = [[one and one.text for one in store.sections.neighbours(code)] for code in codes]
    assert around == [[None, TEXTS[1]], [TEXTS[0], TEXTS[2]], [TEXTS[1], None]]


def test_a_removed_section_has_the_neighbours_of_its_place(store: Store, codes: list[str]) -> None:
    """They close the gap where it stood."""
    store.articles.save(prepared([TEXTS[0], TEXTS[2]]), TUESDAY)
    assert [one and one.text for one in store.sections.neighbours(codes[1])] == [TEXTS[0], TEXTS[2]]


def test_ids_give_sections_in_the_order_asked(store: Store, codes: list[str]) -> None:
    """A search's order is kept, over any number of them."""
    assert [one.code for one in store.sections.by_ids([3, 1, *range(100, 1200), 2])] == [
        codes[2],
        codes[0],
        codes[1],
    ]


def test_chance_reaches_every_section_and_repeats_itself(store: Store, codes: list[str]) -> None:
    """The same seed gives the same section; many seeds give them all."""
    drawn = [store.sections.random(dice(seed)) for seed in range(30)]
    assert {one.code for one in drawn if one} == set(codes)
    assert drawn[7] == store.sections.random(dice(7))


def test_an_empty_store_has_no_section_to_draw(store: Store) -> None:
    """Nothing is drawn from nothing."""
    assert store.sections.random(dice(1)) is None


def test_what_stands_beside_is_told_as_sections_and_as_texts_alike(store: Store, codes: list[str]) -> None:
    """Nearest first on either side, as many as are asked for, each list by itself; at the ends there is nobody."""
    sections = store.sections.of_article("plan")
    assert [section.code for section in sections] == codes
    assert store.sections.texts_beside(sections, 2) == [[TEXTS[1], TEXTS[2]], [TEXTS[2]], []]
    assert store.sections.texts_beside(sections, -2) == [[], [TEXTS[0]], [TEXTS[1], TEXTS[0]]]
    assert [one.text for one in store.sections.after(sections[0], 1)] == [TEXTS[1]]
    assert [one.text for one in store.sections.before(sections[2], 2)] == [TEXTS[1], TEXTS[0]]


def test_nothing_stands_beside_under_other_headings(store: Store) -> None:
    """A paragraph of the next chapter takes nothing back of this one."""
    store.articles.save(prepared(["# 第一章", *TEXTS[:2], "# 第二章", TEXTS[2]]), MONDAY)
    first, second, third = store.sections.of_article("plan")
    assert store.sections.texts_beside([first, second], 2) == [[TEXTS[1]], []]
    assert store.sections.after(first, 2) == (second,)
    assert store.sections.before(third, 2) == ()
