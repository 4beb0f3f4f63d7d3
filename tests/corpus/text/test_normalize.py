"""The folded text and its map back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.normalize import (
    normalize,
    normalize_letters,
    normalize_letters_with_offsets,
    normalize_with_offsets,
)

MIXED = st.text(
    st.sampled_from("數字经济１＋Ｎ“”《》，。 \u3000\u200bＡbﬁ㈠é́½ß…—-") | st.characters(), max_size=60
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“１＋Ｎ”", "1+n"),
        ("數字經濟", "数字经济"),
        ("G20 杭州　峰会", "g20杭州峰会"),
        ("《条例》，", "条例,"),
        ("什麼", "什么"),
        ("於後裡臺", "于后里台"),
    ],
)
def test_width_script_case_quotes_and_spaces_fold(text: str, folded: str) -> None:
    """What differs only in width, script, case, quotes or spaces is the same folded."""
    assert normalize_with_offsets(text).text == folded


def test_bones_have_no_punctuation_but_keep_plus_and_percent() -> None:
    """1+N and 5% stay what they are; other marks go."""
    assert normalize_letters_with_offsets("“1+N”，5%。（PM2.5）").text == "1+n5%pm25"


@given(MIXED)
def test_every_folded_character_maps_to_its_source(text: str) -> None:
    """Each folded character is what its source folds to, in order; both folds agree with the fast ones."""
    for with_map, without in (
        (normalize_with_offsets, normalize),
        (normalize_letters_with_offsets, normalize_letters),
    ):
        mapped, fast = with_map(text), without(text)
        assert mapped.text == fast
        assert len(mapped.offsets) == len(fast)
        assert list(mapped.offsets) == sorted(mapped.offsets)
        sources = dict.fromkeys(mapped.offsets)
        assert "".join(with_map(text[at]).text for at in sources) == fast


@given(MIXED, st.data())
def test_a_span_maps_to_a_stretch_that_folds_to_it(text: str, data: st.DataObject) -> None:
    """The stretch that a span maps back to holds the span's characters."""
    folded = normalize_letters_with_offsets(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.span(start, end)
    assert folded.text[start:end] in normalize_letters(text[first:last])


def test_offsets_can_be_sliced() -> None:
    """Offsets behave as a sequence does."""
    assert normalize_with_offsets("a b c").offsets[1:] == [2, 4]
    assert normalize_with_offsets("a b c").offsets[-1] == 4
