"""What stands on a sheet stands in the blocks and in the plain text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.vocabulary import Section
from handlers.rendering.passage_blocks import LOOKS, also_of
from handlers.rendering.sheet import LEFT_OUT, Person, Sheet, TextRun, runs_of
from handlers.replies import Replies
from handlers.slack_api.block_limits import problems


def test_a_users_words_are_literal_in_blocks_and_escaped_in_text() -> None:
    """A mention in a query pings nobody."""
    sheet = Sheet()
    sheet.say("<!channel> & ", Person("U1"))
    message = sheet.message()
    elements = message.blocks[0]["elements"][0]["elements"]
    assert elements == [{"type": "text", "text": "<!channel> & "}, {"type": "user", "user_id": "U1"}]
    assert message.text == "&lt;!channel&gt; &amp; <@U1>"


def test_a_quotation_stands_before_its_source() -> None:
    """The quotation holds the runs, the section after it the source; the text marks the quotation too."""
    sheet = Sheet()
    sheet.quote((TextRun("数字"), TextRun("工匠", bold=True)), [TextRun("标题", bold=True), "\n路径"])
    message = sheet.message()
    quotation, source = message.blocks[0]["elements"]
    assert quotation["type"] == "rich_text_quote"
    assert quotation["elements"][1] == {"type": "text", "text": "工匠", "style": {"bold": True}}
    assert [leaf["text"] for leaf in source["elements"]] == ["标题", "\n路径"]
    assert message.text == "> 数字工匠\n标题\n路径"
    assert problems(message.private()) == []


@given(st.text(min_size=1, max_size=40), st.data())
def test_runs_joined_are_the_excerpt(text: str, data: st.DataObject) -> None:
    """Nothing is inserted at a highlight; what is left out is a run of its own."""
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6, unique=True)))
    highlights = list(zip(ends[::2], ends[1::2], strict=False))
    runs = runs_of(text, highlights, cut_before=True, cut_after=True)
    assert (runs[0], runs[-1]) == (TextRun(LEFT_OUT), TextRun(LEFT_OUT))
    assert "".join(run.text for run in runs[1:-1]) == text
    assert [run.text for run in runs if run.bold] == [text[start:end] for start, end in highlights]


def test_a_row_without_buttons_is_no_row() -> None:
    """Slack refuses an empty actions block."""
    sheet = Sheet()
    sheet.buttons()
    assert sheet.message().blocks == ()


def test_other_places_are_counted_and_the_first_of_them_told_by_code() -> None:
    """Three codes are told where there is room; where there is none, how many there are."""
    places = [Section("a", at, (), "同一句。", 0, code=f"c{at}") for at in range(5)]
    assert also_of(places, LOOKS[0], Replies()) == "（亦见 5 处：c0、c1、c2）"
    assert also_of(places, LOOKS[-1], Replies()) == "（亦见 5 处）"
