"""A document that the store holds already is told from a new version, and a new version knows its number and date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.exchange import Exported
from corpus.versions.planning import StoredArticle, StoredSection
from corpus.versions.stored_versions import is_current, is_kept, new_record
from corpus.vocabulary import Article, Document, Outline, Past, Section

ARTICLE = Article("plan", "规划")
FIRST, SECOND = Past(1, "2026-11-23", "d1"), Past(2, "2026-11-24", "d2")
CUT = Section("plan", 1, (), "创新。", 3, code="aaaa-0001")
DOCUMENT = Document(
    ARTICLE, Outline("规划", None, None, ()), "规划\n创新。", b"", "d2", codes=("AAAA0001",), past=SECOND
)
STORED = StoredArticle(2, ARTICLE, None, (StoredSection(1, CUT, None, is_current=True),))
REMOVED = replace(STORED, removed_at="2026-11-25")
KEPT = Exported(ARTICLE, SECOND, DOCUMENT.text, (), (CUT,))


def kept(
    document: Document = DOCUMENT, stored: StoredArticle = STORED, version: Exported | None = KEPT
) -> bool:
    """Tell whether the store holds the version, where it holds this one."""
    return is_kept(stored, document, lambda number: version if number == 2 else None)


def test_a_new_version_follows_on_the_last() -> None:
    """With the present instant; one out of an export keeps its own number and date where that is a later one."""
    assert new_record(STORED, replace(DOCUMENT, past=None), "now") == Past(3, "now", "d2")
    assert new_record(STORED, DOCUMENT, "now") == Past(3, "now", "d2")
    assert new_record(StoredArticle(), DOCUMENT, "now") == SECOND


def test_the_same_details_cut_and_text_are_the_last_version() -> None:
    """Another detail, cut or text is none, nor is a removed article."""
    assert is_current(STORED, DOCUMENT, [CUT], lambda: DOCUMENT.text)
    assert not is_current(STORED, DOCUMENT, [CUT], lambda: "规划\n创新！")
    assert not is_current(STORED, DOCUMENT, [replace(CUT, headings=("总则",))], lambda: DOCUMENT.text)
    assert not is_current(REMOVED, DOCUMENT, [CUT], lambda: DOCUMENT.text)
    other = replace(DOCUMENT, article=replace(ARTICLE, author="某某"))
    assert not is_current(STORED, other, [CUT], lambda: DOCUMENT.text)


def test_the_text_is_read_only_where_all_else_is_the_same() -> None:
    """It is the dearest thing to read."""

    def read() -> str:
        pytest.fail("the text was read")

    assert not is_current(STORED, DOCUMENT, [], read)


def test_a_version_out_of_an_export_is_known_again() -> None:
    """By its number, date, digest, details, text and codes; any spelling of a code is the code."""
    assert kept()
    assert not kept(replace(DOCUMENT, past=None))
    assert not kept(replace(DOCUMENT, past=replace(SECOND, added_at="2026-11-20")))
    assert not kept(replace(DOCUMENT, text="规划\n创新！"))
    assert not kept(replace(DOCUMENT, codes=("aaaa-0002",)))
    assert not kept(replace(DOCUMENT, article=replace(ARTICLE, title="计划")))


def test_a_version_that_the_store_lacks_is_not_held() -> None:
    """It is later than the last, or was never saved."""
    assert not kept(version=None)
    assert not kept(replace(DOCUMENT, past=Past(3, "2026-11-24", "d2")))


def test_a_removed_article_is_wanted_back() -> None:
    """Unless the export says itself that it was removed, or it gives an earlier version."""
    assert not kept(stored=REMOVED)
    assert kept(replace(DOCUMENT, past=replace(SECOND, removed_at="2026-11-25")), REMOVED)
    first = replace(KEPT, past=FIRST)
    earlier = replace(DOCUMENT, past=FIRST)
    assert is_kept(REMOVED, earlier, lambda _: first)
