"""The proof tells a lossless reading from one that lost, invented or moved a character."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.reading import bundled
from corpus.reading.files import read
from corpus.reading.formats import html, markdown, plain, table
from corpus.reading.proof import prove
from corpus.vocabulary import Block, Outline

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "标题\n\n第一段的文字。\n— 1 —\n第二段。\n"


def outline(*texts: str) -> Outline:
    """An outline of these paragraphs, with one page number left out."""
    blocks = tuple(Block("paragraph", text) for text in texts)
    return Outline("标题", None, None, (Block("title", "标题"), *blocks), furniture=("— 1 —",))


def test_a_whole_reading_is_proven() -> None:
    """Kept and left out together are the source, character for character."""
    proof = prove(SOURCE, outline("第一段的文字。", "第二段。"))
    assert proof.holds
    assert (proof.source, proof.kept, proof.left_out) == (16, 13, 3)


@pytest.mark.parametrize(
    ("texts", "lost", "invented"),
    [
        (("第一段文字。", "第二段。"), "的", ""),
        (("第一段的的文字。", "第二段。"), "", "的"),
        (("第二段。", "第一段的文字。"), "", "第一段的文字。"),
    ],
)
def test_what_went_wrong_is_named(texts: tuple[str, ...], lost: str, invented: str) -> None:
    """A lost, an invented and a moved stretch are each told."""
    proof = prove(SOURCE, outline(*texts))
    assert not proof.holds
    assert (proof.lost, proof.invented) == (lost, invented)


def test_the_bundled_article_is_read_without_loss() -> None:
    """Not a character of the article that the bot is delivered with is lost or invented."""
    (document,) = read(bundled.path() / "digital-economy.txt")
    proof = prove(plain.bare_text(document.raw, "a.txt"), document.outline)
    assert proof.holds
    assert (proof.source, proof.left_out) == (proof.kept, 0)


@pytest.mark.parametrize("ending", [*markdown.FORMAT.endings, *html.FORMAT.endings])
def test_marks_count_as_left_out(ending: str, tmp_path: Path) -> None:
    """In Markdown and in web pages the marks are left out, and the words still proven."""
    marked = {
        ".md": "# 标题\n\n第一段**要紧**的文字。\n",
        ".html": "<h1>标题</h1><p>第一段<b>要紧</b>的文字。</p>",
    }
    path = tmp_path / f"page{ending}"
    path.write_text(marked[".md" if ending in {".md", ".markdown"} else ".html"], encoding="utf-8")
    (document,) = read(path)
    form = table.of(ending)
    proof = prove(form.bare_text(document.raw, path.name), document.outline, marked_up=form.marked_up)
    assert proof.holds
    assert proof.kept == 11
