"""Where an unquoted name begins, what governs it, and which ways of writing are one name."""

from __future__ import annotations

import pytest

from corpus.initiatives.gathering import AGAIN, gather, without_tails
from corpus.initiatives.noun_phrases import phrase, stops, verb_kind, whole
from corpus.initiatives.sightings import Sighting


@pytest.mark.parametrize(
    ("text", "head", "name", "before"),
    [
        ("深入实施快递下乡工程", "工程", "快递下乡工程", "实施"),
        ("实施科教兴国、人才强国战略", "战略", "人才强国战略", "、"),
        ("支持中国技能大师库", "大师库", "中国技能大师库", "支持"),
        ("这是，快递下乡工程", "工程", "快递下乡工程", "，"),
        ("快递下乡工程", "工程", "快递下乡工程", ""),
    ],
)
def test_a_phrase_begins_behind_a_verb_a_function_word_or_a_mark(
    text: str, head: str, name: str, before: str
) -> None:
    """What stands before it is told, and nothing at the beginning of a text."""
    at = text.index(head)
    found = phrase(text, at, at + len(head))
    assert found is not None
    assert (found.text, found.before) == (name, before)
    assert text[found.start :].startswith(name)


@pytest.mark.parametrize(
    ("text", "head"),
    [("工程", "工程"), ("330千伏电网工程", "工程"), ("加强国防", "强国")],
)
def test_a_head_alone_a_measured_one_and_a_piece_of_words_end_no_phrase(text: str, head: str) -> None:
    """A number's unit is no name, and 强国 stands in 加强 and 国防 by chance."""
    at = text.index(head)
    assert phrase(text, at, at + len(head)) is None


def test_a_name_takes_in_what_one_verb_coordinates() -> None:
    """Items without a head of their own belong to it; one with a head is another name."""
    for text, name in (
        ("实施科教兴国、人才强国战略", "科教兴国、人才强国战略"),
        ("实施快递下乡工程、人才强国战略", "人才强国战略"),
    ):
        found = phrase(text, len(text) - 2, len(text))
        assert found is not None
        assert whole(found) == name


@pytest.mark.parametrize(
    ("word", "kind"),
    [("实施", "carry"), ("全面推行", "carry"), ("建设", "soft"), ("服务", "inner"), ("数字", None)],
)
def test_a_long_verb_governs_as_its_last_two_characters(word: str, kind: str | None) -> None:
    """全面推行 is 推行."""
    assert verb_kind(word) == kind


@pytest.mark.parametrize(("word", "stopped"), [("的", True), ("和", True), ("三年", True), ("数字", False)])
def test_no_name_goes_on_over_a_function_word_a_joint_or_a_count(word: str, *, stopped: bool) -> None:
    """Any other word may stand in one."""
    assert stops(word) is stopped


@pytest.mark.parametrize(
    ("key", "left"), [("乡村振兴战略", ("乡村振兴",)), ("放管服的改革", ("放管服",)), ("互联网+监管", ())]
)
def test_a_tail_may_be_dropped_but_not_from_a_plus(key: str, left: tuple[str, ...]) -> None:
    """With its 的; 互联网+ and 互联网+监管 are two names."""
    assert without_tails(key) == left


def test_what_is_never_sure_counts_once_it_recurs() -> None:
    """One sure place is enough, and so are several that count together."""
    weak = Sighting("产教融合型企业", 0, 7, sure=False)
    assert gather([weak] * (AGAIN - 1)) == []
    assert [one.name for one in gather([weak] * AGAIN)] == ["产教融合型企业"]
    assert gather([Sighting("产教融合型企业", 0, 7, sure=False, again=False)] * AGAIN) == []
    assert [one.ways for one in gather([weak, Sighting("产教融合型企业", 9, 16, aliases=("融企",))])] == [
        ["产教融合型企业", "融企"]
    ]
