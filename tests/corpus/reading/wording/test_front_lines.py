"""What a line near the title is by itself: number, date, imprint, red head, author, lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.reading.pieces import Piece
from corpus.reading.structure import mastheads
from corpus.reading.wording import front_lines

if TYPE_CHECKING:
    from collections.abc import Callable

LINES: dict[str, tuple[Callable[[str], bool], tuple[str, ...], tuple[str, ...]]] = {
    "number": (
        front_lines.is_number,
        (
            "国办发〔2018〕127号",
            "浙政发[2020] 1 号",
            "滨政办发（2020）33号    签发人：李四",
            "第十三届〔2019〕第5号",
        ),
        ("国办发127号", "根据国务院办公厅的有关要求和部署〔2018〕127号", "2018年第127号"),
    ),
    "date": (
        front_lines.is_date,
        ("2018年10月23日", "（2019年3月5日）", "二〇一九年三月", "2018年10月23日 星期二"),
        ("2018年度", "2018年10月23日，会议通过了决议。", "到2018年10月"),
    ),
    "dated": (
        front_lines.dated,
        ("（2019年3月15日第十三届全国人民代表大会第二次会议通过）", "2018年10月23日"),
        ("2019年3月15日至20日", "2019年3月15日起施行", "2019年3月"),
    ),
    "imprint": (
        front_lines.is_imprint,
        ("督查办公室编　　2022年8月5日", "滨海市人民政府办公室　2020年9月30日印发"),
        ("滨海市人民政府办公室 2020年9月30日", "滨海市　2020年9月"),
    ),
    "red head": (front_lines.is_masthead, ("浙江省人民政府文件", "中共中央文 件"), ("文件", "重要文件精神")),
    "issue": (mastheads.is_issue, ("第 12 期", "（总第三十期）", "第5号"), ("第12期工程", "第一章")),
    "copy": (mastheads.is_above, ("000123", "份号：000123", "No. 000123"), ("12", "0001234567")),
    "front": (
        front_lines.opens_front_line,
        ("作者：王小明", "摘要：数字经济", "国办发〔2018〕127号", "By Arman Khosravi"),
        ("作者说", "摘要数字经济", "国办发〔2018〕127号文件"),
    ),
}
ROWS = [
    pytest.param(form, text, said, id=f"{name}: {text}")
    for name, (form, yes, no) in LINES.items()
    for said, texts in ((True, yes), (False, no))
    for text in texts
]


@pytest.mark.parametrize(("form", "text", "said"), ROWS)
def test_a_line_is_known_by_its_form(form: Callable[[str], bool], text: str, said: bool) -> None:  # noqa: FBT001 - a row's answer
    """Each form takes its own lines, and leaves those that only look like them."""
    assert form(text) is said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("（作者：王小明）", "王小明"),
        ("王 明", "王 明"),
        ("王小明、李建国", "王小明、李建国"),
        ("鄭明遠", "鄭明遠"),
        ("撰稿：劉曉東", "劉曉東"),
        ("鄉村振興", None),
        ("省长 王 明", "王 明"),
        ("Ludwig van Beethoven and John Smith", "Ludwig van Beethoven and John Smith"),
        ("《求是》评论员", "《求是》评论员"),
        ("记者：您如何理解？", None),
        ("王小明同志在会上强调，要抓住机遇", None),
        ("作者：" + "长" * 41, None),
    ],
)
def test_an_author_is_named_without_a_mark(text: str, name: str | None) -> None:
    """The mark, the office and the brackets are left out; a sentence or a question names nobody. In any script."""
    assert front_lines.author_of(Piece(text)) == name


def test_what_a_format_states_is_no_byline() -> None:
    """A heading, a row and a note name no author, however they read."""
    stated = (Piece("王小明", level=1), Piece("王小明", role="row"), Piece("王小明", role="note"))
    assert [front_lines.author_of(piece) for piece in stated] == [None, None, None]
    assert front_lines.author_of(Piece("作者：王小明", role="author")) == "王小明"


def test_bodies_that_sign_together_are_one_author() -> None:
    """The lines above the closing date that are bodies are given in their order; a paragraph between ends them."""
    signed = ["正文。", "滨海市财政局", "滨海市统计局", "2019年1月24日"]
    assert front_lines.issuer("题目", signed) == "滨海市财政局 滨海市统计局"
    assert front_lines.issuer("国务院关于促进就业的意见", ["正文。", "2019年1月24日"]) == "国务院"
