"""Where a sentence that may be quoted ends, and what holds it together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.text.sentences import LONGEST_QUOTE, quotable_sentences

TEXTS = st.text(st.sampled_from("要改革a1，。！？…“”《》（）「」‘’\n "), max_size=60)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [text[start:end] for start, end in quotable_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要改革。要开放！", ["要改革。", "要开放！"]),
        ("要改革\n要开放", ["要改革", "要开放"]),
        ("真的吗？！真的。", ["真的吗？！", "真的。"]),
        ("他说：“要改革。要开放。”大家同意。", ["他说：“要改革。要开放。”", "大家同意。"]),
        ("落实“要改革。”的要求。", ["落实“要改革。”", "的要求。"]),
        ("提出“要改革！”，大家同意。", ["提出“要改革！”，大家同意。"]),
        ("印发《要改革。要开放。》的通知。", ["印发《要改革。要开放。》的通知。"]),
        ("（要改革。）要开放。", ["（要改革。）要开放。"]),
        ("要改革。） 要开放。", ["要改革。）", "要开放。"]),
        ("要改革……要开放。", ["要改革……", "要开放。"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_sentence_ends_at_its_mark_and_not_inside_marks_that_pair(text: str, expected: list[str]) -> None:
    """A line ends one too; a quotation that ends as a sentence ends the one round it where a word follows."""
    assert sentences(text) == expected


@given(TEXTS)
def test_sentences_leave_out_white_space_alone(text: str) -> None:
    """They stand in order, none is empty, none begins or ends with white space, and nothing else is lost."""
    spans = quotable_sentences(text)
    last = 0
    for start, end in spans:
        assert last <= start < end
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        last = end
    assert not text[last:].strip()


def test_a_mark_that_is_never_closed_holds_nothing_together() -> None:
    """An opening mark without its partner nearby is displaced: the text goes on as if it were not there."""
    assert sentences("要“改革。要开放。") == ["要“改革。", "要开放。"]
    assert sentences("要“改革。“要”开放。") == ["要“改革。", "“要”开放。"]
    assert len(sentences("“改革。" + "好" * LONGEST_QUOTE + "。”")) > 1
    assert len(sentences("“改革。" + "好" * (LONGEST_QUOTE // 2) + "。”")) == 1
