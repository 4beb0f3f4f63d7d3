"""Page numbers and running heads go, and no line of the text goes with them."""

from __future__ import annotations

import pytest

from corpus.reading.structure.outlines import outline

BODY = "各地各部门要结合实际认真抓好贯彻落实，确保各项任务按期完成、取得实效。"


def kept(text: str) -> list[str]:
    """Return the texts of an outline's parts."""
    return [part.text for part in outline(text).parts]


@pytest.mark.parametrize("number", ["— 1 —", "第 1 页 共 2 页", "- 1 -"])
def test_the_fifth_line_of_a_text_stays_beside_a_page_break(number: str) -> None:
    """The fifth line is no running head of itself, wherever the first page ends."""
    lines = [
        "政务公开工作要点",
        "一、扩大公开范围。",
        BODY,
        "二、规范公开程序。",
        "违者依规追责的情形由各单位自行规定",
    ]
    for place in (4, 5):
        seen = kept("\n".join([*lines[:place], number, *lines[place:], BODY, BODY]))
        assert "".join(lines) + BODY * 2 == "".join(seen)


@pytest.mark.parametrize(
    "line", ["第12页的附表由财政局负责修订。", "第3页注释删去。", "98/100", "第5页", "3/12"]
)
def test_what_only_looks_like_a_page_number_stays(line: str) -> None:
    """A sentence about a page, a score and a reference count nothing up, so they are text."""
    assert line in "\n".join(kept(f"说明\n\n{BODY}\n\n{line}\n\n{BODY}\n\n甲区\n\n87/100\n\n{BODY}\n"))


@pytest.mark.parametrize("form", ["第{}页", "{}/3", "第 {} 页"])
def test_plain_page_numbers_that_count_up_go(form: str) -> None:
    """第1页, 第2页, 第3页 below a page each are page numbers."""
    pages = "".join(f"{BODY}\n" * 8 + form.format(page) + "\n" for page in (1, 2, 3))
    assert kept(f"说明\n{pages}") == ["说明"] + [BODY] * 24


@pytest.mark.parametrize(
    "form", ["·{}·　　《中国乡镇》2023年第6期", "《中国乡镇》2023年第6期　　·{}·", "{}  中国乡镇研究通讯"]
)
def test_a_running_head_with_its_page_number_goes(form: str) -> None:
    """A head that is the same on every page but for a number that grows stands in no paragraph."""
    half = len(BODY) // 2
    pages = "".join(form.format(page) + "\n" + f"{BODY}\n" * 14 + BODY[:half] + "\n" for page in (17, 18, 19))
    seen = kept(f"小镇的生活\n{pages}{BODY[half:]}\n")
    assert not any("乡镇" in text for text in seen)


@pytest.mark.parametrize("form", ["附件 {}", "图 {}", "Table {}", "重点任务专栏 {}"])
def test_counted_lines_of_a_text_stay(form: str) -> None:
    """附件 1, 附件 2, 附件 3 count up too, and are text."""
    text = "说明\n" + "".join(form.format(number) + "\n" + f"{BODY}\n" * 14 for number in (1, 2, 3))
    assert [text for text in kept(text) if text != BODY] == ["说明", *(form.format(n) for n in (1, 2, 3))]


def test_a_last_page_may_be_short() -> None:
    """Below the last line of a page of two lines 第 2 页 is a page number, and so is 第 1 页 below all of a text."""
    pages = f"{BODY}\n" * 9 + f"第 1 页\n{BODY}\n第 2 页\n"
    assert kept(f"说明\n{pages}") == ["说明"] + [BODY] * 10
    assert kept(f"说明\n{BODY}\n{BODY}\n第 1 页\n") == ["说明", BODY, BODY]
