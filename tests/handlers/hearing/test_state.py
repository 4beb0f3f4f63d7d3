"""Button values survive the journey, and forged ones are nobody's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.matching.query import LONGEST
from handlers.hearing.state import Shared, Turn, name_of
from handlers.sending.elements import VALUE


@given(st.text(max_size=LONGEST), st.integers(0, 999_999))
def test_a_turn_is_read_as_it_was_written(words: str, offset: int) -> None:
    """Any query travels in a button's value, within Slack's 2,000 characters."""
    turn = Turn("search", "0a1b2c3d4e5f", offset, words)
    assert len(turn.value()) <= VALUE
    assert Turn.read(turn.value()) == turn


def test_a_share_is_read_as_it_was_written() -> None:
    """The answer, the code and the range that was shown."""
    shared = Shared("0a1b2c3d4e5f", "k7m2-9xqd", 12, 240, ((14, 18), (100, 102)))
    assert Shared.read(shared.value()) == shared


def test_a_share_carries_as_many_highlights_as_a_button_holds() -> None:
    """Sixty, each as long as can be, stay within Slack's 2,000 characters."""
    hits = tuple((1_000_000 + at, 1_000_001 + at) for at in range(200))
    value = Shared("0a1b2c3d4e5f", "k7m2-9xqd", 0, 9_999_999, hits).value()
    read = Shared.read(value)
    assert len(value) <= VALUE
    assert read is not None
    assert read.hits == hits[:60]


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "s1",
        "s1|x|k7m2-9xqd|0-1",
        "s1|ab|../../etc|0-1",
        "s1|ab|k7m2-9xqd|-1-5",
        "t1|search|ab|-1|x",
        "{}",
    ],
)
def test_a_forged_value_is_not_read(forged: str) -> None:
    """What is not in our form is None."""
    assert Shared.read(forged) is None
    assert Turn.read(forged) is None


def test_a_value_beyond_slacks_length_is_not_read() -> None:
    """Slack would not have carried it."""
    assert Turn.read("t1|search|ab|0|" + "x" * VALUE) is None


def test_answers_are_told_apart() -> None:
    """Two requests make two names, one request makes one."""
    assert name_of("T1", "C1", "1.2") == name_of("T1", "C1", "1.2") != name_of("T1", "C1", "1.3")
