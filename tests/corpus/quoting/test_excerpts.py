"""Sentences, excerpts and citations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.quoting.citations import citation, line
from corpus.quoting.excerpts import cut
from corpus.text.sentences import quotable_sentences
from corpus.vocabulary import Article, Match, Section

CHINESE = st.text(st.sampled_from("数字经济，。！？“”《》；但不得除外\n a"), max_size=300)


def sentences(text: str) -> list[str]:
    """Return the sentences as texts."""
    return [text[start:end] for start, end in quotable_sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("第一句。第二句！第三句", ["第一句。", "第二句！", "第三句"]),
        ("他说“好。我来”，就来了。走吧。", ["他说“好。我来”，就来了。", "走吧。"]),
        ("见《怎么办？》一书。完", ["见《怎么办？》一书。", "完"]),
        ("真的吗？！当然……", ["真的吗？！", "当然……"]),
        ("“好。”又一句。", ["“好。”", "又一句。"]),
        ("”错位的引号。仍分句。", ["”错位的引号。", "仍分句。"]),
    ],
)
def test_sentences_end_outside_quotations(text: str, parts: list[str]) -> None:
    """A mark inside “…” or 《…》 ends no sentence; displaced quotes hold nothing."""
    assert sentences(text) == parts


@given(CHINESE)
def test_sentences_lose_only_white_space(text: str) -> None:
    """Sentences are slices in order, and between them is nothing but white space."""
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def match(text: str, *spans: tuple[int, int]) -> Match:
    """Make a match in a section of its own."""
    return Match(Section("a", 1, (), text, 0), 1.0, "exact", spans)


def test_a_short_section_is_quoted_whole() -> None:
    """What fits is not cut."""
    excerpt = cut(match("第一句。第二句。", (4, 6)))
    assert (excerpt.text, excerpt.highlights, excerpt.cut_after) == ("第一句。第二句。", ((4, 6),), False)


def test_a_long_section_is_cut_at_sentences() -> None:
    """Whole sentences round the match, and what is left out is marked."""
    text = "前面的话。" * 30 + "数字工匠在这里。" + "后面的话。" * 30
    excerpt = cut(match(text, (150, 154)), limit=60)
    assert "数字工匠在这里。" in excerpt.text
    assert excerpt.text.endswith("。")
    assert len(excerpt.text) <= 60
    assert (excerpt.cut_before, excerpt.cut_after) == (True, True)


def test_a_sentence_that_limits_the_last_goes_with_it() -> None:
    """但, 不得 and 除外 are never cut off from what they limit."""
    text = "甲" * 50 + "。出租人应当交付租赁物。但是当事人另有约定的除外。" + "乙" * 50 + "。"
    assert cut(match(text, (51, 60)), limit=15).text == "出租人应当交付租赁物。但是当事人另有约定的除外。"


@given(CHINESE, st.data())
def test_an_excerpt_is_a_slice(text: str, data: st.DataObject) -> None:
    """Whatever the match, the excerpt is a stretch of the section; highlights lie inside it."""
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    excerpt = cut(match(text, (start, end)), limit=data.draw(st.integers(5, 80)))
    assert text[excerpt.start : excerpt.end] == excerpt.text


def test_a_match_that_the_first_sentence_cuts_is_taken_in() -> None:
    """What is taken in for one match may hold the end of another: that one is quoted whole too."""
    excerpt = cut(match("a\naaaa\naaaa", (0, 3), (4, 11)), limit=5)
    assert (excerpt.text, excerpt.highlights) == ("a\naaaa\naaaa", ((0, 3), (4, 11)))


@given(st.text(st.sampled_from("数字经济，。；但不得除外\n a”"), max_size=400), st.data())
def test_an_excerpt_holds_a_match_whole(text: str, data: st.DataObject) -> None:
    """Whatever the text and the spans, a match is quoted whole and highlighted; where it is too long, its part."""
    marks = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8))) if text else []
    spans = [span for span in zip(marks[::2], marks[1::2], strict=False) if text[span[0] : span[1]].strip()]
    if not spans:
        return
    limit = data.draw(st.integers(5, 80))
    excerpt = cut(match(text, *spans), limit)
    shown = [(start + excerpt.start, end + excerpt.start) for start, end in excerpt.highlights]
    assert shown
    assert len(text) <= limit or len(excerpt.text) <= 3 * limit
    first = next(span for span in spans if span[1] > shown[0][0])
    held, wanted = text[slice(*shown[0])], text[slice(*first)]
    assert held.strip() == wanted.strip() or (len(wanted) > 3 * limit and held in wanted)


@pytest.mark.parametrize("mark", ["", "，", "、"])
def test_the_match_at_the_end_of_an_endless_sentence_is_quoted(mark: str) -> None:
    """A section of one sentence, with hardly a mark or none, is cut round the match."""
    text = (
        f"从起点站出发{mark}" + "一路向东经过许多村庄和田野" * 250 + "最后到达终点站附近的广场" + "再走" * 700
    )
    at = text.index("终点站")
    excerpt = cut(match(text, (at, at + 3)))
    assert [excerpt.text[start:end] for start, end in excerpt.highlights] == ["终点站"]
    assert (excerpt.cut_before, excerpt.cut_after) == (True, True)
    assert len(excerpt.text) <= 1_200


def test_a_citation_leaves_out_what_is_not_known() -> None:
    """No field is guessed, and no mark stands for a missing one."""
    section = Section("a", 3, ("一、总则", "（一）目标"), "文", 0, code="k7m2-9xqd")
    full = Article(
        "a", "条例", author="省人大", source="公报", published="2021", document_number="浙人大〔2021〕1号"
    )
    assert line(citation(full, section)) == (
        "省人大：《条例》（浙人大〔2021〕1号），公报，2021，“一、总则 / （一）目标”，第 3 段〔k7m2-9xqd〕"
    )
    assert line(citation(Article("a", "《条例》"), Section("a", 1, (), "文", 0))) == "《条例》，第 1 段"


@pytest.mark.parametrize(
    ("status", "mark"), [("已废止", "（已废止）"), ("现行有效", ""), ("尚未失效", ""), (None, "")]
)
def test_a_citation_marks_what_is_repealed(status: str | None, mark: str) -> None:
    """With its status, as the library has it, behind the title; what is in force has no mark."""
    section = Section("a", 1, (), "文", 0)
    assert line(citation(Article("a", "条例", status=status), section)) == f"《条例》{mark}，第 1 段"


def test_a_limit_behind_the_last_neighbour_is_taken_in_too() -> None:
    """However an excerpt grew, it does not end right before the 但是 that limits its last sentence."""
    filler = "本段说明其他事项。" * 8
    text = f"{filler}外地车辆可以领取绿色号牌。{filler}新购车辆免收停车费。但是，排量超过两升的车辆除外。{filler * 4}"
    at = text.index("绿色号牌")
    for limit in range(90, 200, 7):
        excerpt = cut(match(text, (at, at + 4)), limit)
        assert not excerpt.text.endswith("免收停车费。")
