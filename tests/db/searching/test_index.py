"""The full-text index as sets of sections."""

from __future__ import annotations

import pytest

from corpus.search import sampling
from corpus.search.present.suggestions import suggest
from corpus.search.query.analysis import analyze
from corpus.search.query.language import parse
from corpus.search.query.weights import weight_query
from db.searching import index, indexed_library
from tests.corpus.search.in_memory_library import FIRST, Shelf

TEXTS = ["培育数字工匠。", "数字经济与数字社会。", "工匠精神（以下简称匠神）。"]


@pytest.fixture
def shelf() -> Shelf:
    """Three short sections."""
    return Shelf({FIRST: TEXTS})


def test_terms_are_counted_by_section(shelf: Shelf) -> None:
    """A term that stands twice in a section counts once; one that stands nowhere counts 0."""
    assert shelf.library.frequencies("bigrams", ["数字", "工匠", "火星"]) == {"数字": 2, "工匠": 2, "火星": 0}


def test_a_very_frequent_term_is_counted_in_a_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    """To a tenth, wherever it stands; a rarer one is counted to the last, and one that stands nowhere is none."""
    monkeypatch.setattr(sampling, "FREQUENT", 500)
    monkeypatch.setattr(sampling, "WINDOW", 60)
    texts = [f"{'经济' if at % 2 else '治理'}{'发展' if at > 2_000 else '建设'}。" for at in range(3_000)]
    shelf = Shelf({FIRST: [*texts, *["数字。"] * 40]})
    counted = shelf.library.frequencies("bigrams", ["经济", "发展", "建设", "数字", "火星"])
    assert counted["数字"] == 40
    assert counted["火星"] == 0
    assert counted["经济"] == pytest.approx(1_500, rel=0.1)
    assert counted["建设"] == pytest.approx(2_001, rel=0.1)
    assert counted["发展"] == pytest.approx(999, rel=0.1)


def test_phrases_stand_in_a_row(shelf: Shelf) -> None:
    """Neighbouring pairs are the text itself; the last may be cut short."""
    assert shelf.library.phrase("bigrams", ["字工", "工匠"], 9) == [1]
    assert shelf.library.phrase("bigrams", ["匠"], 9) == [1, 3]
    assert shelf.library.phrase("bigrams", [], 9) == []


def test_near_terms_may_leave_something_out(shelf: Shelf) -> None:
    """Two runs with a gap between them."""
    assert shelf.library.near("bigrams", ["培育"], ["工匠"], 6, 9) == [1]
    assert shelf.library.near("bigrams", ["培育"], ["社会"], 6, 9) == []


def test_near_terms_stand_in_either_order_within_the_gap(shelf: Shelf) -> None:
    """The gap counts the terms between them: 培育数字工匠 has three pairs between its first and its last."""
    assert shelf.library.near("bigrams", ["培育"], ["工匠"], 3, 9) == [1]
    assert shelf.library.near("bigrams", ["培育"], ["工匠"], 2, 9) == []
    assert shelf.library.near("bigrams", ["工匠"], ["培育"], 3, 9) == [1]
    assert shelf.library.near("bigrams", ["数字"], ["字工", "工"], 0, 9) == [1]


def test_only_the_last_term_of_a_phrase_may_be_cut_short(shelf: Shelf) -> None:
    """A pair is whole, so that it is no beginning of another term; a single character may be."""
    assert shelf.library.phrase("bigrams", ["字工", "工"], 9) == [1]
    assert shelf.library.phrase("bigrams", ["工", "匠精"], 9) == []
    assert shelf.library.phrase("words", ["工"], 9) == [1, 3]
    assert shelf.library.holding("words", "工", 9) == []


def test_a_removed_section_is_found_no_more(shelf: Shelf) -> None:
    """Its terms, counts and aliases go with it; removing it again does nothing."""
    index.remove(shelf.connection, [3])
    index.remove(shelf.connection, [3])
    assert shelf.library.phrase("bigrams", ["工匠"], 9) == [1]
    assert shelf.library.frequencies("bigrams", ["工匠"]) == {"工匠": 1}
    assert shelf.library.full_forms("匠神") == ()
    assert shelf.library.size() == 2


def test_counts_follow_changes(shelf: Shelf) -> None:
    """A count that was asked for before is not kept past a change."""
    assert shelf.library.frequencies("bigrams", ["数字"])["数字"] == 2
    index.remove(shelf.connection, [1])
    assert shelf.library.frequencies("bigrams", ["数字"])["数字"] == 1
    index.add(shelf.connection, [(1, *shelf.entry(1))])
    assert shelf.library.frequencies("bigrams", ["数字"])["数字"] == 2


def test_words_like_a_sound_are_offered(shelf: Shelf) -> None:
    """Words of the library that begin or end alike, and only those that still stand there."""
    wanted = weight_query(analyze(parse("工将")), shelf.library)
    assert "工匠" in suggest(wanted, shelf.library)
    index.remove(shelf.connection, [1, 3])
    assert "工匠" not in suggest(wanted, shelf.library)


@pytest.mark.parametrize("term", ['"', "a OR b", "*", "NEAR(", "-", "", "\x00", "𫠝"])
def test_no_term_is_an_operator(shelf: Shelf, term: str) -> None:
    """What looks like FTS5's language is text."""
    assert shelf.library.holding("bigrams", term, 9) == []
    assert shelf.library.phrase("bigrams", [term], 9) == []
    assert shelf.library.near("bigrams", [term], [term], 3, 9) == []


def test_entries_come_in_order_of_id(shelf: Shelf) -> None:
    """What is asked for twice comes once; what is not there does not come."""
    assert [entry.id for entry in shelf.library.entries([3, 1, 3, 99])] == [1, 3]
    assert shelf.library.of_articles(["first", "none"], 2) == [1, 2]


def test_ids_are_the_lowest_in_rising_order(shelf: Shelf) -> None:
    """Of more sections than were asked for the lowest come, in whatever order they went into the index."""
    index.remove(shelf.connection, [1, 2])
    index.add(shelf.connection, [(at, *shelf.entry(1)) for at in (9, 1, 5, 7)])
    analyze = shelf.library
    assert analyze.holding("bigrams", "数字", 3) == [1, 5, 7]
    assert analyze.phrase("bigrams", ["数字", "字工"], 3) == [1, 5, 7]
    assert analyze.near("bigrams", ["培育"], ["工匠"], 6, 3) == [1, 5, 7]
    assert analyze.of_articles(["first"], 3) == [1, 3, 5]


@pytest.mark.parametrize(("limit", "found"), [(1, [1]), (2, [1, 3]), (9, [1, 3])])
def test_one_character_is_looked_for_in_the_first_sections_and_then_in_the_index(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch, limit: int, found: list[int]
) -> None:
    """The lowest ids come whether or not the first two sections hold enough of them."""
    monkeypatch.setattr(indexed_library, "LOOKED_THROUGH", 2)
    assert shelf.library.phrase("bigrams", ["匠"], limit) == found


def test_full_forms_come_in_order(shelf: Shelf) -> None:
    """Each once, however many sections introduce it."""
    for section, full in ((2, "工匠精神"), (3, "匠人精神"), (1, "匠人精神")):
        sql = "INSERT OR IGNORE INTO section_aliases (section, short, full) VALUES (?, '工神', ?)"
        shelf.connection.execute(sql, (section, full))
    assert shelf.library.full_forms("工神") == ("匠人精神", "工匠精神")
