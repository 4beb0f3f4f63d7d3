"""Saving documents: added, unchanged, changed; all of a version or nothing."""

from __future__ import annotations

import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from corpus.errors import StoreError
from corpus.search.pipeline import search
from corpus.search.query.language import parse
from tests.db.making import MONDAY, TUESDAY, WEDNESDAY, a_document, prepared, ready

if TYPE_CHECKING:
    from db.store import Store

FIRST = "深入实施数字经济五年倍增计划，大力推进数字产业化和产业数字化。"
SECOND = "完善多层次教育培训体系，培育一批实用型数字工匠。"
THIRD = "加快建设梦想小镇，打造创新创业高地。"


def codes(store: Store) -> list[str]:
    """Return the codes of the article in order."""
    return [section.code for section in store.sections.of_article("plan")]


def found(store: Store, words: str) -> list[str]:
    """Return the texts of the sections that a search finds the very words in."""
    matches = search(parse(words), store.library()).matches
    return [match.section.text for match in matches if match.matched == "exact"]


def test_a_new_article_is_added(store: Store) -> None:
    """Its sections stand in order, slices of its text, each with a code of its own."""
    saved = store.articles.save(prepared(["# 一、总体要求", FIRST, SECOND]), MONDAY)
    sections = store.sections.of_article("plan")
    assert (saved.outcome, saved.version, saved.sections, saved.added) == ("added", 1, 2, 2)
    assert [(one.number, one.headings, one.text) for one in sections] == [
        (1, ("一、总体要求",), FIRST),
        (2, ("一、总体要求",), SECOND),
    ]
    text = store.articles.text("plan")
    assert [text[one.start : one.end] for one in sections] == [FIRST, SECOND]
    assert len(set(codes(store))) == 2


def test_the_same_bytes_again_change_nothing(store: Store) -> None:
    """A second import is told as unchanged and leaves version and generation alone."""
    store.articles.save(prepared([FIRST, SECOND]), MONDAY)
    before = store.generation()
    saved = store.articles.save(prepared([FIRST, SECOND]), TUESDAY)
    assert (saved.outcome, saved.version, saved.kept, store.generation()) == ("unchanged", 1, 2, before)


def test_a_changed_file_becomes_a_new_version(store: Store) -> None:
    """Kept and edited sections keep their codes, a new one gets one, a removed one is declared removed."""
    store.articles.save(prepared([FIRST, SECOND]), MONDAY)
    first, second = codes(store)
    edited = FIRST.replace("五年", "六年")
    saved = store.articles.save(prepared([THIRD, edited]), TUESDAY)
    assert (saved.outcome, saved.version) == ("changed", 2)
    assert (saved.kept, saved.edited, saved.added, saved.removed) == (0, 1, 1, 1)
    assert codes(store)[1] == first
    assert store.sections.count() == 2
    gone = store.sections.by_code(second)
    assert gone is not None
    assert (gone.section.text, gone.removed_at) == (SECOND, TUESDAY)


def test_a_search_knows_the_new_version_only(store: Store) -> None:
    """Old words are found no more, new ones are, in the same transaction."""
    store.articles.save(prepared([FIRST, SECOND]), MONDAY)
    assert found(store, "数字工匠") == [SECOND]
    store.articles.save(prepared([FIRST, THIRD]), TUESDAY)
    assert found(store, "数字工匠") == []
    assert found(store, "梦想小镇") == [THIRD]


def test_a_passage_that_comes_back_gets_its_code_back(store: Store) -> None:
    """Removed in one version and back word for word in a later one: it is the same passage."""
    store.articles.save(prepared([FIRST, SECOND]), MONDAY)
    before = codes(store)
    store.articles.save(prepared([FIRST]), TUESDAY)
    store.articles.save(prepared([FIRST, SECOND]), WEDNESDAY)
    assert codes(store) == before
    assert found(store, "数字工匠") == [SECOND]


def test_equal_sections_have_codes_of_their_own(store: Store) -> None:
    """The same words twice in an article are two sections."""
    store.articles.save(prepared(["特此通知。", FIRST, "特此通知。"]), MONDAY)
    assert len(set(codes(store))) == 3


def test_a_taken_code_is_salted(store: Store) -> None:
    """Where another section has the code already, the next one gets another."""
    store.articles.save(prepared([FIRST], article="other"), MONDAY)
    (other,) = store.sections.of_article("other")
    store.articles.save(prepared([FIRST, SECOND], codes=[other.code, other.code]), MONDAY)
    assert len({other.code, *codes(store)}) == 3


def test_codes_that_come_with_a_document_are_kept(store: Store) -> None:
    """What an export wrote is what another library gives."""
    store.articles.save(prepared([FIRST, SECOND], codes=["k7m2-9xqd", "K7M2-9XQE"]), MONDAY)
    assert codes(store) == ["k7m2-9xqd", "k7m2-9xqe"]


def test_the_bytes_are_kept(store: Store) -> None:
    """The file can be had back as it came; other bytes of the same text are kept beside it."""
    document = a_document([FIRST])
    store.articles.save(ready(document), MONDAY)
    other = replace(document, raw=b"other", digest="d" * 64)
    assert store.articles.save(ready(other), TUESDAY).outcome == "unchanged"
    rows = store._connections.get().execute("SELECT bytes FROM sources ORDER BY added_at")
    assert [zlib.decompress(packed) for (packed,) in rows] == [document.raw, b"other"]


def test_a_new_title_is_a_new_version_that_is_found_by_it(store: Store) -> None:
    """What is known of an article belongs to its version, and its title to the index."""
    store.articles.save(prepared([FIRST], title="旧规划"), MONDAY)
    saved = store.articles.save(prepared([FIRST], title="新蓝图"), TUESDAY)
    assert (saved.outcome, saved.kept) == ("changed", 1)
    assert store.articles.get("plan").title == "新蓝图"
    entry = store._connections.get().execute("SELECT head FROM section_terms").fetchall()
    assert entry == [("新蓝图",)]


def test_a_failure_in_the_middle_leaves_the_old_version(store: Store) -> None:
    """An error after half of the writing undoes all of it."""
    store.articles.save(prepared([FIRST, SECOND]), MONDAY)
    whole = prepared([THIRD, FIRST])
    broken = replace(whole, terms=whole.terms[:1])
    with pytest.raises(ValueError, match="shorter"):
        store.articles.save(broken, TUESDAY)
    assert [one.text for one in store.sections.of_article("plan")] == [FIRST, SECOND]
    assert found(store, "数字工匠") == [SECOND]
    assert store.troubles() == []


def test_articles_are_listed_in_order_of_arrival(store: Store) -> None:
    """Pages follow each other, each article with its number of sections."""
    for name in ("c", "a", "b"):
        store.articles.save(prepared([FIRST, name], article=name), MONDAY)
    assert [(article.id, count) for article, count in store.articles.all()] == [("c", 2), ("a", 2), ("b", 2)]
    assert [article.id for article, _ in store.articles.listing(limit=1, offset=1)] == ["a"]
    assert store.articles.count() == 3


def test_an_unknown_article_is_an_error_with_a_next_step(store: Store) -> None:
    """Asking for what is not there says what to do."""
    with pytest.raises(StoreError, match="policy-bot articles"):
        store.articles.get("none")
    with pytest.raises(StoreError, match="none"):
        store.articles.text("none")


def test_an_article_of_headings_only_has_no_sections(store: Store) -> None:
    """A document without a paragraph is kept too."""
    saved = store.articles.save(prepared(["# 一、总则"]), MONDAY)
    assert (saved.outcome, saved.sections, store.sections.count()) == ("added", 0, 0)
