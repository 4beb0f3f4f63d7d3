"""Button values survive the journey, and forged ones are nobody's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.search.query.language import LONGEST
from handlers.incoming.button_values import VALUE, PageTurn, SharedPassage, WindowState, filled, name_of


@given(st.text(max_size=LONGEST), st.integers(0, 999_999))
def test_a_turn_is_read_as_it_was_written(words: str, offset: int) -> None:
    """Any query travels in a button's value, within Slack's 2,000 characters."""
    turn = PageTurn("search", "0a1b2c3d4e5f", offset, words)
    assert len(turn.value()) <= VALUE
    assert PageTurn.read(turn.value()) == turn


def test_a_share_is_read_as_it_was_written() -> None:
    """The answer, the code and the range that was shown."""
    shared = SharedPassage("0a1b2c3d4e5f", "k7m2-9xqd", 12, 240, ((14, 18), (100, 102)))
    assert SharedPassage.read(shared.value()) == shared


def test_a_share_carries_as_many_highlights_as_a_button_holds() -> None:
    """Sixty, each as long as can be, stay within Slack's 2,000 characters."""
    hits = tuple((1_000_000 + at, 1_000_001 + at) for at in range(200))
    value = SharedPassage("0a1b2c3d4e5f", "k7m2-9xqd", 0, 9_999_999, hits).value()
    read = SharedPassage.read(value)
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
    assert SharedPassage.read(forged) is None
    assert PageTurn.read(forged) is None


def test_a_value_beyond_slacks_length_is_not_read() -> None:
    """Slack would not have carried it."""
    assert PageTurn.read("t1|search|ab|0|" + "x" * VALUE) is None


def test_answers_are_told_apart() -> None:
    """Two requests make two names, one request makes one."""
    assert name_of("T1", "C1", "1.2") == name_of("T1", "C1", "1.2") != name_of("T1", "C1", "1.3")


@pytest.mark.parametrize(
    "window", [WindowState("T1", "C1", "U1"), WindowState("E1", "D0A", "W1", "1763900000.000100", "0a1b")]
)
def test_a_window_is_read_as_it_was_written_by_who_it_was_shown_to(window: WindowState) -> None:
    """By another person, and in another workspace, it is not."""
    view = {"private_metadata": window.value()}
    assert WindowState.read(view, window.team, window.user) == window
    assert WindowState.read(view, window.team, "U2") is None
    assert WindowState.read(view, "T2", window.user) is None


@pytest.mark.parametrize(
    ("view", "told"),
    [
        ({}, ""),
        ({"state": None}, ""),
        ({"state": {"values": {"at": None}}}, ""),
        ({"state": {"values": {"at": {"value": {"value": "9:00"}}}}}, "9:00"),
        ({"state": {"values": {"at": {"value": {"selected_option": {"value": "every"}}}}}}, "every"),
        ({"state": {"values": {"at": {"value": {"selected_option": None}}}}}, ""),
    ],
)
def test_a_field_is_read_wherever_it_is_missing(view: dict[str, object], told: str) -> None:
    """What was typed or chosen; nothing where any part of the way to it is null or not there."""
    assert filled(view, "at", "value") == told
