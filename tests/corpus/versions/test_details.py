"""What a curator gave for an article stays until it is given anew."""

from __future__ import annotations

from dataclasses import replace

from corpus.versions.details import with_given
from corpus.vocabulary import Article, Document, Outline, Past

DOCUMENT = Document(Article("plan", "规划", author="某某"), Outline("规划", None, None, ()), "规划", b"", "d")
BEFORE = {"title": "总体规划", "status": "有效"}


def test_what_was_given_before_wins_over_what_was_read() -> None:
    """What was not given stays as it was read."""
    assert with_given(DOCUMENT, BEFORE) == Article("plan", "总体规划", author="某某", status="有效")
    assert with_given(DOCUMENT, {}) == DOCUMENT.article


def test_what_is_given_anew_goes_before_what_was_given_earlier() -> None:
    """Also an empty value, which takes back what was given."""
    anew = replace(DOCUMENT, given=(("title", ""), ("author", "某某")))
    assert with_given(anew, BEFORE) == Article("plan", "规划", author="某某", status="有效")


def test_an_export_says_all_of_it_itself() -> None:
    """A version that comes back out of an export is left as it is."""
    assert with_given(replace(DOCUMENT, past=Past(1, "", "d")), BEFORE) == DOCUMENT.article
