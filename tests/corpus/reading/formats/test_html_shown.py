"""Pages as a browser shows them: hidden and struck words, readings, numbers of lists, lines, rows of one cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.reading.files import read

if TYPE_CHECKING:
    from pathlib import Path

_BODY = (
    "<p>为规范养犬行为，制定本办法。</p><p>本办法适用于本市行政区域内的养犬管理，另有规定的，从其规定。</p>"
)


def _parts(tmp_path: Path, inside: str) -> list[str]:
    """Return the lines of a page that holds two paragraphs and then what is given."""
    path = tmp_path / "page.html"
    path.write_text(
        f"<html><head><title>养犬管理办法</title></head><body><h1>养犬管理办法</h1>{_BODY}{inside}</body></html>",
        encoding="utf-8",
    )
    return next(iter(read(path))).text.split("\n")[3:]


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("<p hidden>内部稿</p><p>犬只应当登记。</p>", ["犬只应当登记。"]),
        ("<p style='visibility: hidden'>内部稿</p><p>犬只应当登记。</p>", ["犬只应当登记。"]),
        (f"<div style='display:none'>{_BODY}</div><p>犬只应当登记。</p>", ["犬只应当登记。"]),
        ("<p>限养<del>一</del><ins>二</ins>只，<s>免费</s>登记。</p>", ["限养二只，登记。"]),
        ("<p>免<span style='text-decoration:line-through'>收</span>费登记。</p>", ["免费登记。"]),
        ("<p>在<ruby>甪<rp>(</rp><rt>lù</rt><rp>)</rp>直</ruby>镇登记。</p>", ["在甪直镇登记。"]),
        ("<p>登&shy;记&#8203;犬只。</p>", ["登记犬只。"]),
        ("<p>体高<img alt='≥' src='a.png'>四十厘米的除外。<img alt='图'></p>", ["体高≥四十厘米的除外。"]),
        ("<pre>附：清单\n1.犬证\n2.犬牌</pre>", ["附：清单", "1.犬证", "2.犬牌"]),
        (
            "<p><span style='display:block'>一、登记</span><span style='display:block'>应当登记。</span></p>",
            ["一、登记", "应当登记。"],
        ),
    ],
)
def test_what_a_browser_shows_is_the_text(tmp_path: Path, inside: str, shown: list[str]) -> None:
    """Words that a browser hides or strikes out are left out, those that it draws or sets apart are kept so."""
    assert _parts(tmp_path, inside) == shown


@pytest.mark.parametrize(
    ("items", "printed"),
    [
        ("<ol type='a'><li>犬证</li><li>犬牌</li></ol>", ["a. 犬证", "b. 犬牌"]),
        ("<ol type='I' start='4'><li>犬证</li><li value='9'>犬牌</li></ol>", ["IV. 犬证", "IX. 犬牌"]),
        ("<ol reversed><li>犬证</li><li>犬牌</li></ol>", ["2. 犬证", "1. 犬牌"]),
        ("<ol style='list-style: none'><li>（一）犬证</li></ol>", ["（一）犬证"]),
        ("<ol style='list-style-type:cjk-ideographic' start='11'><li>犬证</li></ol>", ["十一、犬证"]),
        ("<ol style='list-style-type:lower-alpha' start='27'><li>犬证</li></ol>", ["aa. 犬证"]),
    ],
)
def test_items_have_the_numbers_that_a_browser_prints(tmp_path: Path, items: str, printed: list[str]) -> None:
    """The number of an item is the one that the list and the item ask for, in its form."""
    assert _parts(tmp_path, items) == printed


def test_lines_that_an_author_broke_are_blocks(tmp_path: Path) -> None:
    """A heading on a line of its own between single breaks does not run into the text below it."""
    text = "一、登记<br>养犬人应当自取得犬只之日起三十日内办理登记，并按年审验。<br>（一）条件<br>（二）程序"
    assert _parts(tmp_path, f"<div>{text}</div>") == text.split("<br>")


def test_lines_that_a_page_broke_go_together(tmp_path: Path) -> None:
    """Lines of one width, each but the last ending in no sentence, are one paragraph."""
    lines = [
        "养犬人应当自取得犬只之日起三十日内到公安机",
        "关办理登记并按年审验犬只免疫证明和养犬登记",
        "证。",
    ]
    assert _parts(tmp_path, f"<p>{'<br>'.join(lines)}</p>") == ["".join(lines)]


def test_a_row_of_one_cell_is_no_heading(tmp_path: Path) -> None:
    """In a table of data a row with one cell, the rest of it merged away, is a row."""
    rows = "<tr><th>事项</th><th>时限</th></tr><tr><td rowspan=2>登记</td><td>当日</td></tr>"
    path = tmp_path / "page.html"
    path.write_text(
        f"<body><h1>养犬管理办法</h1>{_BODY}<table>{rows}<tr><td>次日</td></tr></table></body>",
        encoding="utf-8",
    )
    (found,) = [part for part in next(iter(read(path))).outline.parts if part.text == "次日"]
    assert found.kind == "paragraph"


def test_an_author_stated_and_shown_is_the_author(tmp_path: Path) -> None:
    """The author of a page is the name in its head where readers see the same name, and nobody else."""
    head = "<head><meta name='author' content='{}'></head>"
    page = f"{head}<body><h1>养犬管理办法</h1><div><span>城市观察</span></div>{_BODY}</body>"
    path = tmp_path / "page.html"
    for stated, author in (("城市观察", "城市观察"), ("网站编辑", None)):
        path.write_text(page.format(stated), encoding="utf-8")
        assert next(iter(read(path))).article.author == author
