"""Web pages of other makes: their text is found whatever its container is called, and nothing of it is pruned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.reading import files

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.vocabulary import Outline

TITLE = "关于供暖的通知"
BODY = (
    "<p>各供热单位：</p><p>为做好采暖季供热保障工作，现将有关事项通知如下。</p><p>一、提前启动设备调试</p>"
    "<p>各供热单位要在11月7日前完成冷态调试，11月10日前完成热态调试。</p>"
)
TEXTS = [
    TITLE,
    "各供热单位：",
    "为做好采暖季供热保障工作，现将有关事项通知如下。",
    "一、提前启动设备调试",
    "各供热单位要在11月7日前完成冷态调试，11月10日前完成热态调试。",
]


def seen(folder: Path, body: str, title: str = TITLE) -> Outline:
    """Return the outline of a page with this body."""
    path = folder / "a.html"
    path.write_text(
        f"<html><head><title>{title}_网</title></head><body>{body}</body></html>", encoding="utf-8"
    )
    (document,) = files.read(path)
    return document.outline


@pytest.mark.parametrize("ending", ['div class="{}"', 'div id="{}"', 'div class="left {} clear"'])
@pytest.mark.parametrize(
    "name", ["TRS_Editor", "print-content", "content-top", "comments", "share-box", "top", "main"]
)
def test_a_container_may_be_called_anything(name: str, ending: str, tmp_path: Path) -> None:
    """What holds most of a page's text is its text, even where its name is one of navigation's."""
    tag = ending.format(name)
    outline = seen(
        tmp_path, f'<h1>{TITLE}</h1><{tag}>{BODY}</div><div class="prev">上一篇：<a>别的通知</a></div>'
    )
    assert [part.text for part in outline.parts] == TEXTS


@pytest.mark.parametrize("tag", ["form", "aside", "section"])
def test_a_page_may_stand_in_a_form(tag: str, tmp_path: Path) -> None:
    """A form, or an aside, round the whole page is no reason to refuse it; the form's own fields are no text."""
    fields = "<select><option>选项</option></select><button>提交</button>" if tag == "form" else ""
    outline = seen(
        tmp_path, f"<{tag} id=aspnetForm>{fields}<h1>{TITLE}</h1><div class=con>{BODY}</div></{tag}>"
    )
    assert [part.text for part in outline.parts] == TEXTS


def test_a_title_above_the_content_needs_no_heading(tmp_path: Path) -> None:
    """A title in a plain element is known by the page's own title; navigation and shares are left out."""
    page = (
        f'<div class="header"><ul class="nav"><li>政务公开</li></ul></div><div class="title">{TITLE}</div>'
        f'<div class="TRS_Editor"><p>青供发〔2022〕3号</p>{BODY}</div><div class="share-box">分享到：微信</div>'
    )
    outline = seen(tmp_path, page)
    assert [part.text for part in outline.parts] == [TITLE, "青供发〔2022〕3号", *TEXTS[1:]]
    assert {"政务公开", "分享到：微信"} <= set(outline.furniture)


def test_a_row_is_one_paragraph_and_no_heading(tmp_path: Path) -> None:
    """The cells of a row go together; a line that <br> breaks off behind a comma goes on."""
    table = (
        "<table><tr><th>单位</th><th>热线</th></tr><tr><td><p>东热公司</p></td><td>96001</td></tr></table>"
    )
    outline = seen(
        tmp_path, f"<h1>{TITLE}</h1><div>{BODY}<p>完成冷态调试，<br>再完成热态调试。</p>{table}</div>"
    )
    assert [(block.kind, block.text) for block in outline.blocks[-3:]] == [
        ("paragraph", "完成冷态调试，再完成热态调试。"),
        ("paragraph", "单位　热线"),
        ("paragraph", "东热公司　96001"),
    ]
