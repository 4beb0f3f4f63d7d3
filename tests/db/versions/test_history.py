"""The past of an article: versions, differences, removal, and everything back out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from corpus.errors import StoreError
from corpus.reading.sections import split
from corpus.vocabulary import Outline
from db.store import Store
from tests.db.making import MONDAY, TUESDAY, WEDNESDAY, a_document, prepared, ready

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.exchange import Exported

FIRST = "深入实施数字经济五年倍增计划，大力推进数字产业化和产业数字化。"
EDITED = "深入实施数字经济六年倍增计划，大力推进数字产业化和产业数字化。"
SECOND = "完善多层次教育培训体系，培育一批实用型数字工匠。"
THIRD = "加快建设梦想小镇，打造创新创业高地。"


@pytest.fixture
def revised(store: Store) -> Store:
    """Give a store whose article has two versions."""
    store.articles.save(prepared(["# 一、任务", FIRST, SECOND]), MONDAY)
    store.articles.save(prepared(["# 一、重点任务", EDITED, THIRD]), TUESDAY)
    return store


def test_history_lists_every_version(revised: Store) -> None:
    """Each with its date and how its sections compare with those before."""
    found = revised.articles.history("plan")
    assert [(one.number, one.added_at) for one in found] == [(1, MONDAY), (2, TUESDAY)]
    assert [(one.kept, one.edited, one.added, one.removed) for one in found] == [(0, 0, 2, 0), (0, 1, 1, 1)]


def test_any_version_can_be_read(revised: Store) -> None:
    """Its text, its sections with their codes, and the bytes of its file."""
    old = revised.articles.export("plan", 1)
    assert old.text == f"规划\n一、任务\n{FIRST}\n{SECOND}" == revised.articles.text("plan", 1)
    assert [section.text for section in old.sections] == [FIRST, SECOND]
    assert old.sections[0].code == revised.articles.export("plan").sections[0].code
    assert revised.articles.source("plan", 1) == a_document(["# 一、任务", FIRST, SECOND]).raw


def test_a_version_that_never_was_is_an_error(revised: Store) -> None:
    """The error names article and version."""
    with pytest.raises(StoreError, match="plan, version 3"):
        revised.articles.text("plan", 3)
    with pytest.raises(StoreError, match="none"):
        revised.articles.history("none")
    with pytest.raises(StoreError, match="version 9"):
        revised.articles.source("plan", 9)


def test_diff_tells_what_changed(revised: Store) -> None:
    """The newest version against the one before, in headings and passages."""
    found = revised.articles.diff("plan")
    assert (found.old, found.new, found.details) == (1, 2, ())
    assert [(one.kind, one.old, one.new) for one in found.headings] == [
        ("edited", "一、任务", "一、重点任务")
    ]
    assert [(one.kind, one.old, one.new) for one in found.passages] == [
        ("removed", SECOND, None),
        ("edited", FIRST, EDITED),
        ("added", None, THIRD),
    ]


def test_diff_runs_backwards_and_on_the_spot(revised: Store) -> None:
    """Any two versions compare, in either order; a version does not differ from itself."""
    back = revised.articles.diff("plan", 2, 1)
    assert [one.kind for one in back.passages] == ["removed", "edited", "added"]
    assert revised.articles.diff("plan", 2, 2).passages == ()


def test_a_single_version_differs_from_nothing(store: Store) -> None:
    """An article that never changed has an empty difference."""
    store.articles.save(prepared([FIRST]), MONDAY)
    assert store.articles.diff("plan").passages == ()


def test_diff_tells_changed_details(store: Store) -> None:
    """Title and the like are compared too."""
    store.articles.save(prepared([FIRST], title="旧规划"), MONDAY)
    store.articles.save(prepared([FIRST], title="新规划"), TUESDAY)
    assert store.articles.diff("plan").details == (("title", "旧规划", "新规划"),)


def test_a_preview_writes_nothing(revised: Store) -> None:
    """It tells what a save would do, and the store is as before."""
    before = revised.generation()
    document = a_document(["# 一、重点任务", EDITED, SECOND])
    seen = revised.articles.preview(document, split(document))
    assert (seen.outcome, seen.kept, seen.edited, seen.added, seen.removed) == ("changed", 2, 0, 0, 1)
    assert seen.difference is not None
    assert [one.kind for one in seen.difference.passages] == ["removed", "added"]
    assert revised.generation() == before
    saved = revised.articles.save(ready(document), WEDNESDAY)
    assert (saved.kept, saved.removed) == (seen.kept, seen.removed)


def test_a_preview_knows_new_and_unchanged_documents(revised: Store) -> None:
    """What is not there yet would be added, what is there already would stay."""
    new, same = a_document([FIRST], article="new"), a_document(["# 一、重点任务", EDITED, THIRD])
    assert revised.articles.preview(new, split(new)).outcome == "added"
    assert revised.articles.preview(same, split(same)).outcome == "unchanged"


def test_a_removed_article_is_neither_listed_nor_found(revised: Store) -> None:
    """Its codes still give the last wording and when it went; its history stays."""
    code = revised.sections.of_article("plan")[0].code
    assert revised.articles.remove("plan", WEDNESDAY) == 2
    assert (revised.articles.count(), revised.sections.count(), revised.articles.all()) == (0, 0, ())
    assert revised.library().size() == 0
    gone = revised.sections.by_code(code)
    assert gone is not None
    assert (gone.section.text, gone.removed_at) == (EDITED, WEDNESDAY)
    assert [one.removed_at for one in revised.articles.history("plan")] == [None, WEDNESDAY]
    assert revised.troubles() == []


def test_a_removed_article_comes_back_with_its_codes(revised: Store) -> None:
    """Imported again it is a new version whose passages are the old ones."""
    before = [section.code for section in revised.sections.of_article("plan")]
    revised.articles.remove("plan", WEDNESDAY)
    saved = revised.articles.save(prepared(["# 一、重点任务", EDITED, THIRD]), WEDNESDAY)
    assert (saved.outcome, saved.version, saved.kept) == ("changed", 3, 2)
    assert [section.code for section in revised.sections.of_article("plan")] == before
    assert revised.library().size() == 2


def test_what_is_not_there_cannot_be_removed(revised: Store) -> None:
    """Neither an unknown article nor one that is gone already."""
    revised.articles.remove("plan", WEDNESDAY)
    for article in ("none", "plan"):
        with pytest.raises(StoreError, match=article):
            revised.articles.remove(article, WEDNESDAY)


def again(store: Store, exported: Exported) -> None:
    """Import what was exported."""
    seen = a_document([])
    outline = Outline(exported.article.title, None, None, exported.blocks)
    codes = tuple(section.code for section in exported.sections)
    document = replace(seen, article=exported.article, outline=outline, text=exported.text, codes=codes)
    store.articles.save(ready(document), WEDNESDAY)


def test_another_store_takes_over_texts_and_codes(revised: Store, tmp_path: Path) -> None:
    """Exported and imported elsewhere, an article with a past has the same sections under the same codes."""
    exported = revised.articles.export("plan")
    with Store(str(tmp_path / "other.db")) as other:
        again(other, exported)
        back = other.articles.export("plan")
        assert (back.text, back.blocks, back.sections) == (exported.text, exported.blocks, exported.sections)


def test_an_export_into_its_own_store_changes_nothing(revised: Store) -> None:
    """The same text under the same details is unchanged, whatever file it came in."""
    before = revised.articles.export("plan")
    again(revised, before)
    assert revised.articles.export("plan") == before
