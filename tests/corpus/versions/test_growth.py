"""Pairing two versions costs their length, also where all passages are nearly equal, and decides as if it did not."""

from __future__ import annotations

from random import Random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.versions.alignment import MARGIN, Rivals, align_texts
from corpus.versions.resemblance import Resemblance
from corpus.versions.wording import same_figures, wording

# seconds are compared, and tracing lines would be timed with them
pytestmark = pytest.mark.no_cover
TIMES, GROWTH = 4, 9  # between four and its square


def matters(number: int) -> str:
    """Return a passage that differs from the others in figures alone."""
    return f"本条规定事项{number}应当按照规定办理并报告。"


def letters(number: int) -> str:
    """Return a passage that differs from the others in three characters."""
    one, rest = divmod(number, 900)
    two, three = divmod(rest, 30)
    return f"关于{''.join(chr(0x5A00 + at) for at in (one, two + 50, three + 100))}的事项应当按照规定办理。"


def same(_: int) -> str:
    """Return a passage that has one run of characters in common with all others, and nothing beside."""
    return "办理办理"


KINDS = {"matters": matters, "letters": letters, "same": same}


def seconds(kind: str, count: int) -> float:
    """Return the seconds of the processor for two versions, one word changed in each passage, shuffled."""
    old = [KINDS[kind](number) for number in range(count)]
    new = [text.replace("应当", "必须").replace("办理办理", "办理") for text in old]
    Random(3).shuffle(new)  # noqa: S311 - no secret
    began = process_time()
    align_texts(old, new)
    return process_time() - began


@pytest.mark.parametrize("kind", KINDS)
def test_four_times_as_many_passages_take_no_square(kind: str) -> None:
    """The growth of the seconds of the processor is bounded, whatever the machine."""
    few, many = min(seconds(kind, 300) for _ in range(2)), seconds(kind, 300 * TIMES)
    assert many < GROWTH * max(few, 0.05), (few, many)


TEXTS = st.lists(
    st.builds(
        "{}本条规定事项{}应当按照{}办理。".format,
        st.sampled_from(["", "第一条 ", "第二条 "]),
        st.sampled_from(["1", "2", "3万"]),
        st.sampled_from(["规定", "要求", "本规定的要求", "规划"]),
    ),
    min_size=1,
    max_size=9,
)


@given(TEXTS, TEXTS)
def test_a_pair_is_clear_as_if_held_against_all_others(old: list[str], new: list[str]) -> None:
    """Two of each passage's likest pairs stand for all: the same pairs are clear."""
    before, after = ([wording(text) for text in side] for side in (old, new))
    scores = Resemblance(before, after).candidates(range(len(old)), range(len(new)))
    rivals = Rivals(scores, before, after)
    agree = {pair: same_figures(before[pair[0]], after[pair[1]]) for pair in scores}
    for pair, score in scores.items():
        beside = [one for one in scores if one != pair and (one[0] == pair[0] or one[1] == pair[1])]
        others = [one for one in beside if scores[one] >= score - MARGIN]
        plainly = not others or (agree[pair] and not any(agree[one] for one in others))
        assert rivals.clear(pair) == plainly
