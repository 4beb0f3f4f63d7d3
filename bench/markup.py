"""Sets a document anew as Markdown and as a web page, in the ways that such files are made."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from typesetting import Style, Truth, wrap

if TYPE_CHECKING:
    from random import Random

_MENU = "".join(
    f"<li><a href='/{n}'>{name}</a><ul><li><a>更多{name}</a></li></ul></li>"
    for n, name in enumerate(["首页", "政务公开", "政策文件", "互动交流"])
)
_NAV = f"<div class='header'><div><ul class='menu'>{_MENU}</ul></div></div>"
_FOOT = "<div class='footer'>主办：某某办公室 备案号：00000000 <a>网站地图</a></div>"
_NEAR = "".join(f"<li><a>{way}一篇：关于某事的通知</a></li>" for way in "上下")
_SIDE = f"<div class='sidebar'><ul>{_NEAR}</ul></div>"


def markdown(truth: Truth, random: Random) -> str:
    """Set a truth as Markdown, wrapped or not, with headings by # or in bold, run-ins in bold or not."""
    sharp, bold, columns = random.random() < 0.7, random.random() < 0.5, random.choice([0, 0, 60, 78])
    setext = random.random() < 0.3
    first = [f"{truth['title']}\n======"] if setext else [f"# {truth['title']}"]
    if truth["author"]:
        first.append(random.choice(["作者：{}", "{}"]).format(truth["author"]))
    if truth["lead"]:
        first.append(random.choice(["> {}", "摘要：{}"]).format(truth["lead"]))
    style = Style(columns)
    for block in truth["blocks"]:
        text, run = block["text"], block["run_in"]
        if block["kind"] == "heading":
            first.append(f"{'#' * (1 + (block['level'] or 1))} {text}" if sharp else f"**{text}**")
            continue
        if columns and "  " not in text:
            text = "\n".join(wrap(text, style, 0))
        if bold and run and text.startswith(run):
            text = f"**{run}**{text[len(run) :]}"
        first.append(re.sub(r"^(\d+)\.(?=\s)", r"\1\\.", text))
    return "\n\n".join(first) + "\n"


def page(truth: Truth, random: Random) -> str:
    """Set a truth as a web page: semantic, a soup of div, lines parted by br, or tables for layout; with menus."""
    make = random.choice(["semantic", "div", "br", "table", "bold"])
    blocks = [_element(block, make) for block in truth["blocks"]]
    author = f"<span>作者：{escape(truth['author'])}</span>" if truth["author"] else ""
    lead = f'<div class="summary">{escape(truth["lead"])}</div>' if truth["lead"] else ""
    body = "".join(blocks) if make != "br" else "<p>" + "<br>\n".join(blocks) + "</p>"
    title = escape(truth["title"])
    info = f"<div class='info'><span>发布时间：2020-01-02</span> {author} <span>浏览次数：12</span></div>"
    head = f"<h1>{title}</h1>{info}{lead}"
    if make == "table":
        inner = f"<table><tr><td>{body}</td><td>{_SIDE}</td></tr></table>"
        core = f"<table><tr><td>{_NAV}</td></tr><tr><td>{head}{inner}</td></tr></table>"
    else:
        core = (
            f"{_NAV}<div class='wrap'><div class='box'>{head}<div class='txt'>{body}</div></div>{_SIDE}</div>"
        )
    top = f"<html><head><meta charset='utf-8'><title>{title}-某某网</title></head>"
    return f"{top}<body>{core}{_FOOT}</body></html>"


def _element(block: Truth, make: str) -> str:
    text, run = escape(block["text"]), block["run_in"]
    if run and make in {"bold", "div"}:
        text = f"<b>{escape(run)}</b>{escape(block['text'][len(run) :])}"
    if block["kind"] == "heading":
        if make == "semantic":
            tag = f"h{1 + (block['level'] or 1)}"
            return f"<{tag}>{text}</{tag}>"
        text = f"<strong>{text}</strong>"
    if make == "br":
        return f"　　{text}"
    return f"<div>　　{text}</div>\n" if make == "div" else f"<p>{text}</p>\n"
