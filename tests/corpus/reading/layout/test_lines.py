"""Lines, their width in columns, and what of them no break divides."""

from __future__ import annotations

from corpus.reading.layout.columns import head, width
from corpus.reading.layout.lines import lines


def test_lines_know_where_they_stood() -> None:
    """A line has its indent in columns and the blank lines before it; a form feed begins a page."""
    first, second = lines("　　一\r\n\r\n\f二　\n")
    assert (first.text, first.indent, first.gap) == ("一", 4, 0)
    assert (second.text, second.gap, second.page) == ("二", 1, True)


def test_what_no_break_divides_stays_together() -> None:
    """A word, an opening mark with what it opens, and a Latin word between spaces stay together."""
    assert head("“数字”") == ("“数", "")
    assert head("革。改") == ("革", "。")
    assert head("了 DevOps 转型") == ("了 DevOps 转", "")
    assert (width("数字 A“"), width("数字 A“", "narrow"), width("数字 A“", "count")) == (8, 7, 5)
