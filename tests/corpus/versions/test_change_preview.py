"""A preview tells what saving a document would do, by its plan and the version before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.exchange import Exported
from corpus.versions.change_preview import Preview, make_preview
from corpus.versions.planning import StoredArticle, StoredSection, plan
from corpus.vocabulary import Article, Block, Document, Outline, Past, Section

ARTICLE = Article("plan", "规划")
TEXT = "大力发展以信息化驱动的数字经济，推进产业转型升级。"


def section(text: str, code: str = "") -> Section:
    """Return the article's only section."""
    return Section("plan", 1, (), text, 3, code=code)


def document(text: str, **details: str) -> Document:
    """Return a document of one paragraph."""
    outline = Outline("规划", None, None, (Block("title", "规划"), Block("paragraph", text)))
    return Document(replace(ARTICLE, **details), outline, f"规划\n{text}", b"", "digest")


LAST = Exported(ARTICLE, Past(1, "2026-11-23", "d1"), f"规划\n{TEXT}", (), (section(TEXT, "aaaa-0001"),))
STORED = StoredArticle(
    1, ARTICLE, None, (StoredSection(1, section(TEXT, "aaaa-0001"), None, is_current=True),)
)


def previewed(new: Document, stored: StoredArticle = STORED) -> Preview:
    """Preview a document of one paragraph against what is stored."""
    text = new.outline.parts[1].text
    return make_preview(plan(stored, [section(text)]), new, LAST if stored.version else None)


def test_a_new_article_would_be_added() -> None:
    """There is nothing that it could differ from."""
    made = previewed(document(TEXT), StoredArticle())
    assert (made.outcome, made.added, made.difference) == ("added", 1, None)


def test_the_same_would_stay_unchanged() -> None:
    """Text, details and sections are those of the last version, and there is no difference."""
    made = previewed(document(TEXT))
    assert (made.outcome, made.kept) == ("unchanged", 1)
    assert made.difference is not None
    assert not made.difference.passages
    assert not made.difference.details


@pytest.mark.parametrize(
    ("new", "stored"),
    [
        (document(TEXT, author="某某"), STORED),
        (document(TEXT.replace("推进", "加快推进")), STORED),
        (document(TEXT), replace(STORED, removed_at="2026-11-24")),
    ],
)
def test_whatever_differs_would_be_a_change(new: Document, stored: StoredArticle) -> None:
    """Another detail, other words, or the return of a removed article."""
    assert previewed(new, stored).outcome == "changed"


def test_an_edited_passage_is_told_under_its_code() -> None:
    """The difference is from the last version to the one after it, passage by passage."""
    made = previewed(document(TEXT.replace("推进", "加快推进"), author="某某")).difference
    assert made is not None
    assert (made.old, made.new) == (1, 2)
    assert made.details == (("author", None, "某某"),)
    assert [(one.kind, one.code) for one in made.passages] == [("edited", "aaaa-0001")]
