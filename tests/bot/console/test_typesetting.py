"""Setting text on a terminal: no character is lost, no line is too wide, nothing can steer the terminal."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.console.typesetting import (
    PlainPen,
    ScreenLine,
    StyledRun,
    TerminalPen,
    broken,
    harmless,
    plain,
    width,
    wrap,
)

TEXT = st.text(
    st.sampled_from("数字工匠，。”》a b-1é\u0301…") | st.characters(exclude_categories=["Cs"]), max_size=80
)


@given(st.lists(st.builds(StyledRun, TEXT, st.booleans()), max_size=5), st.integers(4, 40))
def test_wrapping_loses_no_character(runs: list[StyledRun], columns: int) -> None:
    """The wrapped lines joined are the text, bold where it was, and none is wider than it may be."""
    lines = wrap(runs, columns)
    kept = [(character, run.bold) for line in lines for run in line for character in run.text]
    assert kept == [(character, run.bold) for run in runs for character in run.text]
    assert all(width("".join(run.text for run in line)) <= columns + 2 for line in lines)


def test_a_wide_character_takes_two_columns() -> None:
    """Chinese characters and full-width punctuation count twice, combining marks not at all."""
    assert width("数字，a") == 7
    assert width("e\u0301") == 1


def test_closing_punctuation_does_not_open_a_line() -> None:
    """A full stop that would begin a line hangs at the end of the one before."""
    lines = wrap([StyledRun("数字工匠。高质量")], 8)
    assert ["".join(run.text for run in line) for line in lines] == ["数字工匠。", "高质量"]


def test_a_word_is_not_cut_where_a_space_is_near() -> None:
    """Latin words stay whole."""
    lines = wrap([StyledRun("policy bot quotes")], 12)
    assert ["".join(run.text for run in line) for line in lines] == ["policy bot ", "quotes"]


def test_a_terminal_gets_bold_and_a_file_gets_words() -> None:
    """Bold is an escape sequence on a terminal, stars in a file; a quotation is left as it stands."""
    runs = (StyledRun("培育"), StyledRun("工匠", bold=True))
    assert list(TerminalPen(40).lay(ScreenLine(runs, "│ "))) == ["│ 培育\033[1m工匠\033[0m"]
    assert list(PlainPen().lay(ScreenLine(runs))) == ["培育*工匠*"]
    assert list(PlainPen().lay(ScreenLine(runs, "│ ", verbatim=True))) == ["│ 培育工匠"]


def test_the_bar_of_a_quotation_stands_on_every_line() -> None:
    """A bar is repeated where a line wraps; a bullet is not."""
    long = "数" * 30
    assert [line[:2] for line in TerminalPen(30).lay(plain(long, "│ "))] == ["│ "] * 3
    assert [line[:2] for line in TerminalPen(30).lay(plain(long, "• "))] == ["• ", "  ", "  "]


def test_text_cannot_steer_the_terminal() -> None:
    """Escape sequences in a text are shown as pictures."""
    assert harmless("\033[2J\x9b\t数") == "␛[2J�␉数"


def test_a_note_is_for_pens_that_have_no_bold() -> None:
    """What is bold is told in words only where it cannot be seen."""
    note = ScreenLine((StyledRun("(bold: 工匠)"),), note=True)
    assert list(TerminalPen(40).lay(note)) == []
    assert list(PlainPen().lay(note)) == ["(bold: 工匠)"]


def test_line_feeds_make_lines() -> None:
    """Runs are split at their line feeds, styles kept."""
    assert broken([StyledRun("一\n二", bold=True), StyledRun("三")]) == [
        ScreenLine((StyledRun("一", bold=True),)),
        ScreenLine((StyledRun("二", bold=True), StyledRun("三"))),
    ]
