"""Which marks end what, for each reader that asks."""

from __future__ import annotations

import pytest

from corpus.reading import sections
from corpus.reading.wording import sentence_ends
from corpus.text import end_marks
from corpus.text.end_marks import marks
from corpus.text.sentences import quotable_sentences

TABLE = [
    ("FULL", "。！？", "!?；，：…"),
    ("SENTENCE", "。！？!?", "；;，…"),
    ("QUOTABLE", "。！？!?…", "；，："),
    ("STATED", "。！!", "？?…；"),
    ("CLAUSE", "。！？；", "!?;，："),
    ("PARTED", "。！？!?；;", "，：…"),
    ("BROKEN", "。！!；;，,、：:", "？?…"),
]


@pytest.mark.parametrize(("name", "ends", "goes_on"), TABLE)
def test_a_set_of_ends_holds_its_marks_and_no_other(name: str, ends: str, goes_on: str) -> None:
    """Each named set is those marks exactly; what goes on for its reader is not among them."""
    held = getattr(end_marks, name)
    assert sorted(held) == sorted(ends)
    assert not set(goes_on) & set(held)


def test_marks_are_given_in_both_types() -> None:
    """Chinese and Latin type, or Chinese type alone; a mark that Latin type lacks stands once."""
    assert marks("part") == "；;"
    assert marks("part", latin=False) == "；"
    assert marks("statement", "trail") == "。！!…"
    assert marks() == ""


@pytest.mark.parametrize(
    ("text", "quotable", "first"),
    [
        ("改革。开放。", ["改革。", "开放。"], "改革。"),
        ("真的?真的。", ["真的?", "真的。"], "真的?真的。"),
        ("改革……开放。", ["改革……", "开放。"], "改革……开放。"),
        ("改革；开放。", ["改革；开放。"], "改革；开放。"),
        ("（改革。）开放。", ["（改革。）开放。"], "（改革。）开放。"),
        ("【改革。】开放。", ["【改革。】", "开放。"], "【改革。】开放。"),
        ("改革\n开放。", ["改革", "开放。"], "改革\n开放。"),
        ("“改革。开放。", ["“改革。", "开放。"], "“改革。"),
    ],
)
def test_each_splitter_has_its_own_end(text: str, quotable: list[str], first: str) -> None:
    """A quotation ends at a line, at ? and at …, and inside 【】; a heading or a topic at 。！？ outside all marks."""
    assert [text[start:end] for start, end in quotable_sentences(text)] == quotable
    assert sentence_ends.first_sentence(text) == first


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("加强领导。", True),
        ("加强领导，", True),
        ("包括：", True),
        ("（一）加强领导；", True),
        ("他说：“加强领导。”", True),
        ("加强领导", False),
        ("怎样加强领导？", False),
        ("加强领导...", False),
        ("加强领导（试行）", False),
    ],
)
def test_a_heading_is_not_closed_as_a_sentence(text: str, ended: bool) -> None:  # noqa: FBT001 - a row's answer
    """A full stop, or a mark at which a line breaks off within its sentence, closes; a question may be a heading."""
    assert sentence_ends.ended(text) is ended


@pytest.mark.parametrize("mark", end_marks.PARTED)
def test_a_long_section_is_cut_behind_each_mark(mark: str) -> None:
    """It is cut at the end of a sentence or of a part of one, and never within."""
    text = ("改革" * 20 + mark) * 1_000
    pieces = [text[start:end] for start, end in sections.pieces(text)]
    assert len(pieces) > 1
    assert all(piece.endswith(mark) for piece in pieces)
    assert "".join(pieces) == text
