"""Page numbers and running heads, told from the text by their place and their repetition."""

from __future__ import annotations

from corpus.reading.furniture import stripping
from corpus.reading.layout.lines import lines


def test_page_numbers_and_running_heads_are_taken_out() -> None:
    """Page numbers and heads that repeat beside them go, and are kept as furniture; the text stays whole."""
    head = "题目题目题目题目"
    pages = f"{head}\n正文一\n正文二\n正文三\n正文四\n— 1 —\n{head}\n正文五\n正文六\n— 2 —\n{head}\n正文七"
    kept, dropped = stripping.strip(lines(pages))
    assert [line.text for line in kept][1:] == [f"正文{number}" for number in "一二三四五六七"]
    assert dropped == ("— 1 —", head, "— 2 —", head)


def test_numbers_of_a_table_are_no_pages() -> None:
    """Bare numbers close to each other belong to a table and stay."""
    assert stripping.strip(lines("题目\n项目\n1\n项目\n2\n项目\n3"))[1] == ()


def test_a_running_head_cut_short_is_known_by_a_title_of_two_lines() -> None:
    """A running head that repeats the beginning of a title which took two lines is taken out."""
    head = "关于印发国家职业教育改革实施方案"
    one, two = (
        "\n".join(number + "正文" * 12 for number in numbers) for numbers in ("一二三四五", "六七八九")
    )
    pages = f"关于印发国家职业教育\n改革实施方案的通知\n{one}\n— 1 —\n{head}\n{two}"
    assert stripping.strip(lines(pages))[1] == ("— 1 —", head)
