"""Which section lives on where: the same words first, then the most alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.bundled import path
from corpus.versions.alignment import align
from corpus.vocabulary import Section

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG = "深入实施数字经济五年倍增计划，大力推进数字产业化和产业数字化，高水平建设国家数字经济创新发展试验区。"
OTHER = "完善多层次教育培训体系，加强从业人员数字技能培训，培育一批实用型人才，弘扬企业家精神和工匠精神。"


def aligned(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """Align texts; return the old place of each new one."""
    before, after = (
        [Section("plan", number, (), text, 0) for number, text in enumerate(texts, 1)] for texts in (old, new)
    )
    found = align(before, after)
    assert sorted({*range(len(old))} - set(found.old)) == list(found.removed)
    return list(found.old)


def test_the_same_words_are_the_same_section_wherever_they_moved() -> None:
    """Two paragraphs that change places keep their identity."""
    assert aligned([LONG, "中", OTHER], [OTHER, "中", LONG]) == [2, 1, 0]


def test_width_quotes_and_spaces_change_no_section() -> None:
    """Other quotes, full width and a space are the same words."""
    assert aligned(["“数字工匠”与 G20峰会"], ["「数字工匠」与Ｇ20 峰会"]) == [0]


def test_an_inserted_section_moves_the_others_and_no_more() -> None:
    """What follows an insertion stays what it was."""
    assert aligned([LONG, OTHER], [LONG, "新增一段：健全保障机制。", OTHER]) == [0, None, 1]


def test_a_slightly_edited_section_lives_on() -> None:
    """A changed number, an added clause: still the same section."""
    assert aligned([LONG, OTHER], [LONG.replace("五年", "六年") + "力争走在全国前列。", OTHER]) == [0, 1]


def test_a_section_that_moved_and_was_edited_lives_on() -> None:
    """Likeness finds a section in another place too."""
    assert aligned([LONG, OTHER], [OTHER, LONG.replace("五年", "六年")]) == [1, 0]


def test_other_words_are_another_section() -> None:
    """A paragraph that was rewritten from scratch is new, the old one is gone."""
    assert aligned([LONG], [OTHER]) == [None]


def test_short_sections_must_be_more_alike() -> None:
    """Between short lines a few characters in common mean little."""
    assert aligned(["健全保障机制"], ["健全工作机制"]) == [None]


def test_of_equal_sections_the_one_among_its_neighbours_goes() -> None:
    """Where a line stands twice and one is deleted, the other keeps its neighbours."""
    assert aligned(["特此通知", LONG, "特此通知", OTHER], [LONG, "特此通知", OTHER]) == [1, 2, 3]


def test_renumbered_articles_of_a_law_stay_themselves() -> None:
    """An article put in between renumbers all that follow, but their words go with them."""
    rules = ["应当公开目录", "应当征求公众意见并说明理由", "应当组织专家论证评估风险", "应当集体讨论作出决定"]
    old = [f"第{number}条 行政机关{rule}。" for number, rule in zip("一二三四", rules, strict=True)]
    rules.insert(1, "不得泄露国家秘密")
    new = [f"第{number}条 行政机关{rule}。" for number, rule in zip("一二三四五", rules, strict=True)]
    assert aligned(old, new) == [0, None, 1, 2, 3]


def test_no_two_sections_of_a_real_article_are_taken_for_each_other() -> None:
    """Any paragraph of the bundled article, replaced by another of its paragraphs, counts as gone."""
    lines = (path() / "digital-economy.txt").read_text("utf-8").split()
    texts = ["".join(lines[at : at + 6]) for at in range(0, len(lines), 6)]
    taken = [(old, new) for old in texts for new in texts if old != new and aligned([old], [new]) != [None]]
    assert taken == []


@given(st.permutations(range(12)), st.sets(st.integers(0, 11)), st.sets(st.integers(0, 11)))
def test_sections_survive_swaps_deletions_and_insertions(
    order: list[int], gone: set[int], put: set[int]
) -> None:
    """However paragraphs are moved, left out and put in, each that is left is found again."""
    old = [f"第{number}项内容是{chr(0x4E00 + 97 * number) * 9}。" for number in range(12)]
    kept = [place for place in order if place not in gone]
    new: list[str] = []
    truth: list[int | None] = []
    for at, place in enumerate(kept):
        if at in put:
            new.append(f"{chr(0x5A00 + at) * 12}")
            truth.append(None)
        new.append(old[place])
        truth.append(place)
    assert aligned(old, new) == truth
