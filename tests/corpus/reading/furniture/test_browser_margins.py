"""What a browser prints round a page is no text; what only looks like it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.reading import files
from tests.corpus.reading.makers import pdf

if TYPE_CHECKING:
    from pathlib import Path

BODY = ("江洲省政府工作报告", "一、总体要求", "全面贯彻落实各项部署，扎实推进重点工作。", "二、主要任务",
        "加快建设现代化产业体系，持续增进民生福祉。")  # fmt: skip
ADDRESS = "https://jz.example.cn/gzbg.html"


def printed(path: Path, *pages: tuple[str, str]) -> Path:
    """Print the text on pages, each with a line above and one below."""
    sheets = []
    for above, below in pages:
        body = [(72.0, 760.0 - 30 * at, 12.0, text) for at, text in enumerate(BODY)]
        sheets.append([(24.0, 820.0, 8.0, above), *body, (24.0, 16.0, 8.0, below)])
    path.write_bytes(pdf(sheets))
    return path


@pytest.mark.parametrize("when", ["11/30/26, 6:35 AM", "2026/11/30 06:35", "2026/11/30 上午6:35"])
def test_date_title_address_and_page_are_furniture(when: str, tmp_path: Path) -> None:
    """On a single page too: the title is the text's own, and the address is no section."""
    above, below = f"{when}江洲省政府工作报告", f"{ADDRESS} 1/1"
    (document,) = files.read(printed(tmp_path / "a.pdf", (above, below)))
    assert document.outline.title == BODY[0]
    assert [block.text for block in document.outline.blocks] == list(BODY[1:])
    assert document.outline.furniture == (above, below)


def test_every_page_must_have_them(tmp_path: Path) -> None:
    """A link under one page, pages that do not count up, or a page without a date above: the lines are text."""
    above = "2026/11/30 06:35报告"
    for pages in (
        [("江洲省文件", f"{ADDRESS} 1/1")],
        [(above, f"{ADDRESS} 3/7")],
        [(above, f"{ADDRESS} 1/2"), (above, "联系人：张三")],
    ):
        (document,) = files.read(printed(tmp_path / "a.pdf", *pages))
        assert pages[0][1].split()[0] in document.text
