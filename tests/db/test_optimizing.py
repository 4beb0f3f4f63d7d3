"""Merging the index after much was written, and keeping counts while nothing was."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from corpus.search.pipeline import search
from corpus.search.query.language import parse
from db.store import Store
from tests.db.making import MONDAY, prepared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLES = 20


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Store]:
    """A store into which many articles went one by one."""
    with Store(str(tmp_path / "policy.db")) as store:
        for number in range(ARTICLES):
            store.articles.save(prepared([f"培育第{number}批数字工匠。"], article=f"plan-{number}"), MONDAY)
        yield store


def pieces(store: Store) -> int:
    """Count the pieces that the index lies in."""
    with sqlite3.connect(store.path) as connection:
        counted = connection.execute("SELECT count(DISTINCT segid) FROM section_index_idx").fetchone()
    connection.close()
    return int(counted[0])


def test_a_great_import_leaves_one_piece(filled: Store) -> None:
    """After it the index lies in one piece, and a search finds what it found before."""
    before = search(parse("数字工匠"), filled.library())
    assert pieces(filled) > 1
    filled.optimize_index(ARTICLES)
    assert pieces(filled) == 1
    assert search(parse("数字工匠"), filled.library()) == before
    assert filled.troubles() == []


def test_a_small_import_merges_nothing(filled: Store) -> None:
    """One new section in twenty is not worth writing the whole index anew."""
    before = pieces(filled)
    filled.optimize_index(1)
    assert pieces(filled) == before


def test_counts_outlive_what_changes_no_article(filled: Store, tmp_path: Path) -> None:
    """Another process that claims an event makes no search count anew; one that saves an article does."""
    library = filled.library()
    library.frequencies("bigrams", ["数字"])
    asked: list[str] = []
    filled._connections.get().set_trace_callback(asked.append)
    with Store(str(tmp_path / "policy.db")) as other:
        other.once.claim("event", MONDAY)
        assert filled.library().frequencies("bigrams", ["数字"]) == {"数字": ARTICLES}
        assert not any("section_" in sql for sql in asked)
        other.articles.save(prepared(["数字经济。"], article="new"), MONDAY)
        assert filled.library().frequencies("bigrams", ["数字"]) == {"数字": ARTICLES + 1}
