"""The folding N: what is the same words, what is not, and that the two sides of a check are folded alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.checking.folding import fold
from tests.corpus.checking.library import TEXT, checked

CHARACTERS = st.text(
    alphabet="应當当可以不得，,。．…—-“”「」［］【】《》〈〉１1①㎡½ Ａa 　\n\u200b著着資资·•~～年",
    max_size=40,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("应当 建立", "应当建立"),
        ("應當建立", "应当建立"),
        ("“一带一路”", "「一带一路」"),
        ("应当,建立", "应当，建立"),
        ("Ａ級", "a级"),
        ("2016—2020年", "2016－2020年"),
        ("[2018]5号", "〔2018〕5号"),
        ("意味著", "意味着"),
    ],
)
def test_the_same_words_fold_alike(one: str, other: str) -> None:
    """Width, script, case, spaces, quotation marks and shapes of marks are laid aside."""
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("应当，建立", "应当、建立"),
        ("《章程》", "章程"),
        ("建立！", "建立。"),
        ("8.6%", "86%"),
        ("資訊", "信息"),
        ("三成", "30%"),
        ("上颚", "上腭"),
    ],
)
def test_other_words_fold_apart(one: str, other: str) -> None:
    """Another mark, a bracket or a decimal point left out, and other words are never the same."""
    assert fold(one).text != fold(other).text


@given(CHARACTERS, CHARACTERS)
def test_the_places_lead_back(one: str, other: str) -> None:
    """Each folded character stands at a place of its source, in rising order; one place for each."""
    text = one + other
    folded = fold(text, ((len(one), len(text)),) if other else ())
    assert len(folded.places) == len(folded.text)
    assert list(folded.places) == sorted(folded.places)
    assert folded.text == fold(one).text


@given(st.integers(0, len(TEXT) - 8), st.integers(8, 60), st.booleans())
def test_equal_foldings_are_exact(start: int, length: int, wide: bool) -> None:  # noqa: FBT001 - hypothesis draws it
    """Words whose folding stands in the text are never near or absent, however they are written."""
    said = TEXT[start : start + length].strip("，。、；：\n")
    if wide:
        said = said.replace("，", ",").replace("发", "發").replace("（", "(")
    if fold(said).text in fold(TEXT).text and len(fold(said).text) > 5:
        assert checked(said).verdict in {"exact", "truncated"}
