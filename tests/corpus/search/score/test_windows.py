"""Where a query fits best."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.search.score.windows import best_window, char_coverage, in_order

TEXT = "培养造就一批企业家和首席架构师培育一批实用型数字工匠和工程师"


@pytest.mark.parametrize(
    ("query", "likeness", "window"),
    [
        ("数字工匠", 1.0, "数字工匠"),
        ("数字工将", 0.75, "数字工匠"),
        ("数字匠工", 0.75, "数字工匠"),
        ("培育一批实型数字工匠", 0.9, "培育一批实用型数字工匠"),
    ],
)
def test_an_edit_costs_its_share(query: str, likeness: float, window: str) -> None:
    """A replaced, swapped or missing character costs one of the query's characters."""
    found, (start, end) = best_window(query, TEXT)
    assert found == pytest.approx(likeness, abs=0.001)
    assert TEXT[start:end] == window


def test_order_forgives_what_was_forgotten() -> None:
    """Words left out between do not count; words in another order do."""
    assert in_order("培育实用数字工匠", TEXT) == 1.0
    assert in_order("工匠实用培育", TEXT) < 0.8


@given(st.text(max_size=30), st.text(max_size=60))
def test_a_window_lies_in_the_text(query: str, text: str) -> None:
    """Likeness is a share, and the window a stretch of the text."""
    likeness, (start, end) = best_window(query, text)
    assert 0.0 <= likeness <= 1.0
    assert 0 <= start <= end <= len(text)


def test_a_rare_character_that_is_missing_says_more_than_a_common_one() -> None:
    """粽 for 种 is another thing; 的 for 了 is a slip. Order does not count, repetition does."""
    assert char_coverage("粽子包装", "种子包装物") < char_coverage("种子包装了", "种子包装物")
    assert char_coverage("工匠数字", "数字工匠") == 1.0
    assert char_coverage("万万", "万人") == 0.5
    assert char_coverage("", "万人") == 0.0
