"""A plan says which section is which: by the codes that came along, by the words, or as one that comes back."""

from __future__ import annotations

from dataclasses import replace

from corpus.versions.planning import StoredArticle, StoredSection, index_changes, plan
from corpus.vocabulary import Article, Section

# no two are like each other
TEXTS = (
    "大力发展以信息化驱动的数字经济，推进产业转型升级。",
    "加强基本公共服务，健全社会保障体系。",
    "严格保护耕地和永久基本农田，落实最严格的制度。",
    "培育一批实用型数字工匠，完善教育培训体系。",
)
GONE = "2026-11-24T09:00:00+00:00"


def sections(*texts: str) -> list[Section]:
    """Return the texts as the sections of one article."""
    return [Section("plan", number, (), text, 0) for number, text in enumerate(texts, 1)]


def stored(texts: dict[str, str | None], removed_at: str | None = None) -> StoredArticle:
    """Return an article as stored: the text of each section, and when it was removed."""
    held = tuple(
        StoredSection(
            at, Section("plan", at, (), text, 0, code=f"aaaa-000{at}"), gone, is_current=gone == removed_at
        )
        for at, (text, gone) in enumerate(texts.items(), 1)
    )
    return StoredArticle(1, Article("plan", "规划"), removed_at, held)


def taken(stored: StoredArticle, new: list[Section], given: tuple[str, ...] = ()) -> list[int | None]:
    """Return the stored id that each section takes over."""
    return [one.stored.id if one.stored else None for one in plan(stored, new, given).sections]


def test_a_new_article_is_all_added() -> None:
    """Where the store holds nothing, every section is added and none is removed."""
    made = plan(StoredArticle(), sections(*TEXTS[:2]))
    assert [one.fate for one in made.sections] == ["added", "added"]
    assert made.counts() == (0, 0, 2, 0)


def test_sections_are_known_by_their_words_wherever_they_moved() -> None:
    """What is the same is kept, what is edited a little lives on, what is gone is removed."""
    edited = TEXTS[0].replace("推进", "加快推进")
    made = plan(stored(dict.fromkeys(TEXTS[:3])), sections(TEXTS[1], edited, TEXTS[3]))
    assert [(one.stored.id if one.stored else None, one.fate) for one in made.sections] == [
        (2, "kept"),
        (1, "edited"),
        (None, "added"),
    ]
    assert [one.id for one in made.removed] == [3]
    assert made.counts() == (1, 1, 1, 1)


def test_a_passage_that_comes_back_word_for_word_is_the_old_one() -> None:
    """It was removed before the last version; a passage that is only like it is a new one."""
    before = stored({TEXTS[0]: None, TEXTS[1]: GONE})
    assert taken(before, sections(TEXTS[0], TEXTS[1])) == [1, 2]
    assert taken(before, sections(TEXTS[0], TEXTS[1].replace("加强", "健全"))) == [1, None]


def test_a_removed_article_comes_back_with_all_its_sections() -> None:
    """They went with the article, so they are its last version still; none of them is removed once more."""
    before = stored(dict.fromkeys(TEXTS[:2], GONE), removed_at=GONE)
    made = plan(before, sections(TEXTS[0].replace("推进", "加快推进")))
    assert [one.fate for one in made.sections] == ["edited"]
    assert made.removed == ()


def test_codes_that_came_along_go_before_the_words() -> None:
    """A stored section by its code, in any spelling; a code that is new here is no stored section."""
    before = stored(dict.fromkeys(TEXTS[:2]))
    assert taken(before, sections(TEXTS[0], TEXTS[1]), ("AAAA0002", "bbbb-0001")) == [2, None]
    assert taken(before, sections(TEXTS[0], TEXTS[1]), ("", "aaaa-0001")) == [None, 1]


def test_a_code_that_is_stated_twice_is_the_first_ones() -> None:
    """The second goes by its words; codes that are not one a section count for nothing."""
    before = stored(dict.fromkeys(TEXTS[:2]))
    assert taken(before, sections(TEXTS[3], TEXTS[1]), ("aaaa-0001", "aaaa-0001")) == [1, 2]
    assert taken(before, sections(TEXTS[3], TEXTS[1]), ("aaaa-0001",)) == [None, 2]


def test_the_index_changes_only_where_words_headings_or_title_do() -> None:
    """What is kept stays in it, what is edited or removed goes out, what is edited or added goes in."""
    edited = TEXTS[0].replace("推进", "加快推进")
    made = plan(stored(dict.fromkeys(TEXTS[:3])), sections(TEXTS[1], edited, TEXTS[3]))
    assert index_changes(made, "规划") == ([3, 1], [1, 2])
    under_heading = [replace(one, headings=("总则",)) for one in sections(TEXTS[0])]
    assert index_changes(plan(stored({TEXTS[0]: None}), under_heading), "规划") == ([1], [0])


def test_a_new_title_is_indexed_with_every_section() -> None:
    """A title counts in each; so all go out and in again."""
    made = plan(stored(dict.fromkeys(TEXTS[:2])), sections(*TEXTS[:2]))
    assert index_changes(made, "规划") == ([], [])
    assert index_changes(made, "计划") == ([1, 2], [0, 1])


def test_a_removed_section_that_comes_back_only_goes_in() -> None:
    """It went out of the index when it was removed."""
    before = stored({TEXTS[0]: None, TEXTS[1]: GONE})
    assert index_changes(plan(before, sections(*TEXTS[:2])), "规划") == ([], [1])
