"""Texts that were passed on by mail or chat, or copied out of a page: their marks are no text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.reading.files import read
from corpus.reading.formats.forwarded import unmarked

if TYPE_CHECKING:
    from pathlib import Path

_TEXTS = [
    "养犬管理办法",
    "一、登记",
    "养犬人应当自取得犬只之日起三十日内登记。",
    "二、免疫",
    "犬只应当按期免疫。",
]


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"> {line}\n>\n" for line in _TEXTS),
        "".join(f">> {line}\n" for line in _TEXTS),
        "\n".join(f"*{line}*" if len(line) < 8 else line for line in _TEXTS),
    ],
)
def test_marks_of_mail_and_chat_are_no_text(tmp_path: Path, text: str) -> None:
    """Quoted lines and lines in stars read as the text that was passed on, and the marks are listed."""
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    (document,) = read(path)
    assert document.text.split("\n") == _TEXTS
    assert "".join(document.outline.furniture).strip()


def test_a_line_that_opens_with_a_sign_stays() -> None:
    """A few lines that open with > or hold stars are text."""
    text = "养犬管理办法\n> 30公斤的犬只除外。\n面积为3*4*5。\n犬只应当按期免疫。"
    assert unmarked(text) == (text, ())


def test_spaces_at_the_pace_of_a_page_are_layout() -> None:
    """Spaces between Chinese characters at one distance stand where a page's lines ended; any other stays."""
    lines = [
        "养犬人应当自取得犬只之日起三十日内到公",
        "安机关办理登记，并凭免疫证明领取犬牌，",
        "犬牌应当佩戴。",
    ]
    assert unmarked(" ".join(lines)).text == "".join(lines)
    assert unmarked("中共中央 国务院关于养犬 管理的意见").text == "中共中央 国务院关于养犬 管理的意见"
