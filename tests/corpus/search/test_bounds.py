"""What one query may cost: counted work, whatever the library's size, and processor time, whatever is typed."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from corpus.errors import QueryError
from corpus.search.pipeline import search
from corpus.search.query.language import parse
from corpus.search.score import scoring
from corpus.search.score.features import alignment
from tests.corpus.search.endless import Endless
from tests.corpus.search.in_memory_library import FIRST, Shelf

if TYPE_CHECKING:
    from corpus.search.library import Entry
    from corpus.search.query.weights import WeightedQuery

LOOKS = 1_000  # questions to the index: some five for each of the 200 characters that are looked at
ROWS = 12_000  # ids read: up to four layers of 3,000, and runs of 200
TEXTS = 4_000  # sections whose text is read
ALIGNED = 40 + 100  # sections that are aligned, and those beside them that hold the query as it stands
PATIENCE = 0.1  # seconds of processor time
CHARACTERS = st.one_of(
    st.characters(),
    st.characters(categories=["Cs"]),
    st.sampled_from("国家的数字工匠agjzsxi '\"“”《》-－:：*()文章日期作者 \n\0+%é〇"),
)
TEXT = st.text(CHARACTERS, max_size=10_000)
LONG = (
    "的" * 10_000,
    "1" * 10_000,
    "shi" * 3_333,
    "文章:" * 3_000,
    "“国家" * 3_000,
    "-的 " * 3_000,
    "ﷺ" * 9_000,
    "国人民的法律",
    "什么是数字经济" * 900,
    "\ud800" * 10_000,
    "国",
    "xian" * 50,
    "长三角 双创 自创区 一带一路 " * 500,
)


@pytest.mark.parametrize(
    "text", [*LONG, "数字工匠", "数字工匠培育规划向社会公布", "shuzi gongjiang", "szgj", "数字经济怎么发展？"]
)
def test_work_is_bounded_in_a_library_of_any_size(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """A million sections, all holding every term: no query reads or aligns more than it may."""
    aligned = 0

    def counted(weighted: WeightedQuery, entry: Entry) -> dict[str, float]:
        nonlocal aligned
        aligned += 1
        return alignment(weighted, entry)

    monkeypatch.setattr(scoring, "alignment", counted)
    library = Endless()
    try:
        search(parse(text), library)
    except QueryError:
        return
    assert library.looks <= LOOKS
    assert library.rows <= ROWS
    assert library.texts <= TEXTS
    assert aligned <= ALIGNED
    assert len(library.whole) <= ALIGNED


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    """Sections with the characters that are typed most."""
    return Shelf(
        {FIRST: [f"国家的数字工匠，第{number}批，培育“法律的意思”（1+{number}）。" for number in range(40)]}
    )


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
@given(TEXT)
def test_no_query_takes_long(shelf: Shelf, text: str) -> None:
    """Any Unicode up to 10,000 characters, lone surrogates and operators among it."""
    took = [_seconds(shelf, text) for _ in range(2)]
    assert min(took) < PATIENCE  # what is met for the first time may load a table


for _text in LONG:
    test_no_query_takes_long = example(_text)(test_no_query_takes_long)


def _seconds(shelf: Shelf, text: str) -> float:
    """Return the processor time that a query takes; neighbours on the same machine lengthen it little."""
    began = time.process_time()
    with suppress(QueryError):
        shelf.search(text)
    return time.process_time() - began
