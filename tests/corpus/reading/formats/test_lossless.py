"""Markdown, web pages and Word files keep every word, and the proof tells where one did not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from corpus.reading import files
from corpus.reading.formats import table
from corpus.reading.proof import prove
from tests.corpus.reading.makers import W, packed, said

if TYPE_CHECKING:
    from pathlib import Path

    from corpus.reading.proof import Proof
    from corpus.vocabulary import Document

MARKDOWN = """# 数据安全管理办法解读

办法自下月起施行[^1]。另据介绍[来源]，已有三省试点，见[公报](http://a.cn/x "公报")。

[^1]: 施行日期以公报刊登之日为准。

[来源]: 据省大数据局2023年统计公报，截至年底共有三百家企业入库。

[公报]: http://a.cn/y

<!-- 编者注：此处有删节 -->

![图1 组织结构图](a.png "组织结构")

5*3*2=30，*强调*与**加粗**，a_b_c，&copy; 2023，<span>标签</span>。

```text
代码块
```

3. 甲
4. 乙

| 单位 | 热线 |
| --- | --- |
| 东热公司 | 96001 |
"""
PAGE = (
    "<html><head><title>供暖通知_网</title></head><body><ul class=nav><li>首页</li><li>通知</li></ul>"
    "<h1>供暖<b>通知</b></h1><div class=info>作者：王小明</div>"
    "<div class=con><p>各供热单位：自下月起&copy;供暖，请遵照执行，落实责任，不得推诿。</p>"
    "<ol start=3><li>甲项。</li><li>乙项。</li></ol>"
    "<table><tr><td>单位</td><td>热线</td></tr></table></div>"
    "<script>var a</script><div class=foot>版权所有</div></body></html>"
)


def document(folder: Path, name: str, raw: bytes) -> Document:
    """Return the document of these bytes under this name."""
    (folder / name).write_bytes(raw)
    (found,) = files.read(folder / name)
    return found


def word() -> bytes:
    """Return a Word file with automatic numbers, a table and a footnote."""
    cells = "".join(f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>" for text in ("单位", "热线"))
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = f"<w:p>{said('供暖通知')}</w:p>"
    body += f"<w:p>{said('各供热单位要落实责任，不得推诿。', more=number)}</w:p><w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    note = f'<w:footnote w:id="1"><w:p>{said("责任以公报为准。")}</w:p></w:footnote>'
    line = f'<w:footnote w:type="separator" w:id="0"><w:p>{said("")}</w:p></w:footnote>'
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    return packed(
        {
            "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{line}{note}</w:footnotes>',
            "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>',
        }
    )


FILES = {"a.md": MARKDOWN.encode(), "a.html": PAGE.encode(), "a.docx": word()}


def proof(found: Document, ending: str) -> Proof:
    """Hold a document against its own file."""
    form = table.of(ending)
    return prove(form.bare_text(found.raw, ending), found.outline, marked_up=form.marked_up)


@pytest.mark.parametrize("name", FILES)
def test_a_whole_reading_raises_no_alarm(name: str, tmp_path: Path) -> None:
    """Entities, numbers that a program sets, addresses and comments are neither lost nor invented."""
    found = proof(document(tmp_path, name, FILES[name]), name[1:])
    assert (found.lost, found.invented) == ("", "")


@pytest.mark.parametrize("name", FILES)
def test_a_lost_paragraph_is_told(name: str, tmp_path: Path) -> None:
    """Whatever part of the outline is missing, the proof names its characters."""
    whole = document(tmp_path, name, FILES[name])
    for place, part in enumerate(whole.outline.parts):
        if part.kind == "author" and any(part.text in words for words in whole.outline.furniture):
            continue  # the line that names the author is listed as left out
        parts = (*whole.outline.parts[:place], *whole.outline.parts[place + 1 :])
        found = proof(replace(whole, outline=replace(whole.outline, parts=parts)), name[1:])
        assert sorted(found.lost) == sorted(
            character for character in "".join(part.text.split()) if character in found.lost
        )
        assert found.lost
    unlisted = proof(replace(whole, outline=replace(whole.outline, furniture=())), name[1:])
    assert bool(unlisted.lost) == bool(whole.outline.furniture)


def test_markdown_keeps_notes_captions_and_signs(tmp_path: Path) -> None:
    """Footnotes, lines like definitions, pictures' captions and a sign of multiplication stay as they stand."""
    texts = [part.text for part in document(tmp_path, "a.md", FILES["a.md"]).outline.parts]
    assert "[^1]: 施行日期以公报刊登之日为准。" in texts
    assert "[来源]: 据省大数据局2023年统计公报，截至年底共有三百家企业入库。" in texts
    assert "图1 组织结构图" in texts
    assert "5*3*2=30，强调与加粗，a_b_c，© 2023，标签。" in texts


def test_word_keeps_notes_and_a_row_is_one_paragraph(tmp_path: Path) -> None:
    """Footnotes follow the text as paragraphs; the cells of a row make one."""
    found = document(tmp_path, "a.docx", FILES["a.docx"]).outline
    assert [(block.kind, block.text) for block in found.blocks] == [
        ("paragraph", "1. 各供热单位要落实责任，不得推诿。"),
        ("paragraph", "单位　热线"),
        ("paragraph", "责任以公报为准。"),
    ]
