"""No pattern takes more than its text's length of time: one hostile line stops nobody."""

from __future__ import annotations

import re
import signal
from contextlib import contextmanager, suppress
from time import perf_counter
from typing import TYPE_CHECKING

import pytest

from tests.corpus.patterns import Asked, patterns, runs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

FEW, SOME = (
    60,
    2_000,
)  # characters: of an exponential pattern the first take an age, of a square one the others
SUSPECT = 0.008  # seconds for SOME of them from which it is looked at again; a linear pattern takes a tenth
GROWTH = 3.0  # times that twice as many take: two where it is linear, four where it is square
TRIES = 6  # another process may take the core away in one try or two, and in none so that it looks linear
SHARES = 8  # of the patterns, so that two processes share the work
AGE = 3.0  # seconds after which a try is given up

# what is timed here is the engine of re, and tracing lines would be timed with it
pytestmark = pytest.mark.no_cover


class LateError(Exception):
    """A pattern took an age."""


@contextmanager
def an_age() -> Iterator[None]:
    """Give up what is in the block after an age: the engine of re looks for signals."""

    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise LateError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, AGE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def seconds(asked: Asked, text: str) -> float:
    """Return how long a pattern takes over a text, an age at most."""
    began = perf_counter()
    with suppress(LateError), an_age():
        asked.ask(text)
    return perf_counter() - began


def grows(asked: Asked, few: str, many: str) -> bool:
    """Whether a pattern takes far more than twice as long over twice the text, however often it is tried."""
    for _ in range(TRIES):
        one = min(seconds(asked, few) for _ in range(3))
        if one < SUSPECT / 2 or min(seconds(asked, many) for _ in range(2)) < GROWTH * one:
            return False
    return True


def square(asked: Asked) -> str | None:
    """Return the beginning of a text over which a pattern takes more than its length of time; None where none is."""
    few_some_many = (runs(asked.pattern, length) for length in (FEW, SOME, 2 * SOME))
    texts: Iterator[tuple[str, str, str]] = zip(*few_some_many, strict=True)
    for few, some, many in texts:
        if seconds(asked, few) > SUSPECT:
            if min(seconds(asked, few) for _ in range(TRIES)) > SUSPECT:
                return few[:20]
        elif seconds(asked, some) > SUSPECT and grows(asked, some, many):
            return few[:20]
    return None


@pytest.mark.parametrize("share", range(SHARES))
def test_a_pattern_is_linear(share: int) -> None:
    """Runs of its own characters, of blanks, dots and brackets, alone and in pairs, cost a pattern their length."""
    asked = patterns()[share::SHARES]
    assert asked
    assert {one.where: begin for one in asked if (begin := square(one)) is not None} == {}


@pytest.mark.parametrize("form", [r"(?:\s*[.]\s*){2,}x", r"[^。\n]+。", r"^\s*目录\s*】?\s*:?$"])
def test_the_scan_sees_what_is_not_linear(form: str) -> None:
    """Exponential, square and cubic patterns are told, as they were written here once."""
    assert square(Asked("", re.compile(form), frozenset({"search"}))) is not None
